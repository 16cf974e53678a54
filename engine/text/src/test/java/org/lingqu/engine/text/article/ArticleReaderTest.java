package org.lingqu.engine.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Script;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.engine.text.repair.RepairedPage;
import org.lingqu.engine.text.source.DecodedPage;
import org.lingqu.engine.text.source.PageDecoder;
import org.lingqu.engine.text.source.UnreadablePage;

/** Pages of our own about a city that does not exist. */
class ArticleReaderTest {

    private static final String SENTENCE = "云溪市今年安排专项资金三千万元，支持企业开展关键技术攻关，并建立联合实验室。";

    private static final String SCRAPED_NEWS = """
            云溪市启动创新行动_云溪新闻网
            首页
            要闻
            政务
            云溪市启动创新行动
            2026-03-02 17:11
            来源：云溪日报
            浏览：120次
            本报记者 张三
            3月1日，云溪市召开动员会。%s
            培育企业
            %s
            ▲动员会现场 李四 摄
            %s
            责任编辑：王五
            相关新闻
            邻市去年完成投资500亿元，同比增长9.9%%，项目建设全面提速，呈现良好态势。
            云ICP备00000000号
            """.formatted(SENTENCE, SENTENCE, SENTENCE);

    @Test
    void scrapedNewsLosesItsMenuBylineCaptionAndTail() {
        ArticleReading reading = read(SCRAPED_NEWS);
        Article article = reading.article();

        assertThat(article.title()).isEqualTo("云溪市启动创新行动");
        assertThat(article.published()).isEqualTo(LocalDateTime.of(2026, 3, 2, 17, 11));
        assertThat(article.event()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(article.reprintChain()).containsExactly("云溪日报");
        assertThat(article.kind()).isEqualTo(ArticleKind.NEWS);
        assertThat(article.text().toString())
                .isEqualTo("3月1日，云溪市召开动员会。" + SENTENCE + "\n培育企业\n" + SENTENCE + "\n" + SENTENCE);
        assertThat(reading.passages()).noneMatch(p -> p.text().toString().contains("500亿元"));
        assertThat(reading.warnings())
                .extracting(Warning::code)
                .contains(WarningCode.NAVIGATION, WarningCode.FOREIGN_TAIL)
                .doesNotContain(WarningCode.DATE_MISSING);
        assertThat(article.cut()).extracting(CutPart::why).contains(CutPart.Why.CAPTION, CutPart.Why.TAIL);
    }

    @Test
    void whatIsKeptAndWhatIsCutCoverThePageWithoutOverlap() {
        Article article = read(SCRAPED_NEWS).article();
        var covered = new boolean[SCRAPED_NEWS.length()];
        article.bodySpans().forEach(span -> mark(covered, span.start(), span.end()));
        article.cut()
                .forEach(part -> mark(covered, part.span().start(), part.span().end()));

        String missed = "";
        for (int i = 0; i < covered.length; i++) {
            missed += covered[i] || SCRAPED_NEWS.charAt(i) <= ' ' ? "" : SCRAPED_NEWS.charAt(i);
        }
        assertThat(missed).isEqualTo(article.title());
    }

    private static void mark(boolean[] covered, int start, int end) {
        for (int i = start; i < end; i++) {
            assertThat(covered[i]).isFalse();
            covered[i] = true;
        }
    }

    @Test
    void anOfficialReplyHasNumberSuffixDatesAndContactApart() {
        Article article =
                read("""
                某某彩票 关于市政协三届二次会议第2026001号提案答复的函
                云工信案函〔2026〕15号B
                来源:本网原创稿发布时间: 2026-05-20 09:30:00
                赵六委员:
                您提出的《关于发展数字经济的提案》收悉。经综合有关单位意见，现答复如下:
                一、已经开展的工作
                (一)加强技术攻关。一是组织实施重点专项。%s二是建设创新平台。%s
                (二)培育企业主体。%s
                二、下一步计划
                %s
                专此答复，感谢您对我们工作的关心。
                云溪市工业和信息化局
                2026年5月18日
                联系人及电话:钱七 0000-0000000
                """.formatted(SENTENCE, SENTENCE, SENTENCE, SENTENCE)).article();

        assertThat(article.title()).isEqualTo("关于市政协三届二次会议第2026001号提案答复的函");
        assertThat(article.documentNumber()).isEqualTo("云工信案函〔2026〕15号");
        assertThat(article.suffix()).isEqualTo("B");
        assertThat(article.published()).isEqualTo(LocalDateTime.of(2026, 5, 20, 9, 30));
        assertThat(article.written()).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(article.kind()).isEqualTo(ArticleKind.PROPOSAL_REPLY);
        assertThat(article.reprintChain()).isEmpty();
        assertThat(article.text().toString()).startsWith("赵六委员:").endsWith("工作的关心。");
        assertThat(article.cut()).extracting(CutPart::why).contains(CutPart.Why.CONTACT);
        assertThat(article.outline())
                .extracting(entry -> entry.level() + " " + entry.heading())
                .containsExactly("1 已经开展的工作", "2 加强技术攻关", "3 组织实施重点专项", "3 建设创新平台", "2 培育企业主体", "1 下一步计划");
    }

    @Test
    void aNoticeKeepsItsAttachmentsAndIsSignedAfterWhomToCall() {
        Article article = read("""
                云溪市科学技术局关于组织申报科技计划项目的通知
                发布日期：2026-03-05 10:12 信息来源：市科技局 浏览次数：321 【字体：大 中 小】 打印
                各县（区）科技局，各有关单位：
                %s
                一、申报时间
                申报截止时间为2026年4月30日。
                联系人：张三，联系电话：0000-0000000
                电子邮箱：someone@example.org
                附件：1.项目申报书
                2.项目汇总表
                云溪市科学技术局
                2026年3月4日
                （此件公开发布）
                上一篇：关于公布名单的通知
                """.formatted(SENTENCE)).article();

        assertThat(article.written()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(article.published()).isEqualTo(LocalDateTime.of(2026, 3, 5, 10, 12));
        assertThat(article.text().toString()).endsWith("4月30日。\n附件：1.项目申报书\n2.项目汇总表");
        assertThat(article.text().toString()).doesNotContain("联系人").doesNotContain("example");
    }

    @Test
    void theDayAPaperWasIssuedIsNotWhenThePageAppeared() {
        ArticleReading reading = read("""
                发布机构: 云溪市政府办 发文日期: 2026年02月11日
                名称: 云溪市人民政府关于印发创新规划的通知
                文号: 云政发〔2026〕5号 有效性: 有效
                各县、区人民政府：
                %s
                """.formatted(SENTENCE));

        assertThat(reading.article().written()).isEqualTo(LocalDate.of(2026, 2, 11));
        assertThat(reading.article().published()).isNull();
        assertThat(reading.warnings()).extracting(Warning::code).contains(WarningCode.DATE_MISSING);
    }

    @Test
    void theFieldsOfAnOfficialPageAreBelieved() {
        Article article = read("""
                <table><tr><td>索 引 号：</td><td>000/2026-1</td><td>主题分类：</td><td>科技</td></tr>
                <tr><td>发文机关：</td><td>云溪市人民政府办公室</td><td>成文日期：</td><td>2026年02月03日</td></tr>
                <tr><td>标　　题：</td><td colspan="3">云溪市人民政府办公室关于印发创新计划的通知</td></tr>
                <tr><td>发文字号：</td><td>云政办发〔2026〕2号</td><td>发布日期：</td><td>2026年02月10日</td></tr></table>
                <table><tr><td><p>云溪市人民政府办公室关于<br>印发创新计划的通知</p><p>云政办发〔2026〕2号</p>
                <p>各县、区人民政府：</p><p>%s</p><p>%s</p><p>云溪市人民政府办公室</p><p>2026年2月3日</p><p>（此件公开发布）</p>
                </td></tr></table>""".formatted(SENTENCE, SENTENCE)).article();

        assertThat(article.title()).isEqualTo("云溪市人民政府办公室关于印发创新计划的通知");
        assertThat(article.issuer()).hasFieldOrPropertyWithValue("name", "云溪市人民政府办公室");
        assertThat(article.documentNumber()).isEqualTo("云政办发〔2026〕2号");
        assertThat(article.published()).isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(article.written()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(article.text().toString()).isEqualTo("各县、区人民政府：\n" + SENTENCE + "\n" + SENTENCE);
    }

    @Test
    void announcedArticlesWithTheirDatesAreATail() {
        ArticleReading reading = read("""
                坚持创新驱动
                类别:国内 发布时间:2026-02-14 05:21:00 来源:某某快看
                本文转自:云溪日报
                %s
                %s
                邻省去年投入研发经费880亿元，形成了丰富的科技成果，制造业比以往任何时候都更加需要
                2025-12-22 07:40:00
                ...有较强的竞争力。邻市新增企业1999家，重大成果不断涌现，创新能力快速提升，在年度评奖中
                2026-01-24 07:56:00
                """.formatted(SENTENCE, SENTENCE));

        assertThat(reading.article().text().toString()).isEqualTo(SENTENCE + "\n" + SENTENCE);
        assertThat(reading.article().reprintChain()).containsExactly("云溪日报", "某某快看");
        assertThat(reading.warnings()).extracting(Warning::code).contains(WarningCode.FOREIGN_TAIL);
    }

    @Test
    void aFlattenedTableStaysInTheBodyOneCellAPassage() {
        Article article = read("""
                2025年云溪市统计公报
                %s
                2025年主要指标
                单位：亿元
                指 标
                数值
                增长（%%）
                第一产业
                15.6
                1.0
                第二产业
                32.9
                9.8
                %s
                """.formatted(SENTENCE, SENTENCE)).article();

        assertThat(article.kind()).isEqualTo(ArticleKind.STATISTICS);
        assertThat(article.text().toString()).contains("第一产业\n15.6\n1.0\n第二产业\n32.9\n9.8\n");
    }

    @Test
    void aReprintersDisclaimerIsCutAndWarnedOf() {
        ArticleReading reading = read(SENTENCE + "\n免责声明：本网转载自其他媒体的文章，并不代表本网赞同其观点和对其真实性负责，如有侵权请与我们联系。\n");

        assertThat(reading.article().text().toString()).isEqualTo(SENTENCE);
        assertThat(reading.warnings()).extracting(Warning::code).contains(WarningCode.REPRINT_DISCLAIMER);
    }

    @Test
    void theDayOfASpeechIsNotWhenItWasPublished() {
        ArticleReading reading = read("""
                政府工作报告
                （2026年1月27日在云溪市第五届人民代表大会第四次会议上）
                市长 孙八
                各位代表：
                现在，我代表市人民政府报告工作，请予审议。%s
                """.formatted(SENTENCE));

        assertThat(reading.article().title()).isEqualTo("政府工作报告");
        assertThat(reading.article().published()).isNull();
        assertThat(reading.article().kind()).isEqualTo(ArticleKind.SPEECH);
        assertThat(reading.article().text().toString()).startsWith("各位代表：");
    }

    @Test
    void menusBesideAnArticleAreNotRead() {
        String menu = "<ul>" + "<li><a href='/x'>云溪要闻动态与政务公开栏目</a></li>".repeat(60) + "</ul>";
        ArticleReading reading = read("<html><head><title>创新行动启动 - 云溪网</title></head><body><div>" + menu
                + "</div><div class='main'><h2>创新行动启动</h2><div class='info'>2026年3月2日 08:05</div><div class='text'><p>"
                + SENTENCE + "</p><p>" + SENTENCE + "</p></div></div><div>" + menu + "</div></body></html>");

        assertThat(reading.article().title()).isEqualTo("创新行动启动");
        assertThat(reading.article().published()).isEqualTo(LocalDateTime.of(2026, 3, 2, 8, 5));
        assertThat(reading.article().text().toString()).isEqualTo(SENTENCE + "\n" + SENTENCE);
    }

    private static ArticleReading read(String page) {
        try {
            DecodedPage decoded =
                    new PageDecoder().decode(new PageSource("page", page.getBytes(StandardCharsets.UTF_8)));
            var repaired = new RepairedPage(Script.HANS, decoded.lines(), List.of(), List.of());
            return new ArticleReader().read(decoded, repaired);
        } catch (UnreadablePage e) {
            throw new AssertionError(e);
        }
    }
}
