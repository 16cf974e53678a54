package org.lingqu.policy.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.library.Citation;
import org.lingqu.library.DocumentNumber;

/** Clauses name articles, and articles are found where they begin. */
class ArticleTextTest {

    private static final List<DocumentNumber> NUMBERS = List.copyOf(DocumentNumber.in("国科发火〔2016〕32号、国科发火〔2016〕195号"));

    private static final String TEXT = """
            某办法
            第十条　证书有效期三年。
            第十一条 须同时满足以下条件：
            （一）注册一年以上；
            (二)有知识产权；（三）属于规定领域；
            （四）科技人员不低于百分之十。
            第十一条规定的条件由认定机构核实。
            第十二条　程序如下：（四）公示。
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32号第十一条（四）|国科发火〔2016〕32号 第十一条 （四）",
                "32号第十一条(四)|国科发火〔2016〕32号 第十一条 （四）",
                "32号第十一条（七）、195号三（七）|国科发火〔2016〕32号 第十一条 （七）",
                "第六条（五）、第八条|国科发火〔2016〕32号 第六条 （五）;国科发火〔2016〕32号 第八条 ",
                "195号第二条、第三条（一）|国科发火〔2016〕195号 第二条 ;国科发火〔2016〕195号 第三条 （一）",
                "财税〔2015〕119号 第一条|财税〔2015〕119号 第一条 ",
                "企业所得税法第二十八条|",
                "实施条例第九十条|",
                "附件2 第1项|",
                "33号第一条|",
                "正文|"
            })
    void clausesAreReadAsFarAsTheyCanBeLookedUp(String clause, String places) {
        assertThat(ArticlePlace.of(clause, NUMBERS))
                .extracting(place -> place.number() + " " + place.article() + " " + place.item())
                .map(String::strip)
                .containsExactly(
                        places == null
                                ? new String[0]
                                : List.of(places.split(";", -1)).stream()
                                        .map(String::strip)
                                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "第十条,,第十条　证书有效期三年。",
        "第十一条,,第十一条 须同时满足以下条件：",
        "第十一条,（一）,（一）注册一年以上；",
        "第十一条,（二）,(二)有知识产权；",
        "第十一条,（三）,（三）属于规定领域；",
        "第十一条,（四）,（四）科技人员不低于百分之十。"
    })
    void theWordsOfAnArticleBeginWhereItDoes(String article, String item, String words) {
        assertThat(ArticleText.find(TEXT, article, item == null ? "" : item).map(Citation::words))
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({"第十三条,", "第十一条,（五）", "第十条,（一）", "第一条,"})
    void whatIsNotThereIsNotQuoted(String article, String item) {
        assertThat(ArticleText.find(TEXT, article, item == null ? "" : item)).isEmpty();
    }

    @Test
    void aQuoteIsWhereThePageHasIt() {
        Citation citation = ArticleText.find(TEXT, "第十一条", "（四）").orElseThrow();
        assertThat(TEXT.substring(citation.start(), citation.end())).isEqualTo(citation.words());
        String longText = "第一条 " + "很长".repeat(500);
        assertThat(ArticleText.find(longText, "第一条", "").orElseThrow().words()).hasSizeLessThan(200);
        assertThat(ArticleText.find("", "第一条", "（一）")).isEmpty();
    }
}
