package org.lingqu.engine.policy.dmn;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.RangeTerm;

/** Points in FEEL: what is certain and what is possible, both always known. */
final class Ranges {

    private final Graph graph;
    private final Numbers numbers;
    private final Supposition supposition;
    private final Map<RangeTerm, Ends> decided = new HashMap<>();

    /** Both ends. */
    record Ends(Expression low, Expression high) {}

    Ranges(Graph graph, Numbers numbers, Supposition supposition) {
        this.graph = graph;
        this.numbers = numbers;
        this.supposition = supposition;
    }

    /** From now on the points are read from a decision of that name. */
    void decided(RangeTerm range, String name) {
        decided.putIfAbsent(range, new Ends(Trees.path(Trees.name(name), "low"), Trees.path(Trees.name(name), "high")));
    }

    Ends of(RangeTerm range) {
        Ends known = decided.get(range);
        return known != null
                ? known
                : switch (range) {
                    case RangeTerm.Points points -> {
                        Guarded value = numbers.of(points.points());
                        yield new Ends(value.or(Trees.number(points.least())), value.or(Trees.number(points.most())));
                    }
                    case RangeTerm.Judgement judgement -> judgement(judgement);
                    case RangeTerm.Sum sum -> {
                        List<Ends> parts = sum.parts().stream().map(this::of).toList();
                        yield new Ends(
                                parts.stream()
                                        .map(Ends::low)
                                        .reduce(Trees::plus)
                                        .orElseThrow(),
                                parts.stream()
                                        .map(Ends::high)
                                        .reduce(Trees::plus)
                                        .orElseThrow());
                    }
                    case RangeTerm.Best best -> {
                        List<Ends> parts = best.parts().stream().map(this::of).toList();
                        yield new Ends(
                                Trees.call("max", parts.stream().map(Ends::low).toList()),
                                Trees.call("max", parts.stream().map(Ends::high).toList()));
                    }
                    case RangeTerm.Cap cap -> {
                        Ends part = of(cap.part());
                        yield new Ends(capped(part.low(), cap.most()), capped(part.high(), cap.most()));
                    }
                };
    }

    private static Expression capped(Expression points, BigDecimal most) {
        return Trees.call("min", points, Trees.number(most));
    }

    /** The experts' points once there are some; else the ends of the band, which a supposition draws together if it is known. */
    private Ends judgement(RangeTerm.Judgement judgement) {
        Guarded given = Guarded.named(graph.judgement(judgement.item()));
        Guarded from = numbers.of(judgement.from());
        Guarded to = numbers.of(judgement.to());
        Expression low = from.or(Trees.number(judgement.least()));
        Expression high = to.or(Trees.number(judgement.most()));
        Guarded band = Guarded.of(Trees.TRUE, List.of(from, to));
        Ends open = switch (supposition) {
            case OPEN -> new Ends(low, high);
            case YES -> new Ends(together(band, high, low), high);
            case NO -> new Ends(low, together(band, low, high));
        };
        return new Ends(given.or(open.low()), given.or(open.high()));
    }

    private static Expression together(Guarded band, Expression end, Expression other) {
        return band.unknown().map(unknown -> Trees.choose(unknown, other, end)).orElse(end);
    }
}
