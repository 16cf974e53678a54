package org.lingqu.engine.policy.feel.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.eval.BuiltInFunction.Implementation;
import org.lingqu.engine.policy.feel.syntax.ArithmeticOperator;
import org.lingqu.engine.policy.feel.value.Calculating;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.Numbers;
import org.lingqu.engine.policy.feel.value.Value;

/** The functions that make one value of many: {@code sum}, {@code min}, {@code all} and so on (DMN 1.5, 10.3.4.4). */
final class StatisticsFunctions {

    static final Map<String, Implementation> ALL = Map.ofEntries(
            Map.entry("min", arguments -> extreme(arguments, -1)),
            Map.entry("max", arguments -> extreme(arguments, 1)),
            Map.entry("sum", arguments -> sum(arguments)),
            Map.entry("mean", arguments -> mean(arguments)),
            Map.entry("all", arguments -> quantified(arguments, false)),
            Map.entry("any", arguments -> quantified(arguments, true)),
            Map.entry("product", StatisticsFunctions::product),
            Map.entry("median", StatisticsFunctions::median),
            Map.entry("stddev", StatisticsFunctions::deviation),
            Map.entry("mode", StatisticsFunctions::mode));

    private StatisticsFunctions() {}

    /** All arguments as numbers; null if one is something else, or there are none. */
    private static @Nullable List<BigDecimal> numbers(Arguments arguments) {
        List<Value> values = arguments.all();
        if (values == null) {
            return null;
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (Value value : values) {
            if (!(value instanceof Value.Num(BigDecimal number))) {
                return null;
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static Value extreme(Arguments arguments, int sign) {
        List<Value> values = arguments.all();
        if (values == null || values.isEmpty()) {
            return Value.Null.NULL;
        }
        Value best = values.getFirst();
        for (Value value : values) {
            Integer order = Comparing.order(value, best);
            if (order == null) {
                return Value.Null.NULL;
            }
            best = order * sign > 0 ? value : best;
        }
        return best;
    }

    private static Value folded(List<Value> values, ArithmeticOperator operator) {
        Value total = values.getFirst();
        if (values.size() == 1) {
            return total instanceof Value.Num || total instanceof Value.Days || total instanceof Value.Months
                    ? total
                    : Value.Null.NULL;
        }
        for (Value value : values.subList(1, values.size())) {
            boolean summable = value.getClass() == total.getClass() && !(value instanceof Value.Text);
            total = summable ? Calculating.calculate(operator, total, value) : Value.Null.NULL;
        }
        return total;
    }

    private static Value sum(Arguments arguments) {
        List<Value> values = arguments.all();
        return values == null || values.isEmpty() ? Value.Null.NULL : folded(values, ArithmeticOperator.ADD);
    }

    private static Value product(Arguments arguments) {
        List<Value> values = arguments.all();
        return numbers(arguments) == null || values == null || values.isEmpty()
                ? Value.Null.NULL
                : folded(values, ArithmeticOperator.MULTIPLY);
    }

    private static Value mean(Arguments arguments) {
        List<Value> values = arguments.all();
        return values == null || values.isEmpty()
                ? Value.Null.NULL
                : Calculating.calculate(ArithmeticOperator.DIVIDE, sum(arguments), Value.of(values.size()));
    }

    /** {@code any} where {@code decisive}, {@code all} where not. */
    private static Value quantified(Arguments arguments, boolean decisive) {
        List<Value> values = arguments.all();
        if (values == null) {
            return Value.Null.NULL;
        }
        if (values.contains(Value.of(decisive))) {
            return Value.of(decisive);
        }
        return values.stream().allMatch(value -> value instanceof Value.Bool) ? Value.of(!decisive) : Value.Null.NULL;
    }

    private static Value median(Arguments arguments) {
        List<BigDecimal> numbers = numbers(arguments);
        if (numbers == null || numbers.isEmpty()) {
            return Value.Null.NULL;
        }
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return new Value.Num(sorted.get(middle));
        }
        BigDecimal sum = sorted.get(middle - 1).add(sorted.get(middle), Numbers.DECIMAL128);
        return Calculating.number(Numbers.quotient(sum, BigDecimal.TWO));
    }

    /** Of a sample: the divisor is one less than the count. */
    private static Value deviation(Arguments arguments) {
        List<BigDecimal> numbers = numbers(arguments);
        if (numbers == null || numbers.size() < 2) {
            return Value.Null.NULL;
        }
        BigDecimal count = BigDecimal.valueOf(numbers.size());
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, (a, b) -> a.add(b, Numbers.DECIMAL128));
        BigDecimal mean = sum.divide(count, Numbers.DECIMAL128);
        BigDecimal squares = BigDecimal.ZERO;
        for (BigDecimal number : numbers) {
            BigDecimal distance = number.subtract(mean, Numbers.DECIMAL128);
            squares = squares.add(distance.multiply(distance, Numbers.DECIMAL128), Numbers.DECIMAL128);
        }
        return Calculating.number(Numbers.sqrt(squares.divide(count.subtract(BigDecimal.ONE), Numbers.DECIMAL128)));
    }

    private static Value mode(Arguments arguments) {
        List<BigDecimal> numbers = numbers(arguments);
        if (numbers == null) {
            return Value.Null.NULL;
        }
        Map<BigDecimal, Integer> counts = new TreeMap<>();
        numbers.forEach(number -> counts.merge(number, 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElse(0);
        return new Value.Items(counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(entry -> (Value) new Value.Num(entry.getKey()))
                .toList());
    }
}
