package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.registry.ColumnMeaning.FactColumn;
import org.lingqu.registry.ColumnMeaning.TitleColumn;

/** How officers head their columns, and the file of their words. */
class HeaderWordsTest {

    private static Facts facts;
    private static Headers headers;

    @BeforeAll
    static void readDictionary() throws IOException {
        facts = Dictionary.read();
        headers = new Headers(facts, Set.of("高新技术企业", "专精特新中小企业", "专精特新小巨人企业"), LocalDate.of(2026, 6, 30));
    }

    @Test
    void everyWordMeansAFactOrATitle() {
        assertThat(HeaderWords.meanings())
                .hasSizeGreaterThan(30)
                .allMatch(meaning -> meaning.startsWith("@")
                        || Set.of("名称", "代码", "不读").contains(meaning)
                        || facts.get(meaning) != null);
    }

    @ParameterizedTest
    @CsvSource({
        "注册地区, 注册地, -1, 1",
        "所属县（市、区）, 注册地, -1, 1",
        "所属行业, 行业代码, -1, 1",
        "所属产业园区, 园区, -1, 1",
        "2025年其中科技人员, 科技人员, 2025, 1",
        "其中：科技人员（2025年）, 科技人员, 2025, 1",
        "2025年科技人员数（人）, 科技人员, 2025, 1",
        "3、2025年营业总收入万元, 营业收入, 2025, 10000",
        "2024年营业收入情况（万元）, 营业收入, 2024, 10000",
        "2025年R&D经费支出（千元）, 研发费用, 2025, 1000",
        "上年度研发投入总额（万元）, 研发费用, 2025, 10000",
        "2025年末从业人员数, 职工总数, 2025, 1",
        "2025年实缴税金总额（万元）, 纳税额, 2025, 10000",
        "是否规上企业, 规上企业, -1, 1",
        "成立时间, 成立日期, -1, 1"
    })
    void areReadAsTheyAreMeant(String header, String fact, int year, java.math.BigDecimal factor) {
        assertThat(headers.propose(header)).isEqualTo(new FactColumn(Dictionary.called(facts, fact), year, factor));
    }

    @ParameterizedTest
    @CsvSource({
        "高企, 高新技术企业, HELD",
        "是否高企, 高新技术企业, HELD",
        "是否为国家高新技术企业, 高新技术企业, HELD",
        "高企证书到期, 高新技术企业, UNTIL",
        "高企证书有效期至, 高新技术企业, UNTIL",
        "高新技术企业证书到期日期, 高新技术企业, UNTIL",
        "高企发证日期, 高新技术企业, FROM",
        "专精特新, 专精特新中小企业, HELD",
        "专精特新“小巨人”企业, 专精特新小巨人企业, HELD",
        "小巨人认定时间, 专精特新小巨人企业, FROM"
    })
    void nameTitlesShortly(String header, String title, TitleColumn.Part part) {
        assertThat(headers.propose(header)).isEqualTo(new TitleColumn(title, part));
    }

    @ParameterizedTest
    @CsvSource({"高企培育库入库日", "注册资本", "法人代表", "有效发明专利数", "经营范围", "其中", "数据", "高企联系人"})
    void guessNothingOfOthers(String header) {
        assertThat(headers.propose(header)).isEqualTo(new ColumnMeaning.Ignored());
    }

    @Test
    void headNamesAndCodesOfEnterprises() {
        assertThat(headers.propose("法人单位名称")).isEqualTo(new ColumnMeaning.FirmName());
        assertThat(headers.propose("统一社会信用代码（18位）")).isEqualTo(new ColumnMeaning.FirmCode());
    }

    @Test
    void namesOfIndustriesAreReadExactly() {
        assertThat(Industries.called("软件和信息技术服务业")).contains("65");
        assertThat(Industries.called("65 软件和信息技术服务业")).contains("65");
        assertThat(Industries.called("教育")).contains("83");
        assertThat(Industries.called("制造业")).isEmpty();
        assertThat(Industries.called("软件业")).isEmpty();
        assertThat(Industries.isSection("制造业")).isTrue();
    }
}
