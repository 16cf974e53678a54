package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import org.lingqu.engine.policy.yaml.Yaml;

/**
 * A number as a policy file writes it.
 *
 * @param scalar the piece of the file that it stands in
 * @param start UTF-16 index in the scalar's text, inclusive
 * @param end exclusive
 * @param written the number alone: 5000 of {@code 5000 * 万元}
 * @param unit what it is multiplied by
 */
record Literal(Yaml.Scalar scalar, int start, int end, BigDecimal written, MoneyUnit unit) {

    /** 元 for money. */
    BigDecimal value() {
        return unit.toBase(written);
    }

    /** How the file would write another value here; in brackets where a sign could be taken for a minus. */
    String rewritten(BigDecimal value) {
        BigDecimal number = unit.fromBase(value);
        String digits = number.toPlainString();
        boolean alone = scalar.text().strip().length() == end - start;
        return number.signum() < 0 && !alone ? "(" + digits + ")" : digits;
    }
}
