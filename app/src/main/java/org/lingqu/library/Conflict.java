package org.lingqu.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that give one indicator of one region, period and unit different values.
 *
 * @param statements by value, those that say the same together; at least two
 */
public record Conflict(String indicator, List<FoundStatement> statements) {

    private static final int LEAST_DIGITS = 3;

    /** The different values, smallest first. */
    public List<BigDecimal> values() {
        return statements.stream()
                .map(found -> found.statement().reading().value())
                .filter(Objects::nonNull)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    /** The statements that give a value. */
    public List<FoundStatement> saying(BigDecimal value) {
        return statements.stream().filter(found -> isSame(found, value)).toList();
    }

    private static boolean isSame(FoundStatement found, BigDecimal value) {
        BigDecimal said = found.statement().reading().value();
        return said != null && said.compareTo(value) == 0;
    }

    /**
     * Whether every value is the most exact one, rounded to three digits or more: 25.6亿元 and 25.58亿元 do not contradict each
     * other.
     */
    public boolean isRounding() {
        List<BigDecimal> values = values();
        if (values.stream().anyMatch(value -> value.precision() < LEAST_DIGITS)) {
            return false;
        }
        BigDecimal exact = values.getFirst();
        for (BigDecimal value : values) {
            exact = value.scale() > exact.scale() ? value : exact;
        }
        for (BigDecimal value : values) {
            if (exact.setScale(value.scale(), RoundingMode.HALF_UP).compareTo(value) != 0) {
                return false;
            }
        }
        return true;
    }

    /** How far the largest lies above the smallest, in per cent of the smallest; null when that cannot be told. */
    public @Nullable BigDecimal spreadPct() {
        List<BigDecimal> values = values();
        BigDecimal least = values.getFirst();
        return least.signum() <= 0
                ? null
                : values.getLast()
                        .subtract(least)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(least, 1, RoundingMode.HALF_UP);
    }
}
