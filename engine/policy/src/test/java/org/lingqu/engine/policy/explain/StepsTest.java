package org.lingqu.engine.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.check.Samples;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.gap.Change;

class StepsTest {

    private static final Steps STEPS = new Steps(Samples.facts(), LocalDate.of(2026, 5, 1));

    private static Change.Amount people(int yearsBack, int from, int to) {
        return new Change.Amount(
                new FactRef("科技人员", yearsBack), BigDecimal.valueOf(from), BigDecimal.valueOf(to), "人", false);
    }

    private static Change.Amount money(FactRef ref, String from, String to) {
        return new Change.Amount(ref, new BigDecimal(from), new BigDecimal(to), "元", true);
    }

    @Test
    void aYearThatIsOverIsNotOrderedToChange() {
        assertThat(STEPS.any(List.of(people(1, 70, 74)))).isEqualTo("2025年科技人员比要求少4人（70人，须74人）；该年度已结束，下一年度达到即可");
        assertThat(STEPS.any(List.of(people(0, 70, 74)))).isEqualTo("2026年科技人员增加4人（从70人到74人）");
    }

    @Test
    void aStockIsNamedByTheEndOfItsYear() {
        assertThat(STEPS.any(List.of(money(new FactRef("负债总额", 1), "8000000", "7000000"))))
                .startsWith("2025年末负债总额比要求多100万元（800万元，须700万元）");
    }

    @Test
    void waysAndWhatGoesTogetherReadApart() {
        Change turn = new Change.Turn(FactRef.of("有研发机构"), true);
        Change title = new Change.Title("高新技术企业", true);
        assertThat(STEPS.any(List.of(turn, title))).isEqualTo("做到“有研发机构”，或取得“高新技术企业”称号");
        assertThat(STEPS.all(List.of(turn, title), null)).isEqualTo("做到“有研发机构”，并且取得“高新技术企业”称号");
        assertThat(STEPS.all(List.of(), LocalDate.of(2027, 1, 1))).isEqualTo("2027-01-01 起自然符合");
        assertThat(STEPS.any(List.of(new Change.Turn(FactRef.of("经营异常名录"), false))))
                .isEqualTo("解除“经营异常名录”");
    }

    /** Never so that too little is asked, and never so that what differs looks alike. */
    @ParameterizedTest
    @CsvSource({
        "1000000,1043651,增加4.37万元（从100万元到104.37万元）",
        "50000000,202083901,增加1.53亿元（从5000万元到2.03亿元）",
        "152083901,152183901,增加10万元（从15208.39万元到15218.4万元）",
        "1,9999.5,增加9998.5元（从1元到9999.5元）"
    })
    void amountsHaveTwoPlacesOnTheSafeSide(String from, String to, String told) {
        assertThat(STEPS.any(List.of(money(FactRef.of("估值"), from, to)))).isEqualTo("估值" + told);
    }

    @Test
    void aSingleYuanIsNotToldAsTheGoal() {
        assertThat(STEPS.any(List.of(money(new FactRef("加计扣除研发费用", 1), "0", "1"))))
                .isEqualTo("2025年加计扣除研发费用为0，须大于0；该年度已结束，下一年度达到即可");
    }

    @Test
    void sharesGoByPoints() {
        var share =
                new Change.Amount(FactRef.of("细分市场占有率"), new BigDecimal("0.07777"), new BigDecimal("0.1"), "", false);
        assertThat(STEPS.any(List.of(share))).isEqualTo("细分市场占有率增加2.23个百分点（从7.77%到10%）");
    }
}
