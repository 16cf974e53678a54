package org.lingqu.engine.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.rule.Rational;

/** An amount that lacks a fact is unknown and says which; nothing is called unlimited. */
class AmountWordsTest {

    private static String words(int least, @org.jspecify.annotations.Nullable Integer most, String lacking) {
        return AmountWords.of(Rational.of(least), most == null ? null : Rational.of(most), lacking, Figures::money);
    }

    @Test
    void amountsAreToldAsFarAsTheyAreKnown() {
        assertThat(words(400_000, 400_000, "")).isEqualTo("40万元");
        assertThat(words(0, 400_000, "缺2025年研发费用")).isEqualTo("至多 40万元（缺2025年研发费用）");
        assertThat(words(100_000, 400_000, "缺2025年研发费用")).isEqualTo("10万元—40万元（缺2025年研发费用）");
        assertThat(words(0, null, "缺首台套实缴保费，按其80%计")).isEqualTo("金额未知（缺首台套实缴保费，按其80%计）");
        assertThat(words(100_000, null, "缺2025年研发费用")).isEqualTo("10万元起，其余金额未知（缺2025年研发费用）");
    }
}
