package org.lingqu.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** 元 as people read sums: in 万元. */
public final class Money {

    private static final double TEN_THOUSAND = 10_000;

    private Money() {}

    /** 万元 as a number for a cell. */
    static double tenThousands(double yuan) {
        return BigDecimal.valueOf(yuan / TEN_THOUSAND)
                .setScale(4, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** {@code 1,234.50}. */
    public static String shown(double yuan) {
        return String.format(java.util.Locale.ROOT, "%,.2f", yuan / TEN_THOUSAND);
    }

    /** With its sign; 0 for what would not be seen. */
    public static String change(double yuan) {
        double value = yuan / TEN_THOUSAND;
        return Math.abs(value) < 0.005 ? "0" : String.format(java.util.Locale.ROOT, "%+,.2f", value);
    }
}
