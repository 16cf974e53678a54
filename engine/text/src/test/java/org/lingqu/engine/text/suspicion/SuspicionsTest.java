package org.lingqu.engine.text.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.engine.text.lexicon.DataFile;

class SuspicionsTest {

    private final PageReader reader = new PageReader();

    private PageRead read(String text) {
        return (PageRead) reader.read(new PageSource("page.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> warned(String text, WarningCode code) {
        int[] points = text.codePoints().toArray();
        return read(text).warnings().stream()
                .filter(w -> w.code() == code)
                .map(Warning::span)
                .map(s -> new String(points, s.start(), s.end() - s.start()))
                .toList();
    }

    static Stream<String[]> personal() {
        return DataFile.rows(SuspicionsTest.class, "personal.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("personal")
    void masksNumbersOfPersonsAndNoOthers(String file, String masked, String count) {
        String page = "关于开展数字经济调研的通知\n全市各有关单位按照要求做好准备工作，现将有关事项通知如下。\n" + file + "\n特此通知，请认真贯彻执行。";
        assertThat(warned(page, WarningCode.PERSONAL_DATA)).hasSize(Integer.parseInt(count));
        var masking = masking(page);
        assertThat(masking.apply(file)).isEqualTo(masked);
        assertThat(masking.apply(page)).hasSameSizeAs(page);
    }

    private static Masking masking(String page) {
        var decoded = decode(page);
        return Masking.of(decoded, new org.lingqu.engine.text.repair.Repairer().repair(decoded));
    }

    private static org.lingqu.engine.text.source.DecodedPage decode(String page) {
        try {
            return new org.lingqu.engine.text.source.PageDecoder()
                    .decode(new PageSource("page.txt", page.getBytes(StandardCharsets.UTF_8)));
        } catch (org.lingqu.engine.text.source.UnreadablePage e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNumberOnTheLineAfterItsLabelIsMasked() {
        assertThat(warned("联系电话：\n82000001\n企业数：\n82000002", WarningCode.PERSONAL_DATA))
                .containsExactly("82000001");
    }

    @Test
    void nothingThatLeavesTheReaderHoldsTheNumber() {
        PageRead page = read("关于组织申报的通知\n请于三月底前报送材料，联系人：陈某某，电话1 4200000001或１４２０００００００２，全市共有企业1200家。");
        assertThat(page.toString()).doesNotContain("14200000002").doesNotContain("１４２０００００００２");
    }

    @Test
    void marksEverySplicedWordAndReadsTheArticleWithoutThem() {
        String text = "买球\n\n买球 关于灵渠市政协五届三次会议第50号提案答复的函\n灵科函〔2025〕7号\n李某某委员：\n"
                + "您提出的《关于建设中试基地的提案》收悉，现答复如下。全市新建中试基地12个，总投资3.5亿元。\n线上买球-买球平台-买球网站\n2025年7月16日";
        assertThat(warned(text, WarningCode.HIJACKED)).containsExactly("买球", "买球", "线上买球", "买球平台", "买球网站");
        PageRead page = read(text);
        assertThat(page.article().text().toString()).doesNotContain("买球");
        assertThat(page.article().cut())
                .anyMatch(c -> c.why() == CutPart.Why.SPAM && c.span().equals(new Span(0, 2)));
    }

    @Test
    void aPageThatSpeaksOfGamblingIsNotHijacked() {
        assertThat(warned("全市公安机关严厉打击网络赌博、色情、外围买球等违法犯罪，查处案件20起。\n体育彩票销售额3亿元。", WarningCode.HIJACKED))
                .isEmpty();
        assertThat(warned("学生买球拍、买球鞋的支出增长5%，半岛旅游收入12亿元，米兰设计周开幕。", WarningCode.HIJACKED))
                .isEmpty();
        assertThat(warned("开云集团到访。\n银河计划启动。\n福利彩票公益金使用情况", WarningCode.HIJACKED))
                .isEmpty();
    }

    @Test
    void brandsCountWithTheirTails() {
        assertThat(warned("乐鱼体育官网-科技局关于下达项目计划的通知\n各县区科技局按要求执行，全年安排项目20个。", WarningCode.HIJACKED))
                .containsExactly("乐鱼体育官网");
    }

    @Test
    void wordsThatOnlyTheSourceShowsAreMarked() {
        String html = "<html><head><title>灵渠市科技工作会议召开</title></head><body><p>全市科技工作会议在灵渠召开，总结全年工作，部署下一步任务。</p>"
                + "<div style=\"display:none\"><a href=\"http://x.invalid/\">线上买球</a><a href=\"#\">真人荷官</a></div></body></html>";
        PageRead page = (PageRead) reader.read(new PageSource("page.html", html.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.warnings())
                .filteredOn(w -> w.code() == WarningCode.HIJACKED)
                .hasSize(2);
    }
}
