package org.lingqu.engine.text.statement.figure;

import java.math.BigDecimal;

/**
 * A number as written, {@code 5.2万亿}, {@code 二十}, {@code 130多万}.
 *
 * @param end index after its last unit
 * @param over whether 多, 余 or 几 stands in it, so that the true number is larger
 * @param chinese whether it begins with a Chinese numeral
 * @param bare whether it is only a multiplier, {@code 百}, {@code 千万}
 * @param scale the multiplier that ends it, 1 when there is none
 */
public record Numeral(int end, BigDecimal value, boolean over, boolean chinese, boolean bare, BigDecimal scale) {

    Numeral times(BigDecimal factor) {
        return new Numeral(end, value.multiply(factor), over, chinese, bare, factor);
    }
}
