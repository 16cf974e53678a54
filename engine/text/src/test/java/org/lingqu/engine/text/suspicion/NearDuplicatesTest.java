package org.lingqu.engine.text.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.WarningCode;

class NearDuplicatesTest {

    private static final String NEWS = "灵渠市举行科技成果对接活动\n发布时间：2025-03-05\n"
            + "3月4日，灵渠市科技局在高新区举行科技成果对接活动，来自三个县区的企业与高校院所面对面交流需求。"
            + "活动现场签约项目12个，合同金额3.6亿元，涉及新材料、智能装备、生物制造等方向。\n"
            + "据介绍，去年以来全市累计登记技术合同成交额589.8万元，新增科技型中小企业46家，建成中试基地两个。"
            + "下一步，灵渠市将继续完善需求征集、专家诊断、成果匹配的工作机制，推动更多成果在本地转化落地。";

    private final PageReader reader = new PageReader();
    private final NearDuplicates duplicates = new NearDuplicates();

    private List<String> sameAs(String file, String text) {
        var read = (PageRead) reader.read(new PageSource(file, text.getBytes(StandardCharsets.UTF_8)));
        return ((PageRead)
                        duplicates.check(titled(read, text.lines().findFirst().orElseThrow())))
                .warnings().stream()
                        .filter(w -> w.code() == WarningCode.SAME_AS)
                        .map(w -> w.says())
                        .toList();
    }

    /** The title is the first line, whatever else the reader makes of so short a page. */
    private static PageRead titled(PageRead p, String title) {
        Article a = p.article();
        var article = new Article(
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                a.kind(),
                List.of(),
                a.bodySpans(),
                a.cut(),
                a.text());
        return new PageRead(
                p.file(),
                p.sha256(),
                p.charset(),
                p.script(),
                null,
                article,
                p.repairs(),
                p.warnings(),
                p.statements(),
                p.policies(),
                p.organisations(),
                p.roles(),
                p.actions());
    }

    @Test
    void namesTheEarlierPageAndTheFigureThatChanged() {
        assertThat(sameAs("first.txt", NEWS)).isEmpty();
        assertThat(sameAs("second.txt", NEWS.replace("589.8万", "近590万")))
                .singleElement()
                .asString()
                .contains("first.txt")
                .contains("近590万元（前文为589.8万元）");
    }

    @Test
    void namesAChangedTitle() {
        sameAs("first.txt", NEWS);
        assertThat(sameAs("second.txt", NEWS.replace("灵渠市举行科技成果对接活动\n", "科技成果对接活动在灵渠市成功举行\n")))
                .singleElement()
                .asString()
                .contains("标题不同")
                .doesNotContain("数字不同");
    }

    @Test
    void otherNewsFromTheSameOfficeIsNotTheSame() {
        sameAs("first.txt", NEWS);
        assertThat(sameAs(
                        "other.txt",
                        "灵渠市科技局开展安全生产检查\n发布时间：2025-03-06\n3月5日，灵渠市科技局检查组到高新区孵化器检查消防设施和实验室危险品管理，"
                                + "现场指出问题七处，要求限期整改，并对值班值守、应急演练等工作提出要求。检查组强调，要压实主体责任，坚决防范各类事故。"))
                .isEmpty();
    }

    @Test
    void aSmallChangeKeepsTheSketchAndOtherTextsHaveAnother() {
        long seed = Long.getLong("lingqu.seed", 20260302L);
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append((char) ('\u4e00' + random.nextInt(3000)));
        }
        int[] sketch = Sketch.of(text.toString());
        text.replace(100, 104, "改了四字");
        assertThat(Sketch.agreement(sketch, Sketch.of(text.toString())))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(26);
        int closest = 0;
        for (int page = 0; page < 2000; page++) {
            var other = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                other.append((char) ('\u4e00' + random.nextInt(3000)));
            }
            closest = Math.max(closest, Sketch.agreement(sketch, Sketch.of(other.toString())));
        }
        assertThat(closest).as("seed %d", seed).isLessThan(6);
    }
}
