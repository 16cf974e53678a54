package org.lingqu.engine.policy.feel.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates, times and durations as FEEL writes them (DMN 1.5, 10.3.4.1; ISO 8601 with named zones). Null for anything else. */
public final class TemporalText {

    // Each pattern can match a text in one way only, so that none backtracks.
    private static final Pattern DATE = Pattern.compile("(-?(?:[1-9]\\d{4,8}|\\d{4}))-(\\d\\d)-(\\d\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?(?:(Z)|([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?|@([A-Za-z][A-Za-z0-9_/+-]*))?");
    private static final Pattern DAYS =
            Pattern.compile("(-?)P(?:(\\d+)D)?(?:(T)(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.(\\d*))?S)?)?");
    private static final Pattern MONTHS = Pattern.compile("(-?)P(?:(\\d+)Y)?(?:(\\d+)M)?");
    private static final int LONGEST = 200;

    private TemporalText() {}

    /** A date, time, date and time or duration, whichever the text is; {@link Value.Null} if none. */
    public static Value any(String text) {
        Value[] readings = {date(text), dateTime(text), time(text), duration(text)};
        for (Value reading : readings) {
            if (!reading.isNull()) {
                return reading;
            }
        }
        return Value.Null.NULL;
    }

    /** {@code 2026-04-01}. */
    public static Value date(String text) {
        LocalDate day = day(text);
        return day == null ? Value.Null.NULL : new Value.Date(day);
    }

    private static @Nullable LocalDate day(String text) {
        Matcher parts = DATE.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return null;
        }
        return day(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** The day of that year, month and day of month; null if there is none. */
    public static @Nullable LocalDate day(long year, long month, long day) {
        try {
            return Math.abs(year) > 999_999_999
                    ? null
                    : LocalDate.of((int) year, Math.toIntExact(month), Math.toIntExact(day));
        } catch (DateTimeException | ArithmeticException noSuchDay) {
            return null;
        }
    }

    /** {@code 10:30:00}, {@code 10:30:00.5+08:00}, {@code 10:30:00@Asia/Shanghai}. */
    public static Value time(String text) {
        Matcher parts = TIME.matcher(text.startsWith("T") ? text.substring(1) : text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Value.Null.NULL;
        }
        try {
            return new Value.Time(clock(parts), zone(parts));
        } catch (DateTimeException noSuchTime) {
            return Value.Null.NULL;
        }
    }

    /** {@code 2026-04-01T10:30:00} with or without a zone, or a date alone, which means midnight. */
    public static Value dateTime(String text) {
        int split = text.indexOf('T');
        if (split < 0) {
            LocalDate day = day(text);
            return day == null ? Value.Null.NULL : new Value.DateTime(day.atStartOfDay(), null);
        }
        LocalDate day = day(text.substring(0, split));
        Matcher parts = TIME.matcher(text.substring(split + 1));
        if (day == null || text.length() > LONGEST || !parts.matches()) {
            return Value.Null.NULL;
        }
        try {
            boolean endOfDay = parts.group(1).equals("24")
                    && isZero(parts.group(2))
                    && isZero(parts.group(3))
                    && isZero(parts.group(4));
            LocalDateTime moment = endOfDay ? day.plusDays(1).atStartOfDay() : day.atTime(clock(parts));
            return new Value.DateTime(moment, zone(parts));
        } catch (DateTimeException noSuchTime) {
            return Value.Null.NULL;
        }
    }

    private static boolean isZero(@Nullable String digits) {
        return digits == null || digits.chars().allMatch(c -> c == '0');
    }

    private static LocalTime clock(Matcher parts) {
        return LocalTime.of(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                nanos(parts.group(4)));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null || fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static @Nullable ZoneId zone(Matcher parts) {
        if (parts.group(5) != null) {
            return ZoneOffset.UTC;
        }
        String sign = parts.group(6);
        if (sign != null) {
            int seconds = parts.group(9) == null ? 0 : Integer.parseInt(parts.group(9));
            int offset = offset(Integer.parseInt(parts.group(7)), Integer.parseInt(parts.group(8)), seconds);
            return ZoneOffset.ofTotalSeconds(sign.equals("-") ? -offset : offset);
        }
        String name = parts.group(10);
        return name == null ? null : ZoneId.of(name);
    }

    private static int offset(int hours, int minutes, int seconds) {
        if (hours > 18 || minutes > 59 || seconds > 59) {
            throw new DateTimeException("No such offset");
        }
        return (hours * 60 + minutes) * 60 + seconds;
    }

    /** {@code P1DT2H}, {@code P1Y2M}, {@code -PT0.5S}. */
    public static Value duration(String text) {
        if (text.length() > LONGEST) {
            return Value.Null.NULL;
        }
        try {
            Matcher months = MONTHS.matcher(text);
            if (months.matches()) {
                return months(months);
            }
            Matcher days = DAYS.matcher(text);
            return days.matches() ? days(days) : Value.Null.NULL;
        } catch (ArithmeticException | NumberFormatException tooLong) {
            return Value.Null.NULL;
        }
    }

    private static Value months(Matcher parts) {
        if (parts.group(2) == null && parts.group(3) == null) {
            return Value.Null.NULL;
        }
        long months = Math.addExact(Math.multiplyExact(whole(parts.group(2)), 12), whole(parts.group(3)));
        return new Value.Months(parts.group(1).isEmpty() ? months : -months);
    }

    private static Value days(Matcher parts) {
        boolean clock = parts.group(4) != null || parts.group(5) != null || parts.group(6) != null;
        if (parts.group(3) != null ? !clock : parts.group(2) == null) {
            return Value.Null.NULL;
        }
        Duration length = Duration.ofDays(whole(parts.group(2)))
                .plusHours(whole(parts.group(4)))
                .plusMinutes(whole(parts.group(5)))
                .plusSeconds(whole(parts.group(6)))
                .plusNanos(nanos(parts.group(7)));
        return new Value.Days(parts.group(1).isEmpty() ? length : length.negated());
    }

    private static long whole(@Nullable String digits) {
        return digits == null ? 0 : new BigDecimal(digits).longValueExact();
    }
}
