package org.lingqu.engine.policy.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.Prepared;
import org.lingqu.engine.policy.decision.Prepared.PreparedCriterion;
import org.lingqu.engine.policy.decision.Reads;
import org.lingqu.engine.policy.decision.Remembered;
import org.lingqu.engine.policy.decision.Sight;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Truth;

/**
 * What one firm lacks on one day: what was found for a criterion of one policy serves the next. Made by {@link Gaps#on}; not for
 * several threads at once.
 */
public final class FirmGaps {

    /** Time is looked at so far ahead. */
    private static final int YEARS_AHEAD = 30;
    /** Changes put together before giving up. */
    private static final int MOST_CHANGES = 12;

    private final FirmDay day;
    private final Remembered<Sight, Levers> levers;
    private final Mending mending;
    private final Map<LocalDate, Evaluation> days = new HashMap<>();

    FirmGaps(FirmDay day, Remembered<Sight, Levers> levers) {
        this.day = day;
        this.levers = levers;
        this.mending = new Mending(levers);
    }

    /** The gap, or nothing where the policy does not say no. */
    public Optional<Gap> of(Policy policy) {
        Prepared prepared = day.prepared(policy);
        if (day.evaluation().truth(prepared.whole()) != Truth.FALSE) {
            return Optional.empty();
        }
        var start = State.of(day.evaluation(), null, day.reads());
        List<CriterionGap> gaps = new ArrayList<>();
        for (PreparedCriterion root : prepared.roots()) {
            failing(root, start, gaps);
        }
        return Optional.of(together(prepared, start, gaps));
    }

    private CriterionGap gap(PreparedCriterion criterion, State start) {
        Condition wanted = criterion.passes();
        return new CriterionGap(
                criterion.criterion(),
                mending.ways(wanted, start),
                earliest(wanted, start.reads()),
                levers.of(start.reads().sight(wanted)).isEmpty());
    }

    /** Of the lowest criteria that fail: of a group its failing parts, unless the group as such is the matter. */
    private void failing(PreparedCriterion criterion, State start, List<CriterionGap> into) {
        if (day.evaluation().truth(criterion.passes()) != Truth.FALSE) {
            return;
        }
        if (criterion.criterion() instanceof Criterion.Group group && group.combination() != Combination.NONE) {
            for (PreparedCriterion part : criterion.parts()) {
                failing(part, start, into);
            }
        } else {
            into.add(gap(criterion, start));
        }
    }

    private @Nullable LocalDate earliest(Condition wanted, Reads reads) {
        Levers moved = levers.of(reads.sight(wanted));
        if (!moved.timeless() || !moved.waits()) {
            return null;
        }
        LocalDate asOf = day.asOf();
        LocalDate last = asOf.plusYears(YEARS_AHEAD);
        LocalDate fails = asOf;
        for (LocalDate next = asOf.plusDays(1);
                !next.isAfter(last);
                next = asOf.plusDays(2 * (next.toEpochDay() - asOf.toEpochDay()))) {
            if (holds(wanted, next)) {
                return firstDay(wanted, fails, next);
            }
            fails = next;
        }
        return null;
    }

    private LocalDate firstDay(Condition wanted, LocalDate fails, LocalDate works) {
        LocalDate low = fails;
        LocalDate high = works;
        while (high.toEpochDay() - low.toEpochDay() > 1) {
            LocalDate middle = LocalDate.ofEpochDay((low.toEpochDay() + high.toEpochDay()) / 2);
            if (holds(wanted, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean holds(Condition wanted, LocalDate date) {
        return on(date).truth(wanted) != Truth.FALSE;
    }

    private Evaluation on(LocalDate date) {
        return days.computeIfAbsent(date, other -> new Evaluation(day.firm().facts(), other));
    }

    /**
     * Mends the criteria one after the other until the whole no longer fails, each time with the change that helps most for
     * least; then leaves out every change that turns out not to be needed.
     */
    private Gap together(Prepared prepared, State today, List<CriterionGap> gaps) {
        LocalDate waits = waits(gaps);
        State start = waits == null ? today : State.of(today.now(), on(waits), today.reads());
        Condition whole = prepared.whole();
        List<Change> changes = new ArrayList<>();
        State state = start;
        while (mending.fails(whole, state) && changes.size() < MOST_CHANGES) {
            Change next = next(prepared, state);
            if (next == null) {
                return new Gap(gaps, List.of(), null, false);
            }
            changes.add(next);
            state = state.with(next);
        }
        boolean possible = !mending.fails(whole, state);
        return new Gap(gaps, possible ? needed(changes, start, whole) : List.of(), possible ? waits : null, possible);
    }

    private @Nullable Change next(Prepared prepared, State state) {
        for (PreparedCriterion root : prepared.roots()) {
            Optional<Change> change = mending.mend(root, state);
            if (change.isPresent()) {
                return change.get();
            }
        }
        return null;
    }

    private List<Change> needed(List<Change> changes, State start, Condition whole) {
        List<Change> kept = new ArrayList<>(changes);
        for (Change change : changes.reversed()) {
            List<Change> fewer = new ArrayList<>(kept);
            fewer.remove(change);
            if (!mending.fails(whole, start.with(fewer))) {
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
