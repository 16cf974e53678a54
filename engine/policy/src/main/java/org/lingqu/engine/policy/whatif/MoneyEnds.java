package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.column.Node.Operator;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.NumberTerm;

/**
 * What an amount can still be where facts are missing, for all firms at once: a missing figure lies anywhere from its least
 * upwards, so a capped subsidy stays bounded. Missing ends are open. The interpreter says the same of one firm, except that a
 * banded rate whose subject is missing may be any of its rates here.
 */
final class MoneyEnds {

    private static final Node.Amount ZERO = new Node.Literal(BigDecimal.ZERO);
    private static final Node.Amount OPEN = new Node.Nothing();

    /** @param low missing where nothing bounds it from below, {@code high} where nothing does from above */
    record Ends(Node.Amount low, Node.Amount high) {
        Ends negated() {
            return new Ends(minus(ZERO, high), minus(ZERO, low));
        }
    }

    private final Lowering lowering;
    private final Facts facts;

    MoneyEnds(Lowering lowering, Facts facts) {
        this.lowering = lowering;
        this.facts = facts;
    }

    Ends of(NumberTerm term) {
        return switch (term) {
            case NumberTerm.Literal literal -> same(lowering.lower(literal));
            case NumberTerm.FactNumber fact -> fact(fact.ref().fact(), lowering.lower(term));
            case NumberTerm.YearSum sum -> fact(sum.fact(), lowering.lower(term));
            case NumberTerm.Add(var left, var right) -> add(of(left), of(right));
            case NumberTerm.Subtract(var left, var right) ->
                add(of(left), of(right).negated());
            case NumberTerm.Multiply(var left, var right) -> times(left, right);
            case NumberTerm.Divide(var left, var right) -> divided(lowering.lower(term), of(left), of(right));
            case NumberTerm.Min(var terms) -> least(terms.stream().map(this::of).toList());
            case NumberTerm.Max(var terms) ->
                least(terms.stream().map(one -> of(one).negated()).toList()).negated();
            case NumberTerm.Choose choose -> choose(choose);
            case NumberTerm.Steps steps -> steps(steps);
            default -> same(lowering.lower(term));
        };
    }

    private static Ends same(Node.Amount amount) {
        return new Ends(amount, amount);
    }

    private Ends fact(String name, Node.Amount amount) {
        Fact fact = facts.get(name);
        Node.Amount low = fact == null
                ? amount
                : fact.least().<Node.Amount>map(least -> filled(amount, least)).orElse(amount);
        return new Ends(low, amount);
    }

    private static Node.Amount filled(Node.Amount amount, BigDecimal least) {
        return amount instanceof Node.Nothing ? new Node.Literal(least) : new Node.Filled(amount, least);
    }

    private static Ends add(Ends left, Ends right) {
        return new Ends(plus(left.low, right.low), plus(left.high, right.high));
    }

    private static Node.Amount plus(Node.Amount left, Node.Amount right) {
        return new Node.Arithmetic(Operator.PLUS, left, right);
    }

    private static Node.Amount minus(Node.Amount left, Node.Amount right) {
        return new Node.Arithmetic(Operator.MINUS, left, right);
    }

    private static Node.Amount multiplied(Node.Amount left, Node.Amount right) {
        return new Node.Arithmetic(Operator.TIMES, left, right);
    }

    private Ends times(NumberTerm left, NumberTerm right) {
        if (left instanceof NumberTerm.Literal(BigDecimal factor)) {
            return scaled(factor, of(right));
        }
        if (right instanceof NumberTerm.Literal(BigDecimal factor)) {
            return scaled(factor, of(left));
        }
        Ends one = of(left);
        Ends other = of(right);
        Node.Amount product = lowering.lower(new NumberTerm.Multiply(left, right));
        Node.Test positive = new Node.All(List.of(notNegative(one.low), notNegative(other.low)));
        return new Ends(
                orElse(product, when(positive, multiplied(one.low, other.low))),
                orElse(product, when(positive, multiplied(one.high, other.high))));
    }

    private static Ends scaled(BigDecimal factor, Ends ends) {
        if (factor.signum() == 0) {
            return same(ZERO);
        }
        Node.Amount literal = new Node.Literal(factor);
        Node.Amount low = multiplied(ends.low, literal);
        Node.Amount high = multiplied(ends.high, literal);
        return factor.signum() > 0 ? new Ends(low, high) : new Ends(high, low);
    }

    private static Ends divided(Node.Amount quotient, Ends left, Ends right) {
        Node.Test positive = new Node.All(List.of(notNegative(left.low), notNegative(right.low)));
        return new Ends(orElse(quotient, when(positive, ZERO)), quotient);
    }

    private static Node.Test notNegative(Node.Amount amount) {
        return new Node.Compare(amount, Comparison.AT_LEAST, ZERO);
    }

    /** The amount where the test holds, otherwise open. */
    private static Node.Amount when(Node.Test test, Node.Amount amount) {
        return new Node.Choice(test, amount, OPEN);
    }

    private static Node.Amount orElse(Node.Amount amount, Node.Amount other) {
        return new Node.Choice(new Node.Present(amount), amount, other);
    }

    private static Ends least(List<Ends> parts) {
        return new Ends(
                reduce(parts.stream().map(Ends::low), (a, b) -> new Node.Arithmetic(Operator.LEAST, a, b)),
                reduce(parts.stream().map(Ends::high), MoneyEnds::leastKnown));
    }

    private static Node.Amount reduce(Stream<Node.Amount> amounts, BinaryOperator<Node.Amount> how) {
        return amounts.reduce(how).orElse(OPEN);
    }

    private static Node.Amount leastKnown(Node.Amount one, Node.Amount other) {
        if (one instanceof Node.Nothing || other instanceof Node.Nothing) {
            return one instanceof Node.Nothing ? other : one;
        }
        return orElse(new Node.Arithmetic(Operator.LEAST, one, other), orElse(one, other));
    }

    private Ends choose(NumberTerm.Choose choose) {
        Node.Test when = lowering.lower(choose.condition());
        Ends then = of(choose.then());
        Ends otherwise = of(choose.otherwise());
        return new Ends(
                choice(when, then.low, otherwise.low, Operator.LEAST),
                choice(when, then.high, otherwise.high, Operator.GREATEST));
    }

    private static Node.Amount choice(Node.Test when, Node.Amount then, Node.Amount otherwise, Operator open) {
        return new Node.Choice(
                Tests.known(when), new Node.Choice(when, then, otherwise), new Node.Arithmetic(open, then, otherwise));
    }

    private Ends steps(NumberTerm.Steps steps) {
        Node.Amount known = lowering.lower(steps);
        List<BigDecimal> values = Stream.concat(
                        Stream.of(steps.lowest()), steps.steps().stream().map(NumberTerm.Step::value))
                .toList();
        return new Ends(
                filled(known, values.stream().reduce(BigDecimal::min).orElseThrow()),
                filled(known, values.stream().reduce(BigDecimal::max).orElseThrow()));
    }
}
