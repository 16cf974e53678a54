package org.lingqu.engine.policy.column;

/** Calendar arithmetic on days since 1970-01-01, without objects; the same answers as {@code java.time}. */
final class CivilDays {

    private static final int DAYS_PER_ERA = 146_097;
    private static final int SHIFT = 719_468;

    private CivilDays() {}

    /** Years, months and days packed as {@code (year * 12 + month - 1) * 32 + day}. */
    static int packed(int epochDay) {
        int z = epochDay + SHIFT;
        int era = Math.floorDiv(z, DAYS_PER_ERA);
        int ofEra = z - era * DAYS_PER_ERA;
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int fromMarch = (5 * ofYear + 2) / 153;
        int day = ofYear - (153 * fromMarch + 2) / 5 + 1;
        int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return (year * 12 + month - 1) * 32 + day;
    }

    static int year(int epochDay) {
        return Math.floorDiv(packed(epochDay), 384);
    }

    static int monthsBetween(int from, int to) {
        int a = packed(from);
        int b = packed(to);
        // as java.time: months first, then a day less in the direction of travel
        return (b - a) / 32;
    }

    static int monthsLater(int epochDay, int months) {
        int packed = packed(epochDay);
        int month = Math.floorDiv(packed, 32) + months;
        return first(month) + Math.min(Math.floorMod(packed, 32), first(month + 1) - first(month)) - 1;
    }

    /** The first day of a month counted from year 0. */
    private static int first(int month) {
        int year = Math.floorDiv(month, 12);
        int ofYear = Math.floorMod(month, 12) + 1;
        int y = ofYear <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (ofYear > 2 ? ofYear - 3 : ofYear + 9) + 2) / 5;
        return era * DAYS_PER_ERA + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - SHIFT;
    }
}
