package org.lingqu.engine.policy.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

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

    static Levers of(Term term, Facts dictionary) {
        Map<String, Figure> latest = new LinkedHashMap<>();
        Set<FactRef> refs = Terms.facts(term);
        for (FactRef ref : refs) {
            Fact fact = dictionary.get(ref.fact());
            if (fact != null && fact.type().isNumber()) {
                latest.merge(
                        ref.fact(),
                        new Figure(ref, fact),
                        (a, b) -> a.ref().yearsBack() <= b.ref().yearsBack() ? a : b);
            }
        }
        Set<Condition> turns = new LinkedHashSet<>();
        boolean[] years = {refs.stream().anyMatch(FactRef::isYearly)};
        boolean[] days = {false};
        Terms.each(term, part -> {
            switch (part) {
                case Condition.FactIsTrue fact -> turns.add(fact);
                case Condition.HoldsTitle title -> {
                    turns.add(title);
                    days[0] = true;
                }
                case NumberTerm.YearSum sum -> years[0] = true;
                case NumberTerm.YearCount count -> years[0] = true;
                case DateTerm.AsOf now -> days[0] = true;
                case DateTerm.YearEnd end -> days[0] = true;
                default -> {}
            }
        });
        return new Levers(new ArrayList<>(latest.values()), List.copyOf(turns), !years[0], days[0]);
    }
}
