package org.lingqu.engine.text.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.Script;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.WarningCode;

class RepairerTest {

    /** {@code repaired.tsv}, one sentence a row. */
    static Stream<Row> rows() {
        return DataFile.lines("repaired.tsv").stream()
                .map(l -> l.split("\t", -1))
                .map(c -> new Row(c[0], c[1], c[2], Integer.parseInt(c[3]), c[4]));
    }

    record Row(String file, String says, String kinds, int uncertain, String why) {
        @Override
        public String toString() {
            return why + ": " + file;
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsWhatTheLineSays(Row row) {
        RepairedPage page = Repairs.of(row.file());
        assertThat(page.lines().getFirst().text()).hasToString(row.says());
        var kinds = new TreeSet<String>();
        page.repairs().forEach(r -> kinds.add(r.kind().code()));
        assertThat(String.join(",", kinds)).isEqualTo(row.kinds());
        assertThat(page.repairs().stream().filter(r -> !r.certain())).hasSize(row.uncertain());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsEveryChange(Row row) {
        assertNothingSilent(row.file());
    }

    @Test
    void aGlossIsOneRepairWithTheCharacterBeforeIt() {
        assertThat(Repairs.of("創(chuàng)新").repairs().getFirst().before()).isEqualTo("創(chuàng)");
        assertThat(Repairs.of("创新創(chuàng)新").repairs().getFirst().span()).isEqualTo(new Span(2, 11));
    }

    @Test
    void aLostCharacterThatCouldBeSeveralStaysOpen() {
        RepairedPage page = Repairs.of("產(chǎn)業(yè)和?shì)，");
        assertThat(page.lines().getFirst().text()).hasToString("产业和□，");
        assertThat(page.warnings()).extracting(w -> w.code()).containsExactly(WarningCode.GARBLED);
    }

    @Test
    void damageThatNothingBringsBackIsWarnedOf() {
        RepairedPage page = Repairs.of("全市锟斤拷锟斤拷企业\n完好的一行\n合计\ufffd\ufffd家");
        assertThat(page.warnings()).extracting(w -> w.span()).containsExactly(new Span(2, 8), new Span(19, 21));
    }

    @Test
    void tellsTheScript() {
        assertThat(Repairs.of("灵渠市科技局发布通报").script()).isEqualTo(Script.HANS);
        assertThat(Repairs.of("靈渠市科技局發布通報").script()).isEqualTo(Script.HANT);
        assertThat(Repairs.of("灵渠市科技局发布通报\n靈渠市科技局發布通報").script()).isEqualTo(Script.MIXED);
        assertThat(Repairs.of("灵渠市科技局发布关于华东、华南联动发展的通报，点名表扬國泰公司").script()).isEqualTo(Script.HANS);
    }

    @Test
    void nothingIsSilentWhateverThePage() {
        long seed = Long.getLong("lingqu.seed", 20260301L);
        var random = new Random(seed);
        List<String> pieces = List.of(
                "創(chuàng)",
                "新",
                "?jiǎng)",
                "要",
                "務(wù)",
                "１２",
                "．",
                "％",
                "3",
                " ",
                " 4",
                ".5",
                "鍥藉",
                "ä¸­",
                "ÖÐ",
                "著",
                "乾隆",
                "\u200b",
                "\u00ad",
                "(",
                ")",
                "ǎ",
                "数 字 经 济",
                "\ufffd",
                "锟斤拷",
                "𠮷",
                "abc",
                "（",
                "，",
                "\u3000",
                "\ud800");
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(text.toString())
                    .as("seed %d round %d", seed, round)
                    .satisfies(RepairerTest::assertNothingSilent);
        }
    }

    private static void assertNothingSilent(String file) {
        RepairedPage page = Repairs.of(file);
        int[] points = file.codePoints().toArray();
        int at = 0;
        var rebuilt = new StringBuilder();
        var result = new StringBuilder();
        for (Repair repair : page.repairs()) {
            String untouched = text(points, at, repair.span().start());
            rebuilt.append(untouched).append(repair.before());
            result.append(untouched).append(repair.after());
            at = repair.span().end();
        }
        rebuilt.append(text(points, at, points.length));
        result.append(text(points, at, points.length));
        assertThat(rebuilt).hasToString(file);
        if (!page.lines().isEmpty()) {
            assertThat(result.toString().strip())
                    .contains(page.lines().getFirst().text().toString().strip());
        }
    }

    private static String text(int[] points, int start, int end) {
        return new String(points, start, end - start);
    }
}
