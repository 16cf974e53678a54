package org.lingqu.engine.policy.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Truth;

/**
 * Finds what a firm lacks for a policy that says no. Only what is known to fail is a gap; missing facts are the decision's
 * business. A change may make a criterion met or leave it to a person, but no longer failed.
 */
public final class Gaps {

    /** Time is looked at so far ahead. */
    private static final int YEARS_AHEAD = 30;
    /** Changes put together before giving up. */
    private static final int MOST_CHANGES = 12;

    private final Facts dictionary;

    public Gaps(Facts dictionary) {
        this.dictionary = dictionary;
    }

    /** The gap, or nothing where the policy does not say no. */
    public Optional<Gap> of(Policy policy, Firm firm, LocalDate asOf) {
        var condition = policy.condition();
        if (new Evaluation(firm.facts(), asOf).truth(condition) != Truth.FALSE) {
            return Optional.empty();
        }
        var search = new Search(dictionary, asOf);
        List<CriterionGap> gaps = Stream.concat(policy.audience().stream(), Stream.of(policy.criteria()))
                .flatMap(criterion -> failing(criterion, new Evaluation(firm.facts(), asOf)))
                .map(criterion -> gap(criterion, firm.facts(), asOf, search))
                .toList();
        return Optional.of(together(policy, firm.facts(), asOf, search, gaps));
    }

    private CriterionGap gap(Criterion criterion, FirmFacts facts, LocalDate asOf, Search search) {
        Condition wanted = Combination.passes(criterion);
        List<Change> ways = search.ways(wanted, facts, changed -> Plan.canBeSettled(wanted, changed, asOf));
        return new CriterionGap(criterion, ways, earliest(wanted, facts, asOf));
    }

    /** The lowest criteria that fail: of a group its failing parts, unless the group as such is the matter. */
    private static Stream<Criterion> failing(Criterion criterion, Evaluation evaluation) {
        if (evaluation.truth(Combination.passes(criterion)) != Truth.FALSE) {
            return Stream.empty();
        }
        return criterion instanceof Criterion.Group group && group.combination() != Combination.NONE
                ? group.parts().stream().flatMap(part -> failing(part, evaluation))
                : Stream.of(criterion);
    }

    private static @Nullable LocalDate earliest(Condition wanted, FirmFacts facts, LocalDate asOf) {
        if (!Search.isTimeless(wanted)) {
            return null;
        }
        LocalDate last = asOf.plusYears(YEARS_AHEAD);
        LocalDate fails = asOf;
        for (LocalDate day = asOf.plusDays(1);
                !day.isAfter(last);
                day = asOf.plusDays(2 * (day.toEpochDay() - asOf.toEpochDay()))) {
            if (holds(wanted, facts, day)) {
                return firstDay(wanted, facts, fails, day);
            }
            fails = day;
        }
        return null;
    }

    private static LocalDate firstDay(Condition wanted, FirmFacts facts, LocalDate fails, LocalDate works) {
        LocalDate low = fails;
        LocalDate high = works;
        while (high.toEpochDay() - low.toEpochDay() > 1) {
            LocalDate middle = LocalDate.ofEpochDay((low.toEpochDay() + high.toEpochDay()) / 2);
            if (holds(wanted, facts, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean holds(Condition wanted, FirmFacts facts, LocalDate day) {
        return new Evaluation(facts, day).truth(wanted) != Truth.FALSE;
    }

    /**
     * Mends the criteria one after the other until the whole no longer fails, each time with the change that helps most for
     * least; then leaves out every change that turns out not to be needed.
     */
    private Gap together(Policy policy, FirmFacts start, LocalDate asOf, Search search, List<CriterionGap> gaps) {
        LocalDate waits = waits(gaps);
        Condition whole = policy.condition();
        List<Change> changes = new ArrayList<>();
        FirmFacts facts = start;
        var plan = new Plan(asOf, waits, search);
        while (plan.fails(whole, facts) && changes.size() < MOST_CHANGES) {
            FirmFacts now = facts;
            Optional<Change> next = Stream.concat(policy.audience().stream(), Stream.of(policy.criteria()))
                    .flatMap(criterion -> plan.mend(criterion, now).stream())
                    .findFirst();
            if (next.isEmpty()) {
                return new Gap(gaps, List.of(), null, false);
            }
            changes.add(next.get());
            facts = Changes.apply(facts, List.of(next.get()), asOf);
        }
        boolean possible = !plan.fails(whole, facts);
        return new Gap(
                gaps,
                possible ? needed(changes, start, asOf, whole, plan) : List.of(),
                possible ? waits : null,
                possible);
    }

    private static List<Change> needed(
            List<Change> changes, FirmFacts start, LocalDate asOf, Condition whole, Plan plan) {
        List<Change> kept = new ArrayList<>(changes);
        for (Change change : changes.reversed()) {
            List<Change> fewer = new ArrayList<>(kept);
            fewer.remove(change);
            if (!plan.fails(whole, Changes.apply(start, fewer, asOf))) {
                kept = fewer;
            }
        }
        return Merged.of(kept);
    }

    /** The latest day that any of the criteria without another way has to wait for. */
    private static @Nullable LocalDate waits(List<CriterionGap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.ways().isEmpty())
                .flatMap(gap -> Stream.ofNullable(gap.earliest()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
