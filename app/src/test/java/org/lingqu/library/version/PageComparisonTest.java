package org.lingqu.library.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.library.version.Change.NumberChange;
import org.lingqu.library.version.Change.Part;

/** Versions of the demonstration pages, as a site would change them. */
class PageComparisonTest {

    private static final Path PAGES = Path.of("..", "regions", "demo", "pages");
    private static final PageReader READER = new PageReader();
    private static final String NEWS = page("01-");

    private static String page(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (Stream<Path> files = Files.list(PAGES)) {
            return Files.readAllBytes(
                    files.filter(f -> f.getFileName().toString().startsWith(name))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageRead read(String html) {
        return (PageRead) READER.read(new PageSource("page.html", html.getBytes(StandardCharsets.UTF_8)));
    }

    private static PageComparison compare(String older, String newer) {
        assertThat(older).isNotEqualTo(newer);
        return PageComparison.of(read(older), read(newer));
    }

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPageIsNoOtherThanItself(String name) {
        PageRead once = (PageRead) READER.read(new PageSource(name, bytes(name)));
        PageRead again = (PageRead) READER.read(new PageSource(name, bytes(name)));
        PageComparison comparison = PageComparison.of(once, again);
        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.gravest()).isNull();
    }

    @Test
    void aChangedFigureIsANumberWithOldAndNew() {
        PageComparison comparison = compare(NEWS, NEWS.replace("46.3亿元", "48.1亿元"));
        assertThat(comparison.gravest()).isEqualTo(ChangeKind.NUMBER);
        assertThat(comparison.numbers()).containsExactly(new NumberChange("46.3亿元", "48.1亿元"));
        Change change = comparison.changes().getFirst();
        assertThat(change.part()).isEqualTo(Part.TEXT);
        assertThat(change.fileBefore()).isNotNull();
        assertThat(comparison.statements())
                .singleElement()
                .isInstanceOfSatisfying(StatementChange.Differs.class, differs -> {
                    assertThat(differs.was().indicator()).isEqualTo("技术合同成交额");
                    assertThat(differs.was().value()).isEqualByComparingTo("4630000000");
                    assertThat(differs.now().value()).isEqualByComparingTo("4810000000");
                });
    }

    @Test
    void theSameFigureInAnotherUnitIsOnlyWording() {
        PageComparison comparison = compare(NEWS, NEWS.replace("1.2亿元", "12000万元"));
        assertThat(comparison.counts()).containsOnlyKeys(ChangeKind.WORDING);
        assertThat(comparison.statements()).isEmpty();
    }

    @Test
    void aChangedDateIsANumber() {
        assertThat(compare(NEWS, NEWS.replace("3月12日", "3月13日")).numbers())
                .containsExactly(new NumberChange("3月12日", "3月13日"));
        assertThat(compare(NEWS, NEWS.replace("2026-03-13 09:20", "2026-03-14 09:20"))
                        .changes())
                .anySatisfy(change -> {
                    assertThat(change.part()).isEqualTo(Part.PUBLISHED);
                    assertThat(change.kind()).isEqualTo(ChangeKind.NUMBER);
                });
    }

    @Test
    void aNewSentenceWithAFigureIsANumberThatAppeared() {
        PageComparison comparison = compare(NEWS, NEWS.replace("首期投入1.2亿元。", "首期投入1.2亿元，建筑面积3.5万平方米。"));
        assertThat(comparison.numbers())
                .hasSize(1)
                .allSatisfy(n -> assertThat(n.was()).isNull());
    }

    @Test
    void otherWordsAreWording() {
        PageComparison comparison = compare(NEWS, NEWS.replace("深入实施创新驱动发展战略", "大力实施创新驱动发展战略"));
        assertThat(comparison.counts()).containsOnlyKeys(ChangeKind.WORDING);
        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.was()).isEqualTo("深入");
            assertThat(change.now()).isEqualTo("大力");
        });
        assertThat(comparison.statements()).isEmpty();
    }

    @Test
    void menusCountersAndBytesAreBoilerplate() {
        assertThat(compare(NEWS, NEWS.replace("<span id=\"hits\">316</span>", "<span id=\"hits\">9021</span>"))
                        .gravest())
                .isEqualTo(ChangeKind.BOILERPLATE);
        assertThat(compare(NEWS, NEWS.replace("网站地图", "站点导航图")).gravest()).isEqualTo(ChangeKind.BOILERPLATE);
        assertThat(compare(NEWS, NEWS.replace("var hm=1;", "var hm=2;")).counts())
                .containsExactly(java.util.Map.entry(ChangeKind.BOILERPLATE, 1));
    }

    @Test
    void splicedWordsAreSpam() {
        String hijacked = page("07-");
        PageRead dirty = (PageRead) READER.read(new PageSource("07.txt", bytes("07-")));
        var spans = dirty.article().cut().stream()
                .filter(part -> part.why() == org.lingqu.engine.text.CutPart.Why.SPAM)
                .toList();
        assertThat(spans).isNotEmpty();
        var clean = new StringBuilder(hijacked);
        for (var part : spans.reversed()) {
            clean.delete(
                    clean.offsetByCodePoints(0, part.span().start()),
                    clean.offsetByCodePoints(0, part.span().end()));
        }
        PageRead before =
                (PageRead) READER.read(new PageSource("07.txt", clean.toString().getBytes(StandardCharsets.UTF_8)));
        PageComparison comparison = PageComparison.of(
                new PageComparison.Version(before, clean.toString()), new PageComparison.Version(dirty, hijacked));
        assertThat(comparison.counts()).containsKey(ChangeKind.SPAM);
        assertThat(comparison.changes()) // the words around the date hide it from the reader, and that is told
                .filteredOn(change -> change.kind() == ChangeKind.NUMBER)
                .extracting(Change::part)
                .containsOnly(Part.WRITTEN);
        assertThat(comparison.changes())
                .filteredOn(change -> change.kind() == ChangeKind.SPAM)
                .allSatisfy(change -> assertThat(change.now()).isNotEmpty());
    }

    @Test
    void damagedCharactersAreGarble() {
        PageComparison comparison = compare(NEWS, NEWS.replace("装备制造", "装��造"));
        assertThat(comparison.counts())
                .containsKey(ChangeKind.GARBLE)
                .doesNotContainKeys(ChangeKind.WORDING, ChangeKind.NUMBER);
    }

    @Test
    void theEditsTurnTheOlderTextIntoTheNewer() {
        long seed = Long.getLong("lingqu.seed", 20260701L);
        var random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (String name : List.of("01-", "03-", "09-", "18-", "20-")) {
            texts.add(((PageRead) READER.read(new PageSource("p.html", bytes(name))))
                    .article()
                    .text()
                    .toString());
        }
        for (int round = 0; round < 400; round++) {
            String older = texts.get(random.nextInt(texts.size()));
            String newer = random.nextInt(20) == 0 ? texts.get(random.nextInt(texts.size())) : mutated(older, random);
            String turned = apply(older, TextEdits.between(older, newer), newer);
            assertThat(turned).as("seed %d, round %d", seed, round).isEqualTo(newer);
        }
        assertThat(apply("", TextEdits.between("", "新"), "新")).isEqualTo("新");
        assertThat(apply("旧", TextEdits.between("旧", ""), "")).isEmpty();
    }

    private static String apply(String older, List<TextEdits.Edit> edits, String newer) {
        var text = new StringBuilder();
        int at = 0;
        for (TextEdits.Edit edit : edits) {
            assertThat(edit.before().start()).isGreaterThanOrEqualTo(at);
            text.append(older, at, edit.before().start());
            text.append(newer, edit.after().start(), edit.after().end());
            at = edit.before().end();
        }
        return text.append(older.substring(at)).toString();
    }

    private static String mutated(String text, Random random) {
        var changed = new StringBuilder(text);
        List<String> pieces = List.of("12.5亿元", "2027年3月1日", "\n", "增长", "𠮷", "", "　", "〔2026〕9号", "abc");
        for (int edits = 1 + random.nextInt(6); edits > 0 && !changed.isEmpty(); edits--) {
            int start = random.nextInt(changed.length());
            int end = Math.min(changed.length(), start + random.nextInt(30));
            changed.replace(start, end, pieces.get(random.nextInt(pieces.size())));
        }
        return changed.toString();
    }

    @Test
    void twoLongTextsWithNothingInCommonAreComparedQuickly() {
        var random = new Random(5);
        var one = new StringBuilder();
        var other = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            one.append((char) ('\u4e00' + random.nextInt(2_000)));
            other.append((char) ('\u5e00' + random.nextInt(2_000)));
        }
        String newer = other.toString();
        assertThat(apply(one.toString(), TextEdits.between(one.toString(), newer), newer))
                .isEqualTo(newer);
    }
}
