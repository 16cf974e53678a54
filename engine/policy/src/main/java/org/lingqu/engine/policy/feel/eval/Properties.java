package org.lingqu.engine.policy.feel.eval;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.value.Value;

/** {@code value.name}: entries of contexts, properties of dates, times, durations and ranges (DMN 1.5, tables 62 to 65). */
final class Properties {

    private Properties() {}

    static Value of(Value source, String name) {
        return switch (source) {
            case Value.Context(Map<String, Value> entries) -> entries.getOrDefault(name, Value.Null.NULL);
            case Value.Items(List<Value> items) ->
                new Value.Items(items.stream().map(item -> of(item, name)).toList());
            case Value.Date(LocalDate day) -> ofDay(day, name);
            case Value.Time(LocalTime time, ZoneId zone) ->
                ofTime(LocalDate.of(2000, 1, 1).atTime(time), zone, name);
            case Value.DateTime(LocalDateTime moment, ZoneId zone) -> {
                Value property = ofDay(moment.toLocalDate(), name);
                yield property.isNull() ? ofTime(moment, zone, name) : property;
            }
            case Value.Days(Duration duration) -> ofDays(duration, name);
            case Value.Months(long months) ->
                switch (name) {
                    case "years" -> Value.of(months / 12);
                    case "months" -> Value.of(months % 12);
                    default -> Value.Null.NULL;
                };
            case Value.Range range -> ofRange(range, name);
            case Value.Null ignored -> Value.Null.NULL;
            case Value.Bool ignored -> Value.Null.NULL;
            case Value.Num ignored -> Value.Null.NULL;
            case Value.Text ignored -> Value.Null.NULL;
            case Value.Function ignored -> Value.Null.NULL;
        };
    }

    private static Value ofDay(LocalDate day, String name) {
        return switch (name) {
            case "year" -> Value.of(day.getYear());
            case "month" -> Value.of(day.getMonthValue());
            case "day" -> Value.of(day.getDayOfMonth());
            case "weekday" -> Value.of(day.getDayOfWeek().getValue());
            default -> Value.Null.NULL;
        };
    }

    private static Value ofTime(LocalDateTime moment, @Nullable ZoneId zone, String name) {
        return switch (name) {
            case "hour" -> Value.of(moment.getHour());
            case "minute" -> Value.of(moment.getMinute());
            case "second" -> Value.of(moment.getSecond());
            case "time offset" ->
                zone == null
                        ? Value.Null.NULL
                        : new Value.Days(Duration.ofSeconds(
                                zone.getRules().getOffset(moment).getTotalSeconds()));
            case "timezone" -> zone == null || zone instanceof ZoneOffset ? Value.Null.NULL : Value.of(zone.getId());
            default -> Value.Null.NULL;
        };
    }

    private static Value ofDays(Duration duration, String name) {
        return switch (name) {
            case "days" -> Value.of(duration.toSeconds() / 86_400);
            case "hours" -> Value.of(duration.toSeconds() / 3_600 % 24);
            case "minutes" -> Value.of(duration.toSeconds() / 60 % 60);
            case "seconds" -> Value.of(duration.toSeconds() % 60);
            default -> Value.Null.NULL;
        };
    }

    private static Value ofRange(Value.Range range, String name) {
        return switch (name) {
            case "start" -> range.low();
            case "end" -> range.high();
            case "start included" -> Value.of(range.lowIncluded());
            case "end included" -> Value.of(range.highIncluded());
            default -> Value.Null.NULL;
        };
    }
}
