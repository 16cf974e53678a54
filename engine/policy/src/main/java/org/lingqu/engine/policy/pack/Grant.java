package org.lingqu.engine.policy.pack;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Condition;

/**
 * A title that a policy grants.
 *
 * @param when which of those to whom the policy says yes get this title; all of them when empty
 */
public record Grant(String title, Optional<Condition> when, Lasting lasting, Clause clause) {

    /** For how long a title is valid. */
    public sealed interface Lasting {

        /** @param count at least 1; three years are 36 */
        record Months(int count) implements Lasting {}

        record Unlimited() implements Lasting {}

        /** The document says it, but nobody has confirmed how long. */
        record NotKnown() implements Lasting {}
    }

    /** The last day of a title granted on a day, inclusive; null when it does not expire or nobody knows when. */
    public @Nullable LocalDate until(LocalDate granted) {
        return lasting instanceof Lasting.Months(int count)
                ? granted.plusMonths(count).minusDays(1)
                : null;
    }

    /** {@code 有效期3年}. */
    public String lastingWords() {
        return switch (lasting) {
            case Lasting.Months(int count) when count % 12 == 0 -> "有效期" + count / 12 + "年";
            case Lasting.Months(int count) -> "有效期" + count + "个月";
            case Lasting.Unlimited unlimited -> "长期有效";
            case Lasting.NotKnown unsure -> "有效期待核实";
        };
    }
}
