package org.lingqu.engine.policy.feel.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;

/** Equality and order of values (DMN 1.5, 10.3.2.13, tables 50 to 54). Null where there is no answer. */
public final class Comparing {

    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private Comparing() {}

    /** What {@code left operator right} is in FEEL; null when the two cannot be compared. */
    public static @Nullable Boolean compare(ComparisonOperator operator, Value left, Value right) {
        return switch (operator) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> {
                Boolean equal = equal(left, right);
                yield equal == null ? null : !equal;
            }
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                Integer order = order(left, right);
                yield order == null ? null : operator.holds(order);
            }
        };
    }

    /** FEEL's {@code =}: null equals null, nothing else equals null, and values of different types cannot be compared. */
    public static @Nullable Boolean equal(Value left, Value right) {
        if (left.isNull() || right.isNull()) {
            return left.isNull() && right.isNull();
        }
        return switch (left) {
            case Value.Null ignored -> right.isNull();
            case Value.Bool a -> right instanceof Value.Bool b ? (Boolean) (a.value() == b.value()) : null;
            case Value.Num a -> right instanceof Value.Num b ? sameOrder(a, b) : null;
            case Value.Text a ->
                right instanceof Value.Text b ? (Boolean) a.value().equals(b.value()) : null;
            case Value.Date a -> right instanceof Value.Date b ? sameOrder(a, b) : null;
            case Value.Time a -> right instanceof Value.Time b ? sameOrder(wholeSeconds(a), wholeSeconds(b)) : null;
            case Value.DateTime a ->
                right instanceof Value.DateTime b ? sameOrder(wholeSeconds(a), wholeSeconds(b)) : null;
            case Value.Days a -> isDuration(right) ? durations(a, right) : null;
            case Value.Months a -> isDuration(right) ? durations(a, right) : null;
            case Value.Items a -> right instanceof Value.Items b ? lists(a.values(), b.values()) : null;
            case Value.Context a -> right instanceof Value.Context b ? contexts(a.entries(), b.entries()) : null;
            case Value.Range a -> right instanceof Value.Range b ? ranges(a, b) : null;
            case Value.Function a -> right instanceof Value.Function ? (Boolean) a.equals(right) : null;
        };
    }

    // Times are equal when their properties are, and the property "second" has no fraction (table 53).
    private static Value wholeSeconds(Value.Time time) {
        return new Value.Time(time.value().truncatedTo(ChronoUnit.SECONDS), time.zone());
    }

    private static Value wholeSeconds(Value.DateTime moment) {
        return new Value.DateTime(moment.value().truncatedTo(ChronoUnit.SECONDS), moment.zone());
    }

    private static @Nullable Boolean sameOrder(Value left, Value right) {
        Integer order = order(left, right);
        return order == null ? null : order == 0;
    }

    private static @Nullable Boolean durations(Value left, Value right) {
        Integer order = order(left, right);
        if (order != null) {
            return order == 0;
        }
        if (isZero(left) && isZero(right)) {
            return true;
        }
        return null;
    }

    private static boolean isZero(Value duration) {
        return (duration instanceof Value.Days(java.time.Duration days) && days.isZero())
                || (duration instanceof Value.Months(long months) && months == 0);
    }

    private static boolean isDuration(Value value) {
        return value instanceof Value.Days || value instanceof Value.Months;
    }

    private static boolean lists(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contexts(Map<String, Value> left, Map<String, Value> right) {
        return left.size() == right.size()
                && left.entrySet().stream().allMatch(entry -> {
                    Value other = right.get(entry.getKey());
                    return other != null && same(entry.getValue(), other);
                });
    }

    private static boolean ranges(Value.Range left, Value.Range right) {
        return left.lowIncluded() == right.lowIncluded()
                && left.highIncluded() == right.highIncluded()
                && left.operator() == right.operator()
                && same(left.low(), right.low())
                && same(left.high(), right.high());
    }

    /** Whether the two are certainly equal. */
    public static boolean same(Value left, Value right) {
        return Boolean.TRUE.equals(equal(left, right));
    }

    /** The sign of the order of two values of one ordered type; null for all others, and for local against zoned times. */
    public static @Nullable Integer order(Value left, Value right) {
        return switch (left) {
            case Value.Num a ->
                right instanceof Value.Num b ? (Integer) a.value().compareTo(b.value()) : null;
            case Value.Text a -> right instanceof Value.Text b ? (Integer) codePoints(a.value(), b.value()) : null;
            case Value.Date a ->
                right instanceof Value.Date b ? (Integer) a.value().compareTo(b.value()) : null;
            case Value.Time a -> right instanceof Value.Time b ? times(a, b) : null;
            case Value.DateTime a -> right instanceof Value.DateTime b ? moments(a, b) : null;
            case Value.Days a ->
                right instanceof Value.Days b ? (Integer) a.value().compareTo(b.value()) : null;
            case Value.Months a ->
                right instanceof Value.Months b ? (Integer) Long.compare(a.value(), b.value()) : null;
            case Value.Null ignored -> null;
            case Value.Bool ignored -> null;
            case Value.Items ignored -> null;
            case Value.Context ignored -> null;
            case Value.Range ignored -> null;
            case Value.Function ignored -> null;
        };
    }

    private static int codePoints(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
    }

    private static @Nullable Integer times(Value.Time left, Value.Time right) {
        ZoneId a = left.zone();
        ZoneId b = right.zone();
        if (a == null || b == null) {
            return a == null && b == null ? left.value().compareTo(right.value()) : null;
        }
        return Long.compare(utcNanos(left.value(), a), utcNanos(right.value(), b));
    }

    private static long utcNanos(LocalTime time, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(ANY_DAY.atTime(time));
        return OffsetTime.of(time, offset).toLocalTime().toNanoOfDay() - offset.getTotalSeconds() * 1_000_000_000L;
    }

    private static @Nullable Integer moments(Value.DateTime left, Value.DateTime right) {
        ZoneId a = left.zone();
        ZoneId b = right.zone();
        if (a == null || b == null) {
            return a == null && b == null ? left.value().compareTo(right.value()) : null;
        }
        return left.value()
                .atZone(a)
                .toInstant()
                .compareTo(right.value().atZone(b).toInstant());
    }

    /** Whether a range holds a value; null when the ends and the value cannot be compared. */
    public static @Nullable Boolean holds(Value.Range range, Value value) {
        if (range.operator() != null) {
            return compare(range.operator(), value, range.onlyEnd());
        }
        Boolean above = compare(
                range.lowIncluded() ? ComparisonOperator.GREATER_OR_EQUAL : ComparisonOperator.GREATER,
                value,
                range.low());
        Boolean below = compare(
                range.highIncluded() ? ComparisonOperator.LESS_OR_EQUAL : ComparisonOperator.LESS, value, range.high());
        if (above == null || below == null) {
            return null;
        }
        return above && below;
    }
}
