package org.lingqu.engine.policy.feel.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;

/**
 * A value of FEEL (DMN 1.5, 10.3.2). {@link Null} is a value too: what FEEL answers when it cannot compute. Whether two
 * values are equal in FEEL's sense is asked of {@link Comparing}, not of {@code equals}.
 */
public sealed interface Value {

    /** FEEL's {@code null}. */
    record Null() implements Value {

        /** The only one. */
        public static final Null NULL = new Null();
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Value {
        public static final Bool TRUE = new Bool(true);
        public static final Bool FALSE = new Bool(false);
    }

    /** A decimal number; results are rounded to 34 digits (decimal128). */
    record Num(BigDecimal value) implements Value {}

    /** A string; its length is counted in code points. */
    record Text(String value) implements Value {}

    /** A day. */
    record Date(LocalDate value) implements Value {}

    /** A time of day; {@code zone} an offset or a named zone, null for local time. */
    record Time(LocalTime value, @Nullable ZoneId zone) implements Value {}

    /** A day and a time; {@code zone} an offset or a named zone, null for local time. */
    record DateTime(LocalDateTime value, @Nullable ZoneId zone) implements Value {}

    /** A days and time duration. */
    record Days(Duration value) implements Value {}

    /** A years and months duration, in months. */
    record Months(long value) implements Value {}

    /** A list. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = Collections.unmodifiableList(values);
        }
    }

    /** A context; the order of entries is kept but does not matter. */
    record Context(Map<String, Value> entries) implements Value {
        public Context {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * An interval.
     *
     * @param operator how it was written if with one end ({@code < 10}, {@code != 10}); null for {@code [low..high]}. The
     *     two forms are never equal, and only with an operator does a null end mean that there is no limit.
     */
    record Range(
            boolean lowIncluded,
            Value low,
            Value high,
            boolean highIncluded,
            @Nullable ComparisonOperator operator) implements Value {

        /** The end of a range that has one. */
        public Value onlyEnd() {
            return low.isNull() ? high : low;
        }
    }

    /** Something that can be called. */
    non-sealed interface Function extends Value {

        /** Parameter names in order; null for functions that take what they get (built-in ones). */
        @Nullable List<String> parameters();

        /** A {@link Type.FunctionOf}, or {@link Type#ANY} where nothing is declared. */
        Type type();

        /** The result for positional arguments; {@link Null} if they do not fit. */
        Value call(List<Value> arguments);

        /** The result for named arguments; {@link Null} unless exactly the parameters are named. */
        default Value call(Map<String, Value> arguments) {
            List<String> names = parameters();
            if (names == null
                    || names.size() != arguments.size()
                    || !arguments.keySet().containsAll(names)) {
                return Null.NULL;
            }
            return call(names.stream().map(arguments::get).toList());
        }
    }

    /** The FEEL truth value of {@code value}. */
    static Bool of(boolean value) {
        return value ? Bool.TRUE : Bool.FALSE;
    }

    /** Null where there is no answer. */
    static Value of(@Nullable Boolean value) {
        return value == null ? Null.NULL : of(value.booleanValue());
    }

    /** A whole number. */
    static Num of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    /** A string. */
    static Text of(String value) {
        return new Text(value);
    }

    /** Whether this is {@link Null}. */
    default boolean isNull() {
        return this instanceof Null;
    }
}
