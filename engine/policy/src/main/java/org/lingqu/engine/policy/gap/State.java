package org.lingqu.engine.policy.gap;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.decision.Reads;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.engine.policy.rule.Condition;

/**
 * The firm as it is or would be.
 *
 * @param later the same on the day that has to be waited for, or null
 * @param before without the last change; null for the firm as it is
 * @param place what was changed last, as {@link Reads} knows it
 */
record State(
        Evaluation now,
        @Nullable Evaluation later,
        Reads reads,
        @Nullable State before,
        int place) {

    static State of(Evaluation now, @Nullable Evaluation later, Reads reads) {
        return new State(now, later, reads, null, -1);
    }

    /** The state before all those last changes that a condition does not look at. */
    State seenBy(Condition condition) {
        State state = this;
        while (state.before != null && !reads.at(condition, state.place)) {
            state = state.before;
        }
        return state;
    }

    private static final String SOURCE = "假设";

    State with(FactRef ref, FactValue value) {
        var held = new HeldValue(value, SOURCE);
        return new State(
                now.supposing(ref, held, reads),
                later == null || ref.isYearly() ? later : later.supposing(ref, held, reads),
                reads,
                this,
                reads.place(ref));
    }

    State with(Change change) {
        return switch (change) {
            case Change.Amount amount -> with(amount.ref(), new FactValue.Amount(amount.to()));
            case Change.Turn turn -> with(turn.ref(), new FactValue.YesNo(turn.to()));
            case Change.Title(var title, boolean held) ->
                new State(
                        now.supposing(title, held, reads),
                        later == null ? null : later.supposing(title, held, reads),
                        reads,
                        this,
                        reads.place(title));
        };
    }

    State with(Iterable<Change> changes) {
        State state = this;
        for (Change change : changes) {
            state = state.with(change);
        }
        return state;
    }
}
