package org.lingqu.engine.text.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.source.Line;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.trace.TracedText;

class IssuersTest {

    private static @Nullable Issuer issuer(
            @Nullable String title, @Nullable String number, @Nullable Issuer said, String... lines) {
        TracedText text = TracedText.ofFile(String.join("\n", lines));
        var article = new Article(
                title,
                null,
                said,
                number,
                null,
                null,
                null,
                null,
                List.of(),
                ArticleKind.OTHER,
                List.of(),
                List.of(),
                List.of(),
                text);
        var all = java.util.Arrays.stream(lines)
                .map(l -> new Line(TracedText.ofFile(l), Markup.PLAIN))
                .toList();
        return new Issuers()
                .complete(new ArticleReading(article, List.of(), List.of()), all)
                .article()
                .issuer();
    }

    @ParameterizedTest
    @CsvSource({
        "粤工信案函〔2025〕53号, 广东省工业和信息化厅",
        "桂科政字〔2025〕3号, 广西壮族自治区科学技术厅",
        "浙经信技术〔2025〕3号, 浙江省经济和信息化厅",
        "苏政办发〔2025〕3号, 江苏省人民政府办公厅",
        "京科发〔2025〕3号, 北京市科学技术委员会",
        "穗科规字〔2025〕3号, 广州市科学技术局",
        "国办发〔2025〕3号, 国务院办公厅",
        "工信部企业〔2025〕3号, 工业和信息化部",
        "财教〔2025〕3号, 财政部",
        "发改高技〔2025〕3号, 国家发展和改革委员会",
    })
    void theCodeOfTheNumberTellsTheBody(String number, String name) {
        String code = NumberCodes.code(number);
        assertThat(issuer(null, number, null, "现将有关事项答复如下。")).isEqualTo(new Issuer(name, true, code));
    }

    @Test
    void theCodeAndHowThePageSpeaksOfItselfAreBothTold() {
        assertThat(issuer(null, "粤工信案函〔2025〕53号", null, "我厅牵头成立专班。"))
                .isEqualTo(new Issuer("广东省工业和信息化厅", true, "粤工信案函; 我厅"));
    }

    @Test
    void aCityOfNoTableIsFoundInThePage() {
        assertThat(issuer("关于建设中试基地的答复", "灵科函〔2025〕8号", null, "灵渠市建成中试基地3个，灵渠市居全区前列。"))
                .isEqualTo(new Issuer("灵渠市科学技术局", true, "灵科函"));
        assertThat(new NumberCodes().issuer("灵科函", "本页没有地名")).isEqualTo(Optional.empty());
    }

    @Test
    void theSignatureIsNotInferred() {
        assertThat(issuer(null, "灵科函〔2025〕8号", null, "专此答复。", "灵渠市科技局", "2025年7月16日", "联系人：陈某某"))
                .isEqualTo(new Issuer("灵渠市科学技术局", false, null));
        assertThat(issuer(null, null, null, "特此通知。", "灵渠市科技局", "灵渠市财政局", "二〇二五年七月十六日"))
                .isEqualTo(new Issuer("灵渠市科学技术局、灵渠市财政局", false, null));
    }

    @Test
    void aBulletinIsSignedBelowItsTitle() {
        assertThat(issuer(null, null, null, "灵渠市统计局", "（2025年3月20日）", "全市经济平稳增长。"))
                .isEqualTo(new Issuer("灵渠市统计局", false, null));
    }

    @Test
    void theFieldOfThePageComesFirstAndIsNamedInFull() {
        assertThat(issuer(null, "国办发〔2025〕3号", new Issuer("广西科技厅", false, null), "通知如下。"))
                .isEqualTo(new Issuer("广西壮族自治区科学技术厅", false, null));
    }

    @Test
    void theTitleNamesWhoSpeaks() {
        assertThat(issuer("灵渠市人民政府办公室关于印发行动计划的通知", null, null, "各县区："))
                .isEqualTo(new Issuer("灵渠市人民政府办公室", true, "标题：灵渠市人民政府办公室"));
    }

    @Test
    void newsWithoutAnyOfTheseHasNoIssuer() {
        assertThat(issuer("全市经济平稳增长", null, null, "前三季度全市生产总值增长5.1%。")).isNull();
    }
}
