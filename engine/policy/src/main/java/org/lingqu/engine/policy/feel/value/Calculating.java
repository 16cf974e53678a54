package org.lingqu.engine.policy.feel.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.ArithmeticOperator;

/** The five operators over values (DMN 1.5, 10.3.2.13, tables 55 to 57). {@link Value.Null} where there is no answer. */
public final class Calculating {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private Calculating() {}

    /** What {@code left operator right} is in FEEL. */
    public static Value calculate(ArithmeticOperator operator, Value left, Value right) {
        try {
            return switch (operator) {
                case ADD -> add(left, right);
                case SUBTRACT -> subtract(left, right);
                case MULTIPLY -> multiply(left, right);
                case DIVIDE -> divide(left, right);
                case POWER ->
                    left instanceof Value.Num a && right instanceof Value.Num b
                            ? number(Numbers.power(a.value(), b.value()))
                            : Value.Null.NULL;
            };
        } catch (DateTimeException | ArithmeticException outOfRange) {
            // A day or duration beyond what the calendar holds: FEEL has no such value.
            return Value.Null.NULL;
        }
    }

    /** The value of a number that may not exist. */
    public static Value number(@Nullable BigDecimal value) {
        return value == null ? Value.Null.NULL : new Value.Num(value);
    }

    private static Value add(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return number(Numbers.rounded(a.value().add(b.value(), Numbers.DECIMAL128)));
        }
        if (left instanceof Value.Text a && right instanceof Value.Text b) {
            return new Value.Text(a.value() + b.value());
        }
        if (isDuration(left) && !isDuration(right)) {
            return moved(right, left, 1);
        }
        if (left instanceof Value.Days a && right instanceof Value.Days b) {
            return new Value.Days(a.value().plus(b.value()));
        }
        if (left instanceof Value.Months a && right instanceof Value.Months b) {
            return new Value.Months(Math.addExact(a.value(), b.value()));
        }
        return moved(left, right, 1);
    }

    private static boolean isDuration(Value value) {
        return value instanceof Value.Days || value instanceof Value.Months;
    }

    private static Value subtract(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return number(Numbers.rounded(a.value().subtract(b.value(), Numbers.DECIMAL128)));
        }
        if (left instanceof Value.Days a && right instanceof Value.Days b) {
            return new Value.Days(a.value().minus(b.value()));
        }
        if (left instanceof Value.Months a && right instanceof Value.Months b) {
            return new Value.Months(Math.subtractExact(a.value(), b.value()));
        }
        if (left instanceof Value.Time a && right instanceof Value.Time b) {
            return between(b, a);
        }
        if (isDay(left) && isDay(right)) {
            return between(moment(right), moment(left));
        }
        return moved(left, right, -1);
    }

    private static boolean isDay(Value value) {
        return value instanceof Value.Date || value instanceof Value.DateTime;
    }

    private static Value.DateTime moment(Value value) {
        return value instanceof Value.Date(java.time.LocalDate day)
                ? new Value.DateTime(day.atStartOfDay(), ZoneOffset.UTC)
                : (Value.DateTime) value;
    }

    private static Value between(Value.DateTime from, Value.DateTime to) {
        ZoneId a = from.zone();
        ZoneId b = to.zone();
        if (a == null || b == null) {
            return a == null && b == null
                    ? new Value.Days(Duration.between(from.value(), to.value()))
                    : Value.Null.NULL;
        }
        return new Value.Days(
                Duration.between(from.value().atZone(a), to.value().atZone(b)));
    }

    private static Value between(Value.Time from, Value.Time to) {
        ZoneId a = from.zone();
        ZoneId b = to.zone();
        Duration local = Duration.between(from.value(), to.value());
        if (a == null || b == null) {
            return a == null && b == null ? new Value.Days(local) : Value.Null.NULL;
        }
        return new Value.Days(local.plusSeconds(seconds(a, from.value()) - seconds(b, to.value())));
    }

    private static long seconds(ZoneId zone, LocalTime time) {
        return zone.getRules()
                .getOffset(LocalDateTime.of(2000, 1, 1, 0, 0).with(time))
                .getTotalSeconds();
    }

    private static Value moved(Value point, Value by, int sign) {
        return switch (by) {
            case Value.Months(long months) -> movedMonths(point, Math.multiplyExact(months, sign));
            case Value.Days(Duration days) -> movedTime(point, sign < 0 ? days.negated() : days);
            default -> Value.Null.NULL;
        };
    }

    private static Value movedMonths(Value point, long months) {
        return switch (point) {
            case Value.Date(java.time.LocalDate day) -> new Value.Date(day.plusMonths(months));
            case Value.DateTime(LocalDateTime time, ZoneId zone) -> new Value.DateTime(time.plusMonths(months), zone);
            default -> Value.Null.NULL;
        };
    }

    private static Value movedTime(Value point, Duration by) {
        return switch (point) {
            case Value.Date(java.time.LocalDate day) ->
                new Value.Date(day.atStartOfDay().plus(by).toLocalDate());
            case Value.Time(LocalTime time, ZoneId zone) -> new Value.Time(time.plus(by), zone);
            case Value.DateTime(LocalDateTime time, ZoneId zone) -> {
                if (zone == null) {
                    yield new Value.DateTime(time.plus(by), null);
                }
                ZonedDateTime there = time.atZone(zone).plus(by);
                yield new Value.DateTime(there.toLocalDateTime(), zone);
            }
            default -> Value.Null.NULL;
        };
    }

    private static Value multiply(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return number(Numbers.rounded(a.value().multiply(b.value(), Numbers.DECIMAL128)));
        }
        if (right instanceof Value.Num factor) {
            return scaled(left, factor.value());
        }
        return left instanceof Value.Num factor ? scaled(right, factor.value()) : Value.Null.NULL;
    }

    private static Value scaled(Value duration, BigDecimal factor) {
        return switch (duration) {
            case Value.Months(long months) -> months(BigDecimal.valueOf(months).multiply(factor));
            case Value.Days(Duration days) -> days(seconds(days).multiply(factor));
            default -> Value.Null.NULL;
        };
    }

    private static Value months(BigDecimal months) {
        return new Value.Months(months.setScale(0, RoundingMode.DOWN).longValueExact());
    }

    /** A days and time duration of so many seconds, cut to nanoseconds. */
    public static Value.Days days(BigDecimal seconds) {
        BigDecimal nanos = seconds.multiply(NANOS).setScale(0, RoundingMode.DOWN);
        BigDecimal[] parts = nanos.divideAndRemainder(NANOS);
        return new Value.Days(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()));
    }

    /** How many seconds a duration is, exactly. */
    public static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    private static Value divide(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return number(Numbers.quotient(a.value(), b.value()));
        }
        if (left instanceof Value.Months(long a) && right instanceof Value.Months(long b)) {
            return number(Numbers.quotient(BigDecimal.valueOf(a), BigDecimal.valueOf(b)));
        }
        if (left instanceof Value.Days(Duration a) && right instanceof Value.Days(Duration b)) {
            return number(Numbers.quotient(seconds(a), seconds(b)));
        }
        if (!(right instanceof Value.Num(BigDecimal divisor)) || divisor.signum() == 0) {
            return Value.Null.NULL;
        }
        return switch (left) {
            case Value.Months(long months) -> months(BigDecimal.valueOf(months).divide(divisor, Numbers.DECIMAL128));
            case Value.Days(Duration days) -> days(seconds(days).divide(divisor, Numbers.DECIMAL128));
            default -> Value.Null.NULL;
        };
    }

    /** {@code -value}. */
    public static Value negated(Value value) {
        try {
            return switch (value) {
                case Value.Num(BigDecimal number) -> new Value.Num(number.negate());
                case Value.Months(long months) -> new Value.Months(Math.negateExact(months));
                case Value.Days(Duration days) -> new Value.Days(days.negated());
                default -> Value.Null.NULL;
            };
        } catch (ArithmeticException outOfRange) {
            return Value.Null.NULL;
        }
    }

    /** The whole months from one day to another, cut towards zero. */
    public static Value.Months months(java.time.LocalDate from, java.time.LocalDate to) {
        return new Value.Months(Period.between(from, to).toTotalMonths());
    }
}
