package org.lingqu.engine.text.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.trace.TracedText;

/** Tables, as the page marked them and as a scraper left them, say the same. */
class TablesTest {

    private static final List<String> EXPECTED = List.of(
            "工业增加值 value=45260000000元 growth=7.1 period=2021 region=绍兴市",
            "建筑业增加值 value=8130000000元 growth=-2.4 period=2021 region=绍兴市");

    @Test
    void readsTableFlattenedToOneCellALine() {
        assertEquals(
                EXPECTED,
                read("2021年地区生产总值", "单位：亿元", "指标", "绝对数", "比上年增长（%）", "工业", "452.6", "7.1", "建筑业", "81.3", "-2.4"));
    }

    @Test
    void readsMarkedTable() {
        var passages = new ArrayList<Passage>();
        String file = "2021年地区生产总值（单位：亿元）\n指标\n绝对数\n比上年增长（%）\n工业\n452.6\n7.1\n建筑业\n81.3\n-2.4";
        int at = 0;
        int number = -1;
        for (String line : file.split("\n", -1)) {
            Markup.@Nullable Cell cell = number < 0 ? null : new Markup.Cell(1, number / 3, number % 3, 1, number < 3);
            passages.add(passage(file, at, line, cell));
            at += line.length() + 1;
            number++;
        }
        assertEquals(EXPECTED, statements(file, passages));
    }

    @Test
    void takesUnitFromTheLabelAndGroupFromTheLineAbove() {
        assertEquals(
                List.of(
                        "大牲畜存栏 value=153000头 growth=2 period=2021-12 region=绍兴市",
                        "羊存栏 value=61000只 growth=-1.5 period=2021-12 region=绍兴市"),
                read(
                        "2021年畜牧业生产",
                        "指标名称",
                        "指标值",
                        "同比增长（%）",
                        "年末畜禽存栏",
                        "大牲畜（万头）",
                        "15.3",
                        "2.0",
                        "羊（万只）",
                        "6.1",
                        "-1.5"));
    }

    private static List<String> read(String... lines) {
        String file = String.join("\n", lines);
        var passages = new ArrayList<Passage>();
        int at = 0;
        for (String line : lines) {
            passages.add(passage(file, at, line, null));
            at += line.length() + 1;
        }
        return statements(file, passages);
    }

    private static Passage passage(String file, int at, String line, Markup.@Nullable Cell cell) {
        return new Passage(TracedText.ofFile(file, at, at + line.length(), at), Passage.Kind.PARAGRAPH, 0, cell);
    }

    private static List<String> statements(String file, List<Passage> passages) {
        var article = new Article(
                "2021年绍兴市国民经济和社会发展统计公报",
                null,
                null,
                null,
                null,
                LocalDate.of(2022, 3, 15),
                null,
                null,
                List.of(),
                ArticleKind.STATISTICS,
                List.of(),
                List.of(),
                List.of(),
                TracedText.empty());
        return new StatementReader()
                .read(file, new ArticleReading(article, passages, List.of())).stream()
                        .map(SentenceFile::line)
                        .toList();
    }
}
