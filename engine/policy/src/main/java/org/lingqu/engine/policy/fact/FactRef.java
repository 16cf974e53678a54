package org.lingqu.engine.policy.fact;

import java.time.LocalDate;

/**
 * One value of a firm that a condition reads: a fact, and for yearly facts the year, counted back from the year of
 * the as-of date. It says which column of a table is meant, whatever the date.
 *
 * @param fact the fact's name
 * @param yearsBack 0 the year of the as-of date itself (本年), 1 the year before (上年), 2 前年 and so on;
 *     {@link #NO_YEAR} for a fact that has no years
 */
public record FactRef(String fact, int yearsBack) {

    /** The {@code yearsBack} of a fact that is not kept by year. */
    public static final int NO_YEAR = -1;

    private static final String[] WORDS = {"本年", "上年", "前年", "三年前", "四年前", "五年前", "六年前"};

    /** @throws IllegalArgumentException if the year is neither counted back nor {@link #NO_YEAR} */
    public FactRef {
        if (yearsBack < NO_YEAR) {
            throw new IllegalArgumentException("yearsBack counts back from the as-of year, got " + yearsBack);
        }
    }

    /** A fact that has no years. */
    public static FactRef of(String fact) {
        return new FactRef(fact, NO_YEAR);
    }

    /** Whether the value belongs to a year. */
    public boolean isYearly() {
        return yearsBack != NO_YEAR;
    }

    /** The calendar year meant on a date. */
    public int year(LocalDate asOf) {
        return asOf.getYear() - yearsBack;
    }

    /** As conditions write it: {@code 研发费用.上年}, {@code 成立日期}. */
    @Override
    public String toString() {
        if (!isYearly()) {
            return fact;
        }
        return fact + "." + (yearsBack < WORDS.length ? WORDS[yearsBack] : "前" + yearsBack + "年");
    }
}
