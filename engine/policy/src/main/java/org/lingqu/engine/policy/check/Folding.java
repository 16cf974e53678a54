package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.NumberTerm.Add;
import org.lingqu.engine.policy.rule.NumberTerm.Divide;
import org.lingqu.engine.policy.rule.NumberTerm.Literal;
import org.lingqu.engine.policy.rule.NumberTerm.Max;
import org.lingqu.engine.policy.rule.NumberTerm.Min;
import org.lingqu.engine.policy.rule.NumberTerm.Multiply;
import org.lingqu.engine.policy.rule.NumberTerm.Subtract;

/** Computes what is constant while the file is read, so that {@code 5000 * 万元} is one literal. Exact or not at all. */
final class Folding {

    private Folding() {}

    static NumberTerm add(NumberTerm a, NumberTerm b) {
        return fold(a, b, BigDecimal::add, new Add(a, b));
    }

    static NumberTerm subtract(NumberTerm a, NumberTerm b) {
        return fold(a, b, BigDecimal::subtract, new Subtract(a, b));
    }

    static NumberTerm multiply(NumberTerm a, NumberTerm b) {
        return fold(a, b, BigDecimal::multiply, new Multiply(a, b));
    }

    static NumberTerm divide(NumberTerm a, NumberTerm b) {
        if (a instanceof Literal left
                && b instanceof Literal right
                && right.value().signum() != 0) {
            try {
                return new Literal(left.value().divide(right.value()));
            } catch (ArithmeticException endless) {
                return new Divide(a, b); // 1/3 has no decimal: left to exact fractions
            }
        }
        return new Divide(a, b);
    }

    static NumberTerm min(List<NumberTerm> terms) {
        return extreme(terms, BigDecimal::min).orElseGet(() -> new Min(terms));
    }

    static NumberTerm max(List<NumberTerm> terms) {
        return extreme(terms, BigDecimal::max).orElseGet(() -> new Max(terms));
    }

    static Optional<BigDecimal> constant(NumberTerm term) {
        return term instanceof Literal literal ? Optional.of(literal.value()) : Optional.empty();
    }

    private static NumberTerm fold(NumberTerm a, NumberTerm b, BinaryOperator<BigDecimal> exact, NumberTerm otherwise) {
        return a instanceof Literal left && b instanceof Literal right
                ? new Literal(exact.apply(left.value(), right.value()))
                : otherwise;
    }

    private static Optional<NumberTerm> extreme(List<NumberTerm> terms, BinaryOperator<BigDecimal> choose) {
        return terms.stream().allMatch(Literal.class::isInstance)
                ? terms.stream()
                        .map(term -> ((Literal) term).value())
                        .reduce(choose)
                        .map(Literal::new)
                : Optional.empty();
    }
}
