package org.lingqu.policy.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/**
 * Something that is missing and could change an answer, with what the answer is good for.
 *
 * @param alone policies that it could decide by itself
 * @param together policies that it could decide with others; none of {@code alone}
 */
public record Question(Asked asked, List<Stake> alone, List<Together> together) {

    /** What is asked first: what decides most by itself, then what decides most with fewest others, then what brings most money. */
    static final Comparator<Question> MOST_VALUABLE = Comparator.<Question>comparingInt(
                    question -> -question.alone().size())
            .thenComparingInt(Question::fewest)
            .thenComparingInt(question -> -question.together().size())
            .thenComparing(Question::money, Comparator.reverseOrder())
            .thenComparing(question -> question.asked().name());

    public Question {
        alone = List.copyOf(alone);
        together = List.copyOf(together);
    }

    /**
     * A policy that is open.
     *
     * @param most 元 that it may bring; null when nothing bounds it, zero when it brings a title only
     */
    public record Stake(Policy policy, @Nullable Rational most) {
        /** To compare: what nothing bounds counts as more than anything. */
        private BigDecimal weight() {
            return most == null ? NO_BOUND : most.rounded(2);
        }
    }

    private static final BigDecimal NO_BOUND = new BigDecimal("1e15");

    /**
     * A policy that can be decided with others only.
     *
     * @param others the rest of the smallest set that settles it; never empty
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

    /** The sets of things, this among them, each of which settles one of its policies. */
    Stream<List<Asked>> ways() {
        return Stream.concat(
                alone.stream().map(stake -> List.of(asked)), together.stream().map(each -> {
                    var all = new ArrayList<Asked>(each.others());
                    all.add(asked);
                    return all;
                }));
    }

    /** 元 that its policies may bring, added up; policies without a bound count as a great deal. */
    private BigDecimal money() {
        List<Stake> stakes =
                alone.isEmpty() ? together.stream().map(Together::stake).toList() : alone;
        return Objects.requireNonNull(stakes.stream().map(Stake::weight).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
