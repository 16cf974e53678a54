package org.lingqu.engine.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files write is read as a person would say it. */
class ExpressionTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "科技人员.上年 / 职工总数.上年 >= 0.10|上年科技人员 / 上年职工总数 ≥ 10%",
                "600 * 万元|600万元",
                "应纳税所得额.上年 * (0.25 - 0.15)|上年应纳税所得额 × (25% - 15%)",
                "增量 * 0.08，最高 200 * 万元|增量 × 8%，最高 200万元",
                "Ⅰ类知识产权 >= 1 or Ⅱ类知识产权 >= 1|Ⅰ类知识产权 ≥ 1 或 Ⅱ类知识产权 ≥ 1",
                "not(有称号(\"制造业单项冠军\"))|不是(持有称号(“制造业单项冠军”))",
                "研发强度 >= 按档：<= 5000 * 万元 → 0.05；(5000 * 万元 .. 2 * 亿元] → 0.04|研发强度 ≥ 按档：≤ 5000万元 → 5%；高于5000万元、不高于2亿元 → 4%",
                "销售收入.上年 in [200 * 万元..2000 * 万元)|上年销售收入 属于 不低于200万元、低于2000万元",
                "max(转让所得 - 500 * 万元, 0 * 元) * 0.50|较大值(转让所得 - 500万元, 0元) × 50%",
                "复合增长率(营业收入, 2) >= 0.05|复合增长率(营业收入, 2) ≥ 5%",
                "if 引进方式 = \"全职\" then 年薪.上年 else 0|若 引进方式 = “全职” 则 上年年薪，否则 0",
                "得分 >= 60 and 得分.成长性 >= 15|得分 ≥ 60 且 得分.成长性 ≥ 15",
                "得分 > 70|得分 > 70"
            })
    void saysItInWords(String expression, String said) {
        assertThat(ExpressionText.of(expression)).isEqualTo(said);
    }
}
