package org.lingqu.engine.policy.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Condition;

/**
 * One version of a policy, checked: its conditions are typed and its facts are known.
 *
 * @param version what tells it from the policy's other versions (2016, 2026-review)
 * @param region the code of GB/T 2260 where it applies, 000000 for the country
 * @param replaces the version it takes the place of, or null
 * @param audience of whom the policy is asked at all; for everybody else it is not applicable
 * @param score its score table, capped sum of lines; empty when it has none
 * @param grants the titles it grants; several where classes have titles of their own
 * @param yields the fact it works out for other policies
 * @param derived the derived facts that its conditions read
 * @param manual questions by item, in the order of the file
 */
public record Policy(
        PolicyId id,
        String version,
        String title,
        String english,
        List<String> aliases,
        String document,
        List<String> issuers,
        String region,
        Validity validity,
        @Nullable String replaces,
        Confidence confidence,
        Optional<Criterion> audience,
        Criterion criteria,
        Optional<Score> score,
        List<Parameter> parameters,
        List<Grant> grants,
        Optional<Yield> yields,
        List<DerivedFact> derived,
        List<Benefit> benefits,
        List<Stacking> stacking,
        Window window,
        List<String> materials,
        SequencedMap<String, String> manual,
        List<String> notes) {

    public Policy {
        grants = List.copyOf(grants);
        derived = List.copyOf(derived);
    }

    /** The titles that it grants. */
    public List<String> titles() {
        return grants.stream().map(Grant::title).toList();
    }

    /** Whether the version applies on a day. */
    public boolean inForce(LocalDate day) {
        return validity.contains(day);
    }

    /** What decides: the audience and all criteria. */
    public Condition condition() {
        Condition asked = Combination.passes(criteria);
        return audience.<Condition>map(who -> new Condition.And(List.of(Combination.passes(who), asked)))
                .orElse(asked);
    }

    /** {@code cn/high-tech@2016}. */
    public String fullName() {
        return id + "@" + version;
    }
}
