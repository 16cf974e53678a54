package org.lingqu.engine.policy.feel.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;

/** Values as the function {@code string} writes them (DMN 1.5, 10.3.2.13.1). */
public final class ValueText {

    private ValueText() {}

    /** The text of {@code value}; strings inside lists and contexts are quoted. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Null ignored -> "null";
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Num number -> number(number.value());
            case Value.Text text -> text.value();
            case Value.Date date -> date(date.value());
            case Value.Time time -> time(time.value()) + zone(time.zone());
            case Value.DateTime moment ->
                date(moment.value().toLocalDate()) + "T" + time(moment.value().toLocalTime()) + zone(moment.zone());
            case Value.Days days -> days(days.value());
            case Value.Months months -> months(months.value());
            case Value.Items items ->
                items.values().stream().map(ValueText::inner).collect(Collectors.joining(", ", "[", "]"));
            case Value.Context context ->
                context.entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + inner(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Value.Range range -> range(range);
            case Value.Function function -> "function(" + String.join(", ", names(function)) + ")";
        };
    }

    private static Iterable<String> names(Value.Function function) {
        var names = function.parameters();
        return names == null ? java.util.List.of("...") : names;
    }

    private static String inner(Value value) {
        return value instanceof Value.Text(String text)
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : of(value);
    }

    private static String range(Value.Range range) {
        ComparisonOperator operator = range.operator();
        if (operator != null) {
            return "(" + operator.symbol() + " " + end(range.onlyEnd()) + ")";
        }
        return (range.lowIncluded() ? "[" : "(") + end(range.low()) + ".." + end(range.high())
                + (range.highIncluded() ? "]" : ")");
    }

    private static String end(Value value) {
        return switch (value) {
            case Value.Date ignored -> "@\"" + of(value) + "\"";
            case Value.Time ignored -> "@\"" + of(value) + "\"";
            case Value.DateTime ignored -> "@\"" + of(value) + "\"";
            case Value.Days ignored -> "@\"" + of(value) + "\"";
            case Value.Months ignored -> "@\"" + of(value) + "\"";
            default -> inner(value);
        };
    }

    /** Plain digits without trailing zeros after the point. */
    public static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDate day) {
        int year = day.getYear();
        return String.format(
                Locale.ROOT,
                "%s%04d-%02d-%02d",
                year < 0 ? "-" : "",
                Math.abs(year),
                day.getMonthValue(),
                day.getDayOfMonth());
    }

    private static String time(LocalTime time) {
        String clock = String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return clock + fraction(time.getNano());
    }

    private static String fraction(int nanos) {
        if (nanos == 0) {
            return "";
        }
        String digits = String.format(Locale.ROOT, "%09d", nanos);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return "." + digits.substring(0, end);
    }

    private static String zone(@Nullable ZoneId zone) {
        return switch (zone) {
            case null -> "";
            case ZoneOffset offset -> offset.getId();
            default -> "@" + zone.getId();
        };
    }

    private static String days(Duration duration) {
        if (duration.isZero()) {
            return "PT0S";
        }
        Duration length = duration.abs();
        int nanos = length.toNanosPart();
        StringBuilder out = new StringBuilder(duration.isNegative() ? "-P" : "P");
        part(length.toDays(), "D", out);
        if (length.toHoursPart() != 0 || length.toMinutesPart() != 0 || length.toSecondsPart() != 0 || nanos != 0) {
            out.append('T');
            part(length.toHoursPart(), "H", out);
            part(length.toMinutesPart(), "M", out);
            if (length.toSecondsPart() != 0 || nanos != 0) {
                out.append(length.toSecondsPart()).append(fraction(nanos)).append('S');
            }
        }
        return out.toString();
    }

    private static void part(long count, String unit, StringBuilder out) {
        if (count != 0) {
            out.append(count).append(unit);
        }
    }

    private static String months(long months) {
        if (months == 0) {
            return "P0M";
        }
        StringBuilder out = new StringBuilder(months < 0 ? "-P" : "P");
        part(Math.abs(months / 12), "Y", out);
        part(Math.abs(months % 12), "M", out);
        return out.toString();
    }
}
