package org.lingqu.engine.policy.yaml;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people write them in policy files. */
public final class Scalars {

    private static final int LONGEST = 40;

    private Scalars() {}

    /** A plain decimal number: an optional sign, digits, at most one point. No exponents, no separators. */
    public static Optional<BigDecimal> number(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int points = 0;
        int digits = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        boolean plain = digits > 0 && points <= 1 && start + points + digits == text.length();
        boolean ends = plain && text.charAt(start) != '.' && !text.endsWith(".");
        return ends && text.length() <= LONGEST ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Money with its unit written out: {@code 4200万元}, {@code 1.5亿元}, {@code 300元}, as 元. A bare number is no money, except 0. */
    public static Optional<BigDecimal> money(String text) {
        if (text.endsWith("万元")) {
            return number(text.substring(0, text.length() - 2).strip()).map(n -> n.movePointRight(4));
        }
        if (text.endsWith("亿元")) {
            return number(text.substring(0, text.length() - 2).strip()).map(n -> n.movePointRight(8));
        }
        if (text.endsWith("元")) {
            return number(text.substring(0, text.length() - 1).strip());
        }
        return number(text).filter(n -> n.signum() == 0);
    }

    /** A number, or a percentage such as {@code 8.75%}. */
    public static Optional<BigDecimal> ratio(String text) {
        return text.endsWith("%")
                ? number(text.substring(0, text.length() - 1).strip()).map(n -> n.movePointLeft(2))
                : number(text);
    }
}
