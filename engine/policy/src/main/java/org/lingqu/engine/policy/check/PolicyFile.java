package org.lingqu.engine.policy.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.yaml.Place;

/**
 * What reading one policy file gave.
 *
 * @param policy empty when the file is too broken to say which policy it is; to be used only if there are no problems
 * @param places where every id of the file stands, and every key of it behind a {@code @} ({@code @valid})
 * @param problems everything wrong with this file alone, in its order
 */
public record PolicyFile(
        String file,
        Optional<Policy> policy,
        List<Example> examples,
        Map<String, Place> places,
        List<PolicyProblem> problems) {}
