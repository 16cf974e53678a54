package org.lingqu.engine.policy.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.pack.Policy;

/**
 * What a policy says of one firm on one date.
 *
 * @param outcome the findings put together
 * @param audience whether the policy is asked of the firm; empty when it is asked of everybody
 * @param grants the titles of the policy, in the order of its file
 * @param derived facts that were worked out of others; with those supplied that contradict
 * @param total what all benefits that go together come to
 * @param would what they would come to if the criteria were met, with the facts that are held; nothing where the policy is not in force
 */
public record Decision(
        Policy policy,
        String firm,
        LocalDate asOf,
        Finding outcome,
        Optional<CriterionFinding> audience,
        CriterionFinding criteria,
        Optional<ScoreFinding> score,
        List<BenefitFinding> benefits,
        BenefitTotal total,
        BenefitTotal would,
        List<GrantFinding> grants,
        List<DerivedValue> derived) {}
