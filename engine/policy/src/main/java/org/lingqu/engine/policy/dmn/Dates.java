package org.lingqu.engine.policy.dmn;

import java.util.List;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.DateTerm;

/** Days in FEEL. */
final class Dates {

    private final Graph graph;

    Dates(Graph graph) {
        this.graph = graph;
    }

    Guarded of(DateTerm term) {
        return switch (term) {
            case DateTerm.DateLiteral literal ->
                Guarded.known(Trees.call("date", Trees.text(literal.value().toString())));
            case DateTerm.FactDate fact -> Guarded.named(graph.fact(fact.ref()));
            case DateTerm.AsOf now -> graph.day();
            case DateTerm.YearEnd end ->
                Guarded.known(Trees.call("date", year(end.yearsBack()), Trees.number(12), Trees.number(31)));
            case DateTerm.Moved moved -> moved(moved);
        };
    }

    /** The calendar year so many years before that of the as-of date. */
    Expression year(int yearsBack) {
        Expression year = Trees.path(graph.day().value(), "year");
        return yearsBack == 0 ? year : Trees.minus(year, Trees.number(yearsBack));
    }

    private Guarded moved(DateTerm.Moved moved) {
        Guarded from = of(moved.date());
        Expression months = moved(from.value(), moved.months(), "P%dM");
        return Guarded.of(moved(months, moved.days(), "P%dD"), List.of(from));
    }

    private static Expression moved(Expression day, int by, String pattern) {
        Expression duration = Trees.call("duration", Trees.text(pattern.formatted(Math.abs(by))));
        return by == 0 ? day : by > 0 ? Trees.plus(day, duration) : Trees.minus(day, duration);
    }
}
