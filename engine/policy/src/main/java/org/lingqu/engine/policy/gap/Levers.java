package org.lingqu.engine.policy.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.decision.Missing;
import org.lingqu.engine.policy.decision.Sight;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Condition;

/**
 * What may be moved to change what a tree says, whatever the firm.
 *
 * @param figures of each number fact the latest year that is read: what lies further back is past changing
 * @param turns yes/no facts and titles, as the nodes that read them
 * @param timeless whether nothing that belongs to a year is read, so that days can pass
 * @param waits whether the passing of days can change anything
 */
record Levers(List<Figure> figures, List<Condition> turns, boolean timeless, boolean waits) {

    record Figure(FactRef ref, Fact fact) {}

    static Levers of(Sight sight, Facts dictionary) {
        Map<String, Figure> latest = new LinkedHashMap<>();
        List<Condition> turns = new ArrayList<>();
        boolean timeless = true;
        for (Missing look : sight.looks()) {
            switch (look) {
                case Missing.MissingFact(var ref) -> {
                    timeless &= !ref.isYearly();
                    Fact fact = dictionary.get(ref.fact());
                    if (fact != null && fact.type().isNumber()) {
                        latest.merge(ref.fact(), new Figure(ref, fact), Levers::later);
                    } else if (fact == null || fact.type() == FactType.YES_NO) {
                        turns.add(new Condition.FactIsTrue(ref));
                    }
                }
                case Missing.MissingTitle(var title) -> turns.add(new Condition.HoldsTitle(title));
                case Missing.Unanswered item -> {}
                case Missing.Unjudged item -> {}
            }
        }
        return new Levers(List.copyOf(latest.values()), List.copyOf(turns), timeless, sight.waits());
    }

    private static Figure later(Figure one, Figure other) {
        return one.ref().yearsBack() <= other.ref().yearsBack() ? one : other;
    }
}
