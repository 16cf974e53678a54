package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Stacking;
import org.lingqu.engine.policy.rule.Rational;

/** Which benefits go together, and what they come to with their common caps. */
final class Stack {

    /** Choices grow as powers of two; no policy we know has more benefits that exclude each other. */
    private static final int MOST = 12;

    private Stack() {}

    static BenefitTotal total(List<BenefitFinding> benefits, List<Stacking> stacking) {
        return total(
                benefits.stream()
                        .filter(benefit -> !(benefit.entitled() instanceof Finding.NotMet)
                                && !(benefit.entitled() instanceof Finding.NotApplicable))
                        .toList(),
                stacking,
                Stack::certain);
    }

    /** The same if the policy's criteria were met; what a benefit asks for beside them counts as it is. */
    static BenefitTotal would(List<BenefitFinding> benefits, List<Stacking> stacking) {
        return total(benefits, stacking, BenefitFinding::least);
    }

    private static BenefitTotal total(
            List<BenefitFinding> benefits,
            List<Stacking> stacking,
            Function<BenefitFinding, @Nullable Rational> certain) {
        List<BenefitFinding> possible = benefits.stream()
                .filter(benefit -> benefit.benefit().amount().isPresent())
                .filter(benefit -> benefit.benefit().frequency() != Benefit.Frequency.NEVER)
                .limit(MOST)
                .toList();
        Best least = best(possible, stacking, certain);
        Best most = best(possible, stacking, BenefitFinding::most);
        return new BenefitTotal(
                least.sum() == null ? Rational.ZERO : least.sum(),
                most.sum(),
                least.chosen().stream().map(benefit -> benefit.benefit().id()).toList(),
                possible.stream()
                        .filter(benefit -> !benefit.missing().isEmpty())
                        .toList());
    }

    private static Rational certain(BenefitFinding benefit) {
        return benefit.entitled() instanceof Finding.Met ? benefit.least() : Rational.ZERO;
    }

    private record Best(@Nullable Rational sum, List<BenefitFinding> chosen) {}

    private static Best best(
            List<BenefitFinding> benefits,
            List<Stacking> stacking,
            Function<BenefitFinding, @Nullable Rational> value) {
        Best found = new Best(Rational.ZERO, List.of());
        for (int choice = 1; choice < 1 << benefits.size(); choice++) {
            List<BenefitFinding> chosen = new ArrayList<>();
            for (int i = 0; i < benefits.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    chosen.add(benefits.get(i));
                }
            }
            if (!excluded(chosen)) {
                Rational sum = sum(chosen, stacking, value);
                if (sum == null) {
                    return new Best(null, chosen);
                }
                found = found.sum() != null && sum.compareTo(found.sum()) > 0 ? new Best(sum, chosen) : found;
            }
        }
        return found;
    }

    private static boolean excluded(List<BenefitFinding> chosen) {
        return chosen.stream()
                .anyMatch(one -> chosen.stream()
                        .anyMatch(other -> one.benefit()
                                .excludes()
                                .contains(other.benefit().id())));
    }

    private static @Nullable Rational sum(
            List<BenefitFinding> chosen, List<Stacking> stacking, Function<BenefitFinding, @Nullable Rational> value) {
        List<BenefitFinding> rest = new ArrayList<>(chosen);
        Rational total = Rational.ZERO;
        for (Stacking together : stacking) {
            List<BenefitFinding> limited = rest.stream()
                    .filter(benefit ->
                            together.benefits().contains(benefit.benefit().id()))
                    .toList();
            Rational part = plain(limited, value);
            Rational cap = Rational.of(together.most());
            total = total.plus(part == null ? cap : part.min(cap));
            rest.removeAll(limited);
        }
        Rational others = plain(rest, value);
        return others == null ? null : total.plus(others);
    }

    private static @Nullable Rational plain(
            List<BenefitFinding> benefits, Function<BenefitFinding, @Nullable Rational> value) {
        Rational sum = Rational.ZERO;
        for (BenefitFinding benefit : benefits) {
            Rational amount = value.apply(benefit);
            if (amount == null) {
                return null;
            }
            sum = sum.plus(amount);
        }
        return sum;
    }
}
