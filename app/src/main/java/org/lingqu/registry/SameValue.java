package org.lingqu.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;

/** Whether two values are the same value, and whether two sources that say them agree. */
final class SameValue {

    /** Powers of ten: 万元, and what is left of a larger sum whose first three digits are told. */
    private static final int WAN = 4;

    private static final int TOLD = 3;

    /** One percent. */
    private static final int PERCENT = -2;

    private SameValue() {}

    /** 1.50 is 1.5, and （2期） is (2期): a value is kept as it was given, and compared in one width. */
    static boolean same(FactValue one, FactValue other) {
        if (one instanceof FactValue.Amount(var left) && other instanceof FactValue.Amount(var right)) {
            return left.compareTo(right) == 0;
        }
        return one.equals(other) || alike(words(one), words(other));
    }

    private static @Nullable String words(FactValue value) {
        return switch (value) {
            case FactValue.Code(String code) -> code;
            case FactValue.Words(String words) -> words;
            case FactValue.Codes(Set<String> several) -> String.join("、", several);
            case FactValue.Amount ignored -> null;
            case FactValue.Day ignored -> null;
            case FactValue.YesNo ignored -> null;
        };
    }

    private static boolean alike(@Nullable String one, @Nullable String other) {
        return one != null && other != null && NameKey.of(one).equals(NameKey.of(other));
    }

    /**
     * Whether the finer of two figures, rounded as the coarser one is told, is the coarser one: 324.92万元 and 325万元, 12.34% and 12%. How
     * coarse a sum is its zeros tell, up to 万元 or, of more than that, as far as three digits stay: 1.23亿元 may be 1.2345亿元, and 1亿元 is
     * not 1.4亿元. Shares are told at least in percent. What is counted is counted exactly.
     *
     * @param fact of which both are values; null where nobody knows it any more
     */
    static boolean agree(@Nullable Fact fact, FactValue one, FactValue other) {
        if (same(one, other)) {
            return true;
        }
        if (fact == null
                || !(one instanceof FactValue.Amount(BigDecimal left))
                || !(other instanceof FactValue.Amount(BigDecimal right))
                || left.signum() == 0
                || right.signum() == 0
                || (fact.type() != FactType.MONEY && fact.type() != FactType.RATIO)) {
            return false;
        }
        int unit = step(fact, left);
        int second = step(fact, right);
        return unit >= second ? rounds(right, unit, left) : rounds(left, second, right);
    }

    private static boolean rounds(BigDecimal fine, int step, BigDecimal coarse) {
        return fine.setScale(-step, RoundingMode.HALF_UP).compareTo(coarse) == 0;
    }

    /** The power of ten that a figure is told in. */
    private static int step(Fact fact, BigDecimal figure) {
        BigDecimal bare = figure.stripTrailingZeros();
        int most = fact.type() == FactType.RATIO ? PERCENT : Math.max(WAN, bare.precision() - bare.scale() - TOLD);
        return Math.min(-bare.scale(), most);
    }
}
