package org.lingqu.engine.policy.explain;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Rational;

/**
 * What money a policy brings, in the same words wherever it is told. An amount that has no upper end yet is not one without a limit: a
 * fact that it is computed of is missing, and with the fact there is an amount.
 */
public final class AmountWords {

    /** In one word, for columns and counts. */
    public static final String UNKNOWN = "金额未知";

    private static final int CENTS = 2;

    private AmountWords() {}

    /**
     * For a reader, in Chinese: {@code 40万元}, {@code 至多 40万元}, {@code 10万元—40万元}, {@code 金额未知（缺2025年应纳税所得额）}.
     *
     * @param most null while it is not known
     * @param lacking what is missing, see {@link Phrases#lacking}; empty for nothing
     * @param money one amount of 元 as it is to be written
     */
    public static String of(
            Rational least, @Nullable Rational most, String lacking, Function<BigDecimal, String> money) {
        String why = lacking.isEmpty() ? "" : "（" + lacking + "）";
        String low = money.apply(least.rounded(CENTS));
        if (most == null) {
            return (least.signum() == 0 ? UNKNOWN : low + "起，其余" + UNKNOWN) + why;
        }
        String high = money.apply(most.rounded(CENTS));
        if (low.equals(high)) {
            return high;
        }
        return (least.signum() == 0 ? "至多 " + high : low + "—" + high) + why;
    }
}
