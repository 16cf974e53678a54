package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.util.List;
import org.lingqu.engine.policy.column.Node.Operator;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

/** Compound growth compared with a rate, without a root: last against base × (1 + rate)^intervals. */
public final class Growths {

    private Growths() {}

    /** The comparison, unknown where the growth is. */
    public static Node.Test compare(Node.Growth growth, Comparison comparison, BigDecimal rate) {
        var zero = Node.Literal.of(0);
        var defined = new Node.All(List.of(
                new Node.Compare(growth.base(), Comparison.GREATER, zero),
                new Node.Compare(growth.last(), Comparison.AT_LEAST, zero)));
        BigDecimal factor = rate.add(BigDecimal.ONE);
        Node.Test said = factor.signum() < 0
                ? new Node.Constant(Truth.of(comparison.accepts(1)))
                : new Node.Compare(
                        growth.last(),
                        comparison,
                        new Node.Arithmetic(
                                Operator.TIMES, growth.base(), new Node.Literal(factor.pow(growth.intervals()))));
        // both sides have to be there, which a rate below -100 % does not ask
        return new Node.Either(defined, said, new Node.Constant(Truth.UNKNOWN));
    }

    /** Bands of growth as choices between comparisons. */
    public static Node.Amount bands(Node.Bands bands) {
        var growth = (Node.Growth) bands.of();
        Node.Amount rest = new Node.Literal(bands.below());
        for (Node.Band band : bands.bands().reversed()) {
            Comparison reached = band.inclusive() ? Comparison.AT_LEAST : Comparison.GREATER;
            rest = new Node.Choice(compare(growth, reached, band.from()), new Node.Literal(band.points()), rest);
        }
        return rest;
    }
}
