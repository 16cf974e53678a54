package org.lingqu.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.PageSource;

class ReportTest {

    private static final String PAGE = """
            灵渠市科技创新工作综述
            2024年，灵渠市高新技术企业达到312家，同比增长12.5%。
            全市研究与试验发展经费投入25.6亿元，增长8.1%。
            """;

    @Test
    void showsEveryParagraphOfTheCleanTextOnce() {
        PageRead read = read(PAGE);

        String shown = Report.marked(read).stream()
                .map(pieces -> pieces.stream().map(MarkedText.Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));

        assertThat(shown).isEqualTo(read.article().text().toString());
    }

    @Test
    void isOneFileThatLoadsNothing() throws IOException {
        var report = new Report();
        report.add(read(PAGE));

        String html = html(report);

        assertThat(html).contains("灵渠读页报告").contains("灵渠市科技创新工作综述");
        assertThat(html).doesNotContain("src=\"").doesNotContain("href=\"http").doesNotContain("url(");
    }

    @Test
    void saysSoWhenThereIsNothingToShow() throws IOException {
        assertThat(html(new Report())).contains("这些网页里没有找到数据").contains("没有读到网页");
    }

    @Test
    void showsRefusalsFirstAndEscapesWhatPagesSay() throws IOException {
        var report = new Report();
        report.add(new PageRefused("<b>.html", null, "NOT_TEXT", "the file is no page", "save it again"));

        assertThat(html(report)).contains("&lt;b&gt;.html").contains("NOT_TEXT").doesNotContain("<b>.html");
    }

    private static PageRead read(String text) {
        var reading = new PageReader().read(new PageSource("page.txt", text.getBytes(UTF_8)));
        assertThat(reading).isInstanceOf(PageRead.class);
        return (PageRead) reading;
    }

    private static String html(Report report) throws IOException {
        var html = new StringWriter();
        report.write(html);
        return html.toString();
    }
}
