package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.yaml.Place;

/**
 * A firm and what the policy has to say of it; an example is a test that lives beside the rule.
 *
 * @param parameters values that this example gives to parameters, as expressions by id
 * @param findings by id of criterion
 * @param scores by id of line, the total under {@literal "score"}: the certain and the possible points
 * @param benefits by id, all together under {@literal "total"}: 元, the certain and the possible amount
 * @param titles what is said of the titles granted, by title
 * @param missing names of facts of which at least one set of missing facts has to consist; empty if nothing is said
 */
public record Example(
        Place place,
        String name,
        LocalDate asOf,
        FirmFacts firm,
        Map<String, String> parameters,
        Optional<Finding.Kind> expect,
        Map<String, Finding.Kind> findings,
        Map<String, List<BigDecimal>> scores,
        Map<String, List<BigDecimal>> benefits,
        Map<String, Finding.Kind> titles,
        List<String> missing) {}
