package org.lingqu.policy.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Moves what an example of a policy says of a year or a day to other years, so that it fits a version that applies later. */
final class ExampleYears {

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\b(19|20)\\d{2}-\\d{2}-\\d{2}\\b");

    private ExampleYears() {}

    /**
     * A year, a day or a span of days so many years later; 29 February becomes the 28th where the year has none. All other words as
     * they are. As long as before.
     */
    static String later(String words, int years) {
        if (YEAR.matcher(words).matches()) {
            return Integer.toString(Integer.parseInt(words) + years);
        }
        return DAY.matcher(words).replaceAll(day -> later(day.group(), years, day.group()));
    }

    private static String later(String day, int years, String otherwise) {
        try {
            return LocalDate.parse(day).plusYears(years).toString();
        } catch (DateTimeException e) {
            return otherwise; // no day of the calendar: the check tells
        }
    }
}
