package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.registry.ColumnMeaning.FactColumn;

class HeadersTest {

    static Facts facts;
    static Headers headers;

    @BeforeAll
    static void readDictionary() throws IOException {
        facts = Dictionary.read();
        headers = new Headers(facts, Set.of("高新技术企业", "瞪羚企业"), LocalDate.of(2026, 6, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "2024年研发费用（万元）, 研发费用, 2024, 10000",
        "研发费用(万元)2024, 研发费用, 2024, 10000",
        "'2023年度 营业收入（亿元）', 营业收入, 2023, 100000000",
        "研发投入（2025年）（元）, 研发费用, 2025, 1",
        "上年销售收入（千元）, 销售收入, 2025, 1000",
        "２０２４年职工总数, 职工总数, 2024, 1",
        "2025年末资产总额（单位：万元）, 资产总额, 2025, 10000",
        "细分市场占有率（%）, 细分市场占有率, -1, 0.01",
        "注册日期, 成立日期, -1, 1"
    })
    void readsFactYearAndUnit(String header, String fact, int year, BigDecimal factor) {
        assertThat(headers.propose(header)).isEqualTo(new FactColumn(Dictionary.called(facts, fact), year, factor));
    }

    @ParameterizedTest
    @CsvSource({"2024年研发费用, UNIT_MISSING", "研发费用（万元）, YEAR_MISSING", "2024年研发费用（美元）, UNIT_MISSING"})
    void asksInsteadOfGuessing(String header, String code) {
        assertThat(headers.propose(header))
                .isInstanceOfSatisfying(
                        ColumnMeaning.Unclear.class,
                        unclear -> assertThat(unclear.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"高新技术企业, HELD", "是否高新技术企业, HELD", "高新技术企业有效期至, UNTIL", "高新技术企业认定日期, FROM"})
    void readsTitles(String header, ColumnMeaning.TitleColumn.Part part) {
        assertThat(headers.propose(header)).isEqualTo(new ColumnMeaning.TitleColumn("高新技术企业", part));
    }

    @Test
    void leavesOtherColumnsAlone() {
        assertThat(headers.propose("联系人")).isEqualTo(new ColumnMeaning.Ignored());
        assertThat(headers.propose("备注")).isEqualTo(new ColumnMeaning.Ignored());
        assertThat(FactRef.NO_YEAR).isEqualTo(-1);
    }
}
