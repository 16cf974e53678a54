package org.lingqu.engine.policy.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.decision.Missing;
import org.lingqu.engine.policy.decision.Sight;
import org.lingqu.engine.policy.fact.Effort;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Condition;

/**
 * What a firm may move to change what a tree says, whatever the firm. What nobody can move ({@link Effort#NONE}) is no lever.
 *
 * @param figures of each number fact the latest year that is read: what lies further back is past changing
 * @param turns yes/no facts and titles
 * @param timeless whether nothing that belongs to a year is read, so that days can pass
 * @param waits whether the passing of days can change anything
 */
record Levers(List<Figure> figures, List<Turn> turns, boolean timeless, boolean waits) {

    record Figure(FactRef ref, Fact fact) {}

    /** What is known as true or not, and what it can be brought to: nobody gives a title away to get something. */
    record Turn(Condition is, boolean to) {}

    static Levers of(Sight sight, Facts dictionary) {
        Map<String, Figure> latest = new LinkedHashMap<>();
        List<Turn> turns = new ArrayList<>();
        boolean timeless = true;
        for (Missing look : sight.looks()) {
            switch (look) {
                case Missing.MissingFact(var ref) -> {
                    timeless &= !ref.isYearly();
                    Fact fact = dictionary.get(ref.fact());
                    if (fact != null && fact.effort() != Effort.NONE) {
                        if (fact.type().isNumber()) {
                            latest.merge(ref.fact(), new Figure(ref, fact), Levers::later);
                        } else {
                            turns.add(new Turn(new Condition.FactIsTrue(ref), fact.effort() == Effort.UP));
                        }
                    }
                }
                case Missing.MissingTitle(var title) -> turns.add(new Turn(new Condition.HoldsTitle(title), true));
                case Missing.Unanswered item -> {}
                case Missing.Unjudged item -> {}
            }
        }
        return new Levers(List.copyOf(latest.values()), List.copyOf(turns), timeless, sight.waits());
    }

    /** Whether nothing that the tree looks at can be moved by effort. */
    boolean isEmpty() {
        return figures.isEmpty() && turns.isEmpty();
    }

    private static Figure later(Figure one, Figure other) {
        return one.ref().yearsBack() <= other.ref().yearsBack() ? one : other;
    }
}
