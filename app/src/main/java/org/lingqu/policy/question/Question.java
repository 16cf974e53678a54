package org.lingqu.policy.question;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/**
 * Something that is missing and could change an answer, with what the answer is good for.
 *
 * @param alone policies that it decides by itself, whatever the answer is
 * @param together policies that it decides with others, whatever the answers are; none of {@code alone}
 * @param excludes policies that a bad answer excludes by itself; none of {@code alone}
 * @param concerns policies that are not sure to be decided even with everything that is missing
 */
public record Question(
        Asked asked, List<Stake> alone, List<Together> together, List<Stake> excludes, List<Stake> concerns) {

    /**
     * What is asked first: what decides most by itself, then what decides with fewest others, then what can exclude most by itself, then
     * what brings most money.
     */
    static final Comparator<Question> MOST_VALUABLE = Comparator.<Question>comparingInt(
                    question -> -question.alone().size())
            .thenComparingInt(Question::fewest)
            .thenComparingInt(question -> -question.excludes().size())
            .thenComparingInt(question -> -question.together().size())
            .thenComparing(Question::money, Comparator.reverseOrder())
            .thenComparing(question -> question.asked().name());

    public Question {
        alone = List.copyOf(alone);
        together = List.copyOf(together);
        excludes = List.copyOf(excludes);
        concerns = List.copyOf(concerns);
    }

    /**
     * A policy that is open.
     *
     * @param most 元 that it may bring; null while that is not known, zero when it brings a title only
     * @param lacking what is missing to tell it, for a reader; empty for nothing
     */
    public record Stake(Policy policy, @Nullable Rational most, String lacking) {
        /** To compare: what is not known yet counts as more than anything. */
        private BigDecimal weight() {
            return most == null ? NOT_KNOWN : most.rounded(2);
        }
    }

    private static final BigDecimal NOT_KNOWN = new BigDecimal("1e15");

    /**
     * A policy that can be decided with others only.
     *
     * @param others the rest of what has to be known to decide it; never empty
     */
    public record Together(Stake stake, List<Asked> others) {
        public Together {
            others = List.copyOf(others);
        }
    }

    /** How many things have to be known at least, this among them, to decide one of its policies. */
    public int fewest() {
        return alone.isEmpty()
                ? together.stream()
                        .mapToInt(each -> each.others().size() + 1)
                        .min()
                        .orElse(Integer.MAX_VALUE)
                : 1;
    }

    /** 元 that its policies may bring, added up; what is not known counts as a great deal. */
    private BigDecimal money() {
        List<Stake> stakes =
                alone.isEmpty() ? together.stream().map(Together::stake).toList() : alone;
        return Objects.requireNonNull(stakes.stream().map(Stake::weight).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
