package org.lingqu.engine.text.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.trace.TracedText;

class HtmlDecoderTest {

    @Test
    void blocksAndBreaksAreLinesOfTheirOwn() throws UnreadablePage {
        assertThat(words("<div>一<p>二<br>三</p>四<ul><li>五<li>六</ul></div>"))
                .containsExactly("一", "二", "三", "四", "五", "六");
    }

    @Test
    void aWrappedSourceLineLeavesNoSpaceBetweenChineseCharacters() throws UnreadablePage {
        assertThat(words("<p>全市规模以上\n    工业增加值 100 亿元，GDP\n增长</p>")).containsExactly("全市规模以上工业增加值 100 亿元，GDP 增长");
    }

    @Test
    void characterReferencesPointAtTheirWholeSource() throws UnreadablePage {
        String html = "<p>增长&nbsp;5&#37;，A&amp;B&lt;C</p>";
        Line line = decode(html).lines().getFirst();

        assertThat(line.text().toString()).isEqualTo("增长\u00a05%，A&B<C");
        assertThat(source(html, line.text().span(3, 5))).isEqualTo("5&#37;");
        assertThat(source(html, line.text().span(6, 9))).isEqualTo("A&amp;B");
    }

    @Test
    void spansCountCodePointsOfTheSource() throws UnreadablePage {
        String html = "<p>\ud842\udfb7家湾</p><p>创新</p>";
        Line line = decode(html).lines().get(1);

        assertThat(line.text().span()).isEqualTo(new Span(13, 15));
    }

    @Test
    void hiddenElementsScriptsAndReadingsAreNotRead() throws UnreadablePage {
        assertThat(words("""
                <p>看得见</p><div style="DISPLAY : none">藏起来的广告</div><p hidden>也藏</p>
                <script>var a = '<p>不是文字</p>';</script><style>p{}</style><noscript>没有脚本</noscript>
                <p><ruby>创<rp>(</rp><rt>chuàng</rt><rp>)</rp>新</ruby></p>
                <p>科技人员占全部职工的比例达到了这里所说的水平，这一句话的作用是让页面上看得见的文字足够长，因此不再重读。</p>
                <p>另外还有一句话，它同样是为了让看得见的文字超过一百个字，从而说明隐藏的文字确实没有被当作正文读进来，仅此而已。</p>
                """))
                .startsWith("看得见", "创新")
                .noneMatch(line -> line.contains("广告") || line.contains("也藏") || line.contains("脚本"));
    }

    @Test
    void aPageThatAScriptUncoversIsReadAllTheSame() throws UnreadablePage {
        String words = "本页内容在脚本运行之后才显示。".repeat(10);

        assertThat(words("<div style='display:none'><p>" + words + "</p></div>"))
                .containsExactly(words);
    }

    @Test
    void footnoteMarksAreLeftOutAndUnitsKept() throws UnreadablePage {
        assertThat(words("<p>面积20km<sup>2</sup>，人口增加<sup>[3]</sup>。</p>")).containsExactly("面积20km2，人口增加。");
    }

    @Test
    void tableCellsKnowTheirPlaceWithSpansCounted() throws UnreadablePage {
        List<Line> lines = decode("""
                <table><tr><th rowspan="2">指标<th colspan="2">2025年<tr><td>数值<td>增长<tr><td>产值<td>12<td>3</table>""").lines();

        assertThat(lines.stream().map(HtmlDecoderTest::place))
                .containsExactly("指标 0,0 h", "2025年 0,1 h", "数值 1,1", "增长 1,2", "产值 2,0", "12 2,1", "3 2,2");
    }

    @Test
    void aCellOfSeveralParagraphsIsOneLineAndALayoutCellIsNot() throws UnreadablePage {
        String article = "<p>第一段讲的是这件事情的来龙去脉，写得稍微长一些。</p>".repeat(8);

        assertThat(words("<table><tr><td><p>农</p><p>业</p><td>5</table>")).containsExactly("农业", "5");
        assertThat(words("<table><tr><td>" + article + "</table>")).hasSize(8);
    }

    @Test
    void linkShareIsTheShareOfVisibleCharacters() throws UnreadablePage {
        Line line = decode("<p>查看<a href='/a'>附件一</a> <a name='x'>正文</a>等</p>")
                .lines()
                .getFirst();

        assertThat(line.markup().linkShare()).isEqualTo(3 / 8f);
    }

    @Test
    void titleAndMetaStandInFront() throws UnreadablePage {
        String html = "<head><title>通知&mdash;云溪网</title><meta name='PubDate' content='2026-03-01'></head><p>正文</p>";
        List<Line> lines = decode(html).lines();

        assertThat(lines)
                .extracting(line -> line.markup().role())
                .containsExactly(Markup.Role.DOCUMENT_TITLE, Markup.Role.META, Markup.Role.PARAGRAPH);
        assertThat(lines.get(0).text().toString()).isEqualTo("通知—云溪网");
        assertThat(lines.get(1).markup().hint()).isEqualTo("pubdate");
        assertThat(source(html, lines.get(1).text().span())).isEqualTo("2026-03-01");
    }

    /** Words, references, tags and blanks in any order: every character must be found again where it points. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyCharacterIsFoundWhereItPoints(long seed) throws UnreadablePage {
        String[] pieces = {
            "产",
            "业",
            "12.5%",
            " ",
            "\n",
            "\r\n",
            "&nbsp;",
            "&amp;",
            "&ldquo;",
            "&#x4e2d;",
            "&lt",
            "&",
            "<b>",
            "</b>",
            "<br>",
            "<p>",
            "</p>",
            "<td>",
            "<table>",
            "<tr>",
            "</table>",
            "<div class='x'>",
            "</div>",
            "<!-- 注 -->",
            "\ud842\udfb7",
            "<a href=#>",
            "</a>",
            "&notanentity;",
            "&copy",
            "\u0000",
            "<",
            ">",
            "\"",
            "<sup>"
        };
        var random = new Random(seed);
        var html = new StringBuilder("<html><body>");
        for (int i = 0; i < 4000; i++) {
            html.append(pieces[random.nextInt(pieces.length)]);
        }
        int[] source = html.codePoints().toArray();
        for (Line line : decode(html.toString()).lines()) {
            TracedText text = line.text();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                assertThat(text.to(i))
                        .as("seed %d", seed)
                        .isGreaterThan(text.from(i))
                        .isLessThanOrEqualTo(source.length);
                if (c >= '\u4e00' && c <= '\u9fff' && c != '中') {
                    assertThat(source[text.from(i)]).as("seed %d", seed).isEqualTo(c);
                }
            }
        }
    }

    private static String place(Line line) {
        Markup.Cell cell = line.markup().cell();
        return cell == null
                ? "outside"
                : line.text() + " " + cell.row() + "," + cell.column() + (cell.header() ? " h" : "");
    }

    private static String source(String html, Span span) {
        int start = html.offsetByCodePoints(0, span.start());
        return html.substring(start, html.offsetByCodePoints(start, span.end() - span.start()));
    }

    private static List<String> words(String html) throws UnreadablePage {
        return decode(html).lines().stream().map(line -> line.text().toString()).toList();
    }

    private static DecodedPage decode(String html) throws UnreadablePage {
        return new PageDecoder().decode(new PageSource("page", html.getBytes(StandardCharsets.UTF_8)));
    }
}
