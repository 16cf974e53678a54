package org.lingqu.engine.text;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What arithmetic says of a figure.
 *
 * @param rule {@code part/whole}, {@code sum}, {@code enumeration}, {@code growth} or {@code difference} (of per cents)
 * @param computed rounded half up to two decimals, or to one more than stated where that has two or more
 */
public record Check(String rule, BigDecimal computed, BigDecimal stated, Verdict verdict) {

    /** How the stated figure stands to the computed one. */
    public enum Verdict {
        AGREES,
        /** Equal when the computed figure is rounded half up to the digits stated. */
        ROUNDED,
        /** Equal when the digits beyond those stated are dropped. */
        TRUNCATED,
        CONTRADICTS;

        /** The code as printed. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
