package org.lingqu.engine.policy.feel.eval;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.eval.BuiltInFunction.Implementation;
import org.lingqu.engine.policy.feel.value.Calculating;
import org.lingqu.engine.policy.feel.value.TemporalText;
import org.lingqu.engine.policy.feel.value.Value;

/** Dates, times and durations: DMN 1.5, 10.3.4.1, 10.3.4.6, 10.3.4.8 and 10.3.4.11. */
final class TemporalFunctions {

    static final Map<String, Implementation> ALL = Map.ofEntries(
            Map.entry("date", TemporalFunctions::date),
            Map.entry("time", TemporalFunctions::time),
            Map.entry("date and time", TemporalFunctions::dateAndTime),
            Map.entry("duration", arguments -> {
                Value from = arguments.single(0);
                String text = arguments.text(0);
                return text != null ? TemporalText.duration(text) : isDuration(from) ? from : Value.Null.NULL;
            }),
            Map.entry("years and months duration", arguments -> {
                LocalDate from = day(arguments.single(0));
                LocalDate to = day(arguments.single(1));
                return from == null || to == null ? Value.Null.NULL : Calculating.months(from, to);
            }),
            Map.entry("day of year", ofDay(day -> Value.of(day.getDayOfYear()))),
            Map.entry(
                    "day of week",
                    ofDay(day -> Value.of(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)))),
            Map.entry(
                    "month of year",
                    ofDay(day -> Value.of(day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)))),
            Map.entry("week of year", ofDay(day -> Value.of(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))),
            Map.entry("now", arguments -> {
                OffsetDateTime now = OffsetDateTime.now(arguments.evaluator().clock());
                return new Value.DateTime(now.toLocalDateTime(), now.getOffset());
            }),
            Map.entry(
                    "today",
                    arguments ->
                            new Value.Date(LocalDate.now(arguments.evaluator().clock()))),
            Map.entry("is", TemporalFunctions::is));

    private TemporalFunctions() {}

    private interface OfDay {
        Value apply(LocalDate day);
    }

    private static Implementation ofDay(OfDay function) {
        return arguments -> {
            LocalDate day = day(arguments.single(0));
            return day == null ? Value.Null.NULL : function.apply(day);
        };
    }

    private static @Nullable LocalDate day(Value value) {
        return switch (value) {
            case Value.Date(LocalDate day) -> day;
            case Value.DateTime(LocalDateTime moment, ZoneId ignored) -> moment.toLocalDate();
            default -> null;
        };
    }

    private static boolean isDuration(Value value) {
        return value instanceof Value.Days || value instanceof Value.Months;
    }

    private static Value date(Arguments arguments) {
        if (arguments.size() == 3) {
            return wholes(arguments, 3)
                    ? of(arguments.whole(0), arguments.whole(1), arguments.whole(2))
                    : Value.Null.NULL;
        }
        String text = arguments.text(0);
        if (text != null) {
            return TemporalText.date(text);
        }
        LocalDate day = day(arguments.single(0));
        return day == null || arguments.size() > 1 ? Value.Null.NULL : new Value.Date(day);
    }

    private static boolean wholes(Arguments arguments, int count) {
        for (int i = 0; i < count; i++) {
            if (!arguments.isWhole(i)) {
                return false;
            }
        }
        return true;
    }

    private static Value of(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        LocalDate date = year == null || month == null || day == null ? null : TemporalText.day(year, month, day);
        return date == null ? Value.Null.NULL : new Value.Date(date);
    }

    private static Value time(Arguments arguments) {
        if (arguments.size() > 1) {
            return clock(arguments, 0);
        }
        String text = arguments.text(0);
        return switch (arguments.single(0)) {
            case Value.Time time -> time;
            case Value.DateTime(LocalDateTime moment, ZoneId zone) -> new Value.Time(moment.toLocalTime(), zone);
            case Value.Date ignored -> new Value.Time(LocalTime.MIDNIGHT, ZoneOffset.UTC);
            case Value ignored -> text == null ? Value.Null.NULL : TemporalText.time(text);
        };
    }

    /** Hour, minute, second and perhaps offset, from argument {@code first} on. */
    private static Value clock(Arguments arguments, int first) {
        Integer hour = arguments.whole(first);
        Integer minute = arguments.whole(first + 1);
        BigDecimal second = arguments.number(first + 2);
        if (hour == null || minute == null || second == null || !wholesFrom(arguments, first)) {
            return Value.Null.NULL;
        }
        if (second.signum() < 0 || second.compareTo(BigDecimal.valueOf(60)) >= 0) {
            return Value.Null.NULL;
        }
        try {
            int nanos = second.remainder(BigDecimal.ONE).movePointRight(9).intValue();
            LocalTime time = LocalTime.of(hour, minute, second.intValue(), nanos);
            return switch (arguments.single(first + 3)) {
                case Value.Null ignored -> new Value.Time(time, null);
                case Value.Days(Duration offset) ->
                    new Value.Time(time, ZoneOffset.ofTotalSeconds(Math.toIntExact(offset.toSeconds())));
                case Value.Text(String zone) -> new Value.Time(time, ZoneId.of(zone));
                default -> Value.Null.NULL;
            };
        } catch (DateTimeException | ArithmeticException noSuchTime) {
            return Value.Null.NULL;
        }
    }

    private static boolean wholesFrom(Arguments arguments, int first) {
        return arguments.isWhole(first) && arguments.isWhole(first + 1);
    }

    private static Value dateAndTime(Arguments arguments) {
        return switch (arguments.size()) {
            case 1 -> dateAndTimeFrom(arguments);
            case 2 -> joined(day(arguments.single(0)), arguments.single(1));
            default ->
                arguments.size() < 6 || !wholes(arguments, 3)
                        ? Value.Null.NULL
                        : joined(
                                day(of(arguments.whole(0), arguments.whole(1), arguments.whole(2))),
                                clock(arguments, 3));
        };
    }

    private static Value dateAndTimeFrom(Arguments arguments) {
        String text = arguments.text(0);
        return switch (arguments.single(0)) {
            case Value.DateTime moment -> moment;
            case Value.Date(LocalDate day) -> new Value.DateTime(day.atStartOfDay(), ZoneOffset.UTC);
            case Value ignored -> text == null ? Value.Null.NULL : TemporalText.dateTime(text);
        };
    }

    private static Value joined(@Nullable LocalDate day, Value clock) {
        return day != null && clock instanceof Value.Time(LocalTime time, ZoneId zone)
                ? new Value.DateTime(day.atTime(time), zone)
                : Value.Null.NULL;
    }

    /** Whether both are the same element of the same domain: for times, zone and all. */
    private static Value is(Arguments arguments) {
        return Value.of(same(arguments.at(0), arguments.at(1)));
    }

    private static boolean same(Value a, Value b) {
        if (a instanceof Value.Time || a instanceof Value.DateTime) {
            return a.equals(b);
        }
        if (a instanceof Value.Items(List<Value> left) && b instanceof Value.Items(List<Value> right)) {
            return left.size() == right.size()
                    && java.util.stream.IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i)));
        }
        return a.getClass() == b.getClass() && org.lingqu.engine.policy.feel.value.Comparing.same(a, b);
    }
}
