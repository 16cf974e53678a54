package org.lingqu.engine.policy.feel.eval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.eval.BuiltInFunction.Implementation;
import org.lingqu.engine.policy.feel.value.Calculating;
import org.lingqu.engine.policy.feel.value.Numbers;
import org.lingqu.engine.policy.feel.value.Value;

/** DMN 1.5, 10.3.4.5, with {@code number} and {@code not}. */
final class NumberFunctions {

    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,4})?");

    static final Map<String, Implementation> ALL = Map.ofEntries(
            Map.entry("number", NumberFunctions::number),
            Map.entry(
                    "not",
                    arguments -> arguments.single(0) instanceof Value.Bool(boolean truth)
                            ? Value.of(!truth)
                            : Value.Null.NULL),
            Map.entry("decimal", scaled(RoundingMode.HALF_EVEN)),
            Map.entry("floor", scaled(RoundingMode.FLOOR)),
            Map.entry("ceiling", scaled(RoundingMode.CEILING)),
            Map.entry("round up", scaled(RoundingMode.UP)),
            Map.entry("round down", scaled(RoundingMode.DOWN)),
            Map.entry("round half up", scaled(RoundingMode.HALF_UP)),
            Map.entry("round half down", scaled(RoundingMode.HALF_DOWN)),
            Map.entry("abs", NumberFunctions::abs),
            Map.entry("modulo", NumberFunctions::modulo),
            Map.entry("sqrt", of(Numbers::sqrt)),
            Map.entry("log", of(Numbers::log)),
            Map.entry("exp", of(Numbers::exp)),
            Map.entry("odd", arguments -> even(arguments, false)),
            Map.entry("even", arguments -> even(arguments, true)));

    private NumberFunctions() {}

    private interface Function {
        @Nullable BigDecimal apply(BigDecimal value);
    }

    private static Implementation of(Function function) {
        return arguments -> {
            BigDecimal number = arguments.number(0);
            return number == null ? Value.Null.NULL : Calculating.number(function.apply(number));
        };
    }

    private static Implementation scaled(RoundingMode mode) {
        return arguments -> {
            BigDecimal number = arguments.number(0);
            BigDecimal scale = arguments.size() < 2 ? BigDecimal.ZERO : arguments.number(1);
            return number == null || scale == null
                    ? Value.Null.NULL
                    : Calculating.number(Numbers.scaled(number, scale, mode));
        };
    }

    private static Value abs(Arguments arguments) {
        Value value = arguments.single(0);
        return switch (value) {
            case Value.Num(BigDecimal number) -> new Value.Num(number.abs());
            case Value.Days(java.time.Duration days) -> new Value.Days(days.abs());
            case Value.Months(long months) -> new Value.Months(Math.abs(months));
            default -> Value.Null.NULL;
        };
    }

    /** {@code dividend - divisor * floor(dividend / divisor)}. */
    private static Value modulo(Arguments arguments) {
        BigDecimal dividend = arguments.number(0);
        BigDecimal divisor = arguments.number(1);
        if (dividend == null || divisor == null || divisor.signum() == 0) {
            return Value.Null.NULL;
        }
        long digits = ((long) dividend.precision() - dividend.scale()) - ((long) divisor.precision() - divisor.scale());
        if (digits > 2_000) {
            return Value.Null.NULL;
        }
        BigDecimal rest = dividend.remainder(divisor);
        return Calculating.number(
                Numbers.rounded(rest.signum() != 0 && rest.signum() != divisor.signum() ? rest.add(divisor) : rest));
    }

    private static Value even(Arguments arguments, boolean wanted) {
        BigDecimal number = arguments.number(0);
        if (number == null || !Numbers.isWhole(number)) {
            return number == null ? Value.Null.NULL : Value.Bool.FALSE;
        }
        boolean even = number.precision() - number.scale() > 2_000
                || number.remainder(BigDecimal.TWO).signum() == 0;
        return Value.of(even == wanted);
    }

    private static Value number(Arguments arguments) {
        if (arguments.single(0) instanceof Value.Num number && arguments.size() == 1) {
            return number;
        }
        String text = arguments.text(0);
        String grouping = separator(arguments, 1, " ,.");
        String point = separator(arguments, 2, ",.");
        if (text == null || grouping == null || point == null || (!grouping.isEmpty() && grouping.equals(point))) {
            return Value.Null.NULL;
        }
        UnaryOperator<String> ungrouped = from -> grouping.isEmpty() ? from : from.replace(grouping, "");
        String plain = ungrouped.apply(text);
        String pointed =
                point.isEmpty() ? plain : plain.contains(".") && !point.equals(".") ? "" : plain.replace(point, ".");
        return pointed.length() <= 6_200 && NUMBER.matcher(pointed).matches()
                ? Calculating.number(Numbers.rounded(new BigDecimal(pointed)))
                : Value.Null.NULL;
    }

    /** The separator; empty where none is given, null where it is not an allowed one. */
    private static @Nullable String separator(Arguments arguments, int index, String allowed) {
        if (!arguments.has(index)) {
            return "";
        }
        String separator = arguments.text(index);
        return separator != null && separator.length() == 1 && allowed.contains(separator) ? separator : null;
    }
}
