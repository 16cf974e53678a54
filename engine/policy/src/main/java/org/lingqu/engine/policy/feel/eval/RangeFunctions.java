package org.lingqu.engine.policy.feel.eval;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.Feel;
import org.lingqu.engine.policy.feel.eval.BuiltInFunction.Implementation;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Parsed;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.Value;

/**
 * How points and intervals lie to each other (DMN 1.5, 10.3.4.7, after Allen). A point is the interval from itself to itself;
 * each function then follows from the order of the ends.
 */
final class RangeFunctions {

    private static final Set<String> CONSTRUCTORS = Set.of("date", "time", "date and time", "duration");

    static final Map<String, Implementation> ALL = Map.ofEntries(
            Map.entry("before", of((a, b) -> before(a, b))),
            Map.entry("after", of((a, b) -> before(b, a))),
            Map.entry("meets", ofRanges((a, b) -> meets(a, b))),
            Map.entry("met by", ofRanges((a, b) -> meets(b, a))),
            Map.entry("overlaps", ofRanges((a, b) -> neither(before(a, b), before(b, a)))),
            Map.entry("overlaps before", ofRanges((a, b) -> overlapsBefore(a, b))),
            Map.entry("overlaps after", ofRanges((a, b) -> overlapsAfter(a, b))),
            Map.entry("finishes", of((a, b) -> finishes(a, b))),
            Map.entry("finished by", of((a, b) -> finishes(b, a))),
            Map.entry("includes", of((a, b) -> includes(a, b))),
            Map.entry("during", of((a, b) -> includes(b, a))),
            Map.entry("starts", of((a, b) -> starts(a, b))),
            Map.entry("started by", of((a, b) -> starts(b, a))),
            Map.entry("coincides", of((a, b) -> coincides(a, b))),
            Map.entry("range", RangeFunctions::read));

    private RangeFunctions() {}

    private interface Relation {
        @Nullable Boolean holds(Value.Range a, Value.Range b);
    }

    private static Implementation of(Relation relation) {
        return arguments -> {
            Value.Range a = range(arguments.single(0));
            Value.Range b = range(arguments.single(1));
            return a == null || b == null || !comparable(a, b) ? Value.Null.NULL : Value.of(relation.holds(a, b));
        };
    }

    private static Implementation ofRanges(Relation relation) {
        Implementation any = of(relation);
        return arguments -> arguments.single(0) instanceof Value.Range && arguments.single(1) instanceof Value.Range
                ? any.apply(arguments)
                : Value.Null.NULL;
    }

    private static Value.@Nullable Range range(Value value) {
        return switch (value) {
            case Value.Range range -> range.operator() == ComparisonOperator.NOT_EQUAL ? null : range;
            case Value.Null ignored -> null;
            case Value point -> new Value.Range(true, point, point, true, null);
        };
    }

    private static boolean comparable(Value.Range a, Value.Range b) {
        return comparable(a.low(), b.high()) && comparable(a.high(), b.low()) && comparable(a.low(), b.low());
    }

    private static boolean comparable(Value a, Value b) {
        return a.isNull() || b.isNull() || Comparing.order(a, b) != null;
    }

    private static int order(Value a, Value b) {
        Integer order = Comparing.order(a, b);
        return order == null ? 0 : order;
    }

    /** The order of two lower ends: an open side reaches lowest, an excluded end lies a little above its value. */
    private static int lows(Value.Range a, Value.Range b) {
        if (a.low().isNull() || b.low().isNull()) {
            return Boolean.compare(!a.low().isNull(), !b.low().isNull());
        }
        int order = order(a.low(), b.low());
        return order != 0 ? order : Boolean.compare(!a.lowIncluded(), !b.lowIncluded());
    }

    private static int highs(Value.Range a, Value.Range b) {
        if (a.high().isNull() || b.high().isNull()) {
            return Boolean.compare(a.high().isNull(), b.high().isNull());
        }
        int order = order(a.high(), b.high());
        return order != 0 ? order : Boolean.compare(a.highIncluded(), b.highIncluded());
    }

    private static boolean before(Value.Range a, Value.Range b) {
        if (a.high().isNull() || b.low().isNull()) {
            return false;
        }
        int order = order(a.high(), b.low());
        return order < 0 || (order == 0 && !(a.highIncluded() && b.lowIncluded()));
    }

    private static boolean meets(Value.Range a, Value.Range b) {
        return a.highIncluded()
                && b.lowIncluded()
                && !a.high().isNull()
                && !b.low().isNull()
                && order(a.high(), b.low()) == 0;
    }

    private static boolean neither(boolean a, boolean b) {
        return !a && !b;
    }

    private static boolean overlapsBefore(Value.Range a, Value.Range b) {
        return lows(a, b) < 0 && highs(a, b) <= 0 && neither(before(a, b), before(b, a));
    }

    private static boolean overlapsAfter(Value.Range a, Value.Range b) {
        return lows(a, b) > 0 && highs(a, b) >= 0 && neither(before(a, b), before(b, a));
    }

    private static boolean finishes(Value.Range a, Value.Range b) {
        return highs(a, b) == 0 && lows(a, b) >= 0;
    }

    private static boolean starts(Value.Range a, Value.Range b) {
        return lows(a, b) == 0 && highs(a, b) <= 0;
    }

    private static boolean includes(Value.Range a, Value.Range b) {
        return lows(a, b) <= 0 && highs(a, b) >= 0;
    }

    private static boolean coincides(Value.Range a, Value.Range b) {
        return lows(a, b) == 0 && highs(a, b) == 0;
    }

    /** {@code range("[1..3]")}: an interval between literals, the lower first. */
    private static Value read(Arguments arguments) {
        String text = arguments.text(0);
        if (text == null || !(Feel.parse(text) instanceof Parsed.Tree<Expression>(Expression.Range range))) {
            return Value.Null.NULL;
        }
        Evaluator evaluator = arguments.evaluator();
        if (!isLiteral(range.low()) || !isLiteral(range.high())) {
            return Value.Null.NULL;
        }
        Value low = evaluator.value(range.low(), Scope.EMPTY);
        Value high = evaluator.value(range.high(), Scope.EMPTY);
        Integer order = Comparing.order(low, high);
        return order == null || order > 0
                ? Value.Null.NULL
                : new Value.Range(range.lowIncluded(), low, high, range.highIncluded(), null);
    }

    private static boolean isLiteral(Expression end) {
        return switch (end) {
            case Expression.NumberLiteral ignored -> true;
            case Expression.StringLiteral ignored -> true;
            case Expression.AtLiteral ignored -> true;
            case Expression.Invocation call ->
                call.name().filter(CONSTRUCTORS::contains).isPresent()
                        && call.arguments().stream()
                                .allMatch(argument -> argument.value() instanceof Expression.StringLiteral);
            default -> false;
        };
    }
}
