package org.lingqu.engine.text.statement.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement.Approximation;

/**
 * A number with its unit, in base units: 5.2万亿元 is 5.2e12 元.
 *
 * @param max upper end of a range, otherwise null
 * @param unit null when none stands there
 */
public record Figure(
        BigDecimal value,
        @Nullable BigDecimal max,
        @Nullable Unit unit,
        @Nullable Approximation approx,
        Form form,
        @Nullable String ratio) {

    /** How it was written. */
    public enum Form {
        /** Arabic digits. */
        DIGITS,
        /** Chinese numerals. */
        CHINESE,
        /** Only a multiplier, 百, 千万. */
        BARE,
        /** 三成, 八分之一, 百分之五. */
        FRACTION,
        /** 翻一番: {@code value} is the growth in per cent. */
        DOUBLING,
        /** 1:2:3. */
        RATIO
    }

    /** Whether it counts in per cent. */
    public boolean isPercent() {
        return unit != null && unit.kind() == Unit.Kind.PERCENT;
    }

    /** Whether its unit is of this kind. */
    public boolean is(Unit.Kind kind) {
        return unit != null && unit.kind() == kind;
    }

    /** The same with another unit. */
    public Figure with(@Nullable Unit newUnit) {
        return new Figure(value, max, newUnit, approx, form, ratio);
    }

    /** The same with what a word beside it makes of it. */
    public Figure with(@Nullable Approximation newApprox) {
        return new Figure(value, max, unit, newApprox, form, ratio);
    }

    /** The same times a number. */
    public Figure times(BigDecimal factor) {
        return new Figure(value.multiply(factor), max == null ? null : max.multiply(factor), unit, approx, form, ratio);
    }
}
