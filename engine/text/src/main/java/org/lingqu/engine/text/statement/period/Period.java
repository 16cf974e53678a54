package org.lingqu.engine.text.statement.period;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A time as {@link org.lingqu.engine.text.Statement#period()} prints it: a year, a month, a day, or from one to another.
 *
 * @param from {@code 2020}, {@code 2020-08} or {@code 2020-08-07}
 * @param to the same as {@code from} for a single time, otherwise where it ends, inclusive
 */
public record Period(String from, String to) {

    private static final int YEAR = 4;

    /** A calendar year. */
    public static Period year(int year) {
        return between(year, year);
    }

    /** From one year to another, both inclusive. */
    public static Period between(int from, int to) {
        return new Period("%04d".formatted(from), "%04d".formatted(to));
    }

    /** A month. */
    public static Period month(int year, int month) {
        return months(year, month, month);
    }

    /** From one month to another of the same year, both inclusive; the whole year is the year itself. */
    public static Period months(int year, int from, int to) {
        if (from == 1 && to == 12) {
            return year(year);
        }
        return new Period("%04d-%02d".formatted(year, from), "%04d-%02d".formatted(year, to));
    }

    /** A day. */
    public static Period day(LocalDate day) {
        return new Period(day.toString(), day.toString());
    }

    /** From one day to another, both inclusive. */
    public static Period days(LocalDate from, LocalDate to) {
        return new Period(from.toString(), to.toString());
    }

    /** The month a date lies in. */
    public static Period month(YearMonth month) {
        return month(month.getYear(), month.getMonthValue());
    }

    /** The year it begins in. */
    public int startYear() {
        return Integer.parseInt(from.substring(0, YEAR));
    }

    /** The year it ends in. */
    public int endYear() {
        return Integer.parseInt(to.substring(0, YEAR));
    }

    /** Whether it covers more than one calendar unit. */
    public boolean isRange() {
        return !from.equals(to);
    }

    /** The same time some years earlier. */
    public Period yearsBefore(int years) {
        return new Period(shift(from, years), shift(to, years));
    }

    private static String shift(String time, int years) {
        return "%04d".formatted(Integer.parseInt(time.substring(0, YEAR)) - years) + time.substring(YEAR);
    }

    /** Only where it ends. */
    public Period end() {
        return new Period(to, to);
    }

    /** Whether it is one calendar year. */
    public boolean isYear() {
        return !isRange() && from.length() == YEAR;
    }

    /** As printed in a statement. */
    public String code() {
        return isRange() ? from + "/" + to : from;
    }
}
