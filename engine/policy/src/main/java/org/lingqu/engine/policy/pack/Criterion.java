package org.lingqu.engine.policy.pack;

import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.rule.Condition;

/** One condition of a policy, or a combination of several. */
public sealed interface Criterion {

    /** Unique within the policy; what-if and findings name it. */
    String id();

    Clause clause();

    /** Of whom it is asked; of everybody when empty. Where this is false the criterion is not applicable. */
    Optional<Condition> when();

    /** What has to hold where it is asked; {@link #when()} is not part of it. */
    Condition condition();

    /**
     * A condition over facts.
     *
     * @param expression the condition as the file writes it, for readers
     */
    record Check(String id, Clause clause, Optional<Condition> when, Condition condition, String expression)
            implements Criterion {}

    /** Something only a person can confirm. */
    record Ask(String id, Clause clause, Optional<Condition> when, String item, String question) implements Criterion {
        @Override
        public Condition condition() {
            return new Condition.Asked(item);
        }
    }

    /** Several criteria. Those that do not apply are left out of the count. */
    record Group(
            String id,
            Clause clause,
            Optional<Condition> when,
            Combination combination,
            int count,
            List<Criterion> parts)
            implements Criterion {
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public Condition condition() {
            return combination.combine(count, parts);
        }
    }
}
