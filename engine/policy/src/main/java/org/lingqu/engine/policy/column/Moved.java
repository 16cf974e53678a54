package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.util.Optional;
import org.lingqu.engine.policy.rule.Comparison;

/**
 * A literal that is added to an amount, taken over to the border it is compared with: {@code a / b - 1 > 0} is
 * {@code a / b > 1}, and a quotient against a literal is proven exact where a difference of a quotient is not.
 *
 * @param rest the amount without the literal
 */
record Moved(Node.Amount rest, BigDecimal literal) {

    /** Empty when the amount is no sum with a literal. */
    static Optional<Moved> of(Node.Amount amount) {
        return amount instanceof Node.Arithmetic(var operator, var left, Node.Literal(var value))
                ? switch (operator) {
                    case PLUS -> Optional.of(new Moved(left, value));
                    case MINUS -> Optional.of(new Moved(left, value.negate()));
                    case TIMES, DIVIDED_BY, LEAST, GREATEST -> Optional.empty();
                }
                : Optional.empty();
    }

    Node.Compare compare(Comparison comparison, BigDecimal border) {
        return new Node.Compare(rest, comparison, new Node.Literal(border.subtract(literal)));
    }

    Node.Bands bands(Node.Bands bands) {
        return new Node.Bands(
                rest,
                bands.bands().stream()
                        .map(band -> new Node.Band(band.from().subtract(literal), band.inclusive(), band.points()))
                        .toList(),
                bands.below());
    }
}
