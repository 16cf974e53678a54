package org.lingqu.engine.policy.gap;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a firm can be asked to do. A gap is found however wide it is; told as a step is what a firm can bring about in two or three
 * years: a figure at most {@value #TIMES} times what it is, or brought down to a third; where it is small or nothing, up to a first amount
 * that firms do begin with. This is the only place that says so.
 */
public final class Reach {

    /** A figure is multiplied by so much at most. */
    public static final int TIMES = 3;

    /** So many years are waited for at most. */
    public static final int YEARS = 3;

    private static final BigDecimal MOST = BigDecimal.valueOf(TIMES);

    /** 元, which a firm can begin with from nothing. */
    private static final BigDecimal FIRST_MONEY = BigDecimal.valueOf(500_000);

    /** People, rights, projects, likewise. */
    private static final BigDecimal FIRST_COUNT = BigDecimal.TEN;

    /** 20 percentage points. */
    private static final BigDecimal FIRST_SHARE = new BigDecimal("0.20");

    private Reach() {}

    /** Whether a firm can be asked for the change; of a title who awards it says more. */
    public static boolean allows(Change change) {
        return !(change instanceof Change.Amount amount)
                || amount.difference().abs().compareTo(first(amount)) <= 0
                || isWithin(amount);
    }

    private static boolean isWithin(Change.Amount amount) {
        if (amount.from().signum() <= 0) {
            return false;
        }
        return amount.difference().signum() > 0
                ? amount.to().compareTo(amount.from().multiply(MOST)) <= 0
                : amount.to().multiply(MOST).compareTo(amount.from()) >= 0;
    }

    private static BigDecimal first(Change.Amount amount) {
        return amount.money() ? FIRST_MONEY : amount.unit().isEmpty() ? FIRST_SHARE : FIRST_COUNT;
    }

    /** Whether a day is near enough to be waited for. */
    public static boolean allows(LocalDate day, LocalDate asOf) {
        return !day.isAfter(asOf.plusYears(YEARS));
    }

    /**
     * How much is lacking of what is asked for, from 0 to 1: who has nothing lacks all of it, and comes after everybody who has a part.
     * Of what is no figure all is lacking.
     */
    public static double lacking(Change change) {
        if (!(change instanceof Change.Amount amount)) {
            return 1;
        }
        double whole = Math.max(
                Math.abs(amount.from().doubleValue()), Math.abs(amount.to().doubleValue()));
        return whole == 0 ? 0 : Math.min(1, Math.abs(amount.difference().doubleValue()) / whole);
    }
}
