package org.lingqu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages made to break a reader are read or refused, in two seconds of work, and the next page is read. */
class HostilePagesTest {

    private static final long TWO_SECONDS = 2_000_000_000L;
    private static final PageReader READER = new PageReader();

    private static final String PAGE = """
            <html><head><title>云溪市关于支持创新的通知-云溪市人民政府</title></head><body><div class="nav"><a href="/">首页</a></div>
            <h1>云溪市关于支持创新的通知</h1><p>发布时间：2026-03-02 来源：云溪市科技局</p><p>云科发〔2026〕7号</p>
            <p>各有关单位：</p><p>为支持企业创新，2025年全市安排资金3000万元，同比增长12.5%。</p>
            <table><tr><th>指标<th>数值<tr><td>企业数<td>125家</table><p>联系人：王五 0000-0000000</p>
            <p>云溪市科技局</p><p>2026年3月1日</p><div>免责声明：本站转载，不代表本站观点。</div></body></html>
            """;

    static Stream<Named<Supplier<byte[]>>> hostile() {
        return Stream.of(
                page("100k nested div", () -> "<div>".repeat(100_000) + "字"),
                page("100k nested b", () -> "<b>".repeat(100_000) + "字"),
                page("100k nested tables", () -> "<table><tr><td>".repeat(34_000) + "字"),
                page("100k nested formatting, misnested", () -> "<a><b><i><p>".repeat(25_000) + "字"),
                page("100k brackets", () -> "<p>" + "（".repeat(100_000)),
                page("100k entities", () -> "<p>" + "&amp;&lt;&#x4e2d;".repeat(34_000)),
                page("100k attributes", () -> "<div " + "a='b' ".repeat(100_000) + ">字</div>"),
                page("table of wide cells", () -> "<table>" + "<tr><td colspan=999999 rowspan=999999>1".repeat(3_000)),
                page("50 MB of text", () -> "研发投入增长。".repeat(2_500_000)),
                page("one line of 1 MB", () -> "研发投入100万元，增长5%，".repeat(30_000)),
                page("1 MB of 号", () -> "号".repeat(350_000)),
                page("1 MB of digits", () -> "20210101".repeat(130_000)),
                page("1 MB of labels", () -> "来源：".repeat(120_000)),
                page("100k short lines", () -> "来源:\n".repeat(99_000)),
                page("100k dates", () -> "2021-01-01\n一条没有结束的预告文字在这里写了二十多个字没有句号\n".repeat(10_000)),
                page("many lines", () -> "字\n".repeat(300_000)),
                page("NUL between characters", () -> "创\u0000新\u0000驱动发展。".repeat(1000)),
                page("nothing", () -> ""),
                page("white space", () -> " \n\t\r\u3000".repeat(1000)),
                page("only tags", () -> "<p></p>".repeat(10_000)),
                page("unfinished tag", () -> "<html><body><p class='"),
                page("unfinished comment", () -> "<html><!-- " + "-".repeat(1_000_000)),
                bytes("binary junk", () -> random(1_000_000)),
                bytes("lone surrogates", () -> "创新\ud800驱动\udc00发展。".repeat(500).getBytes(StandardCharsets.UTF_16LE)),
                bytes(
                        "GBK that claims UTF-8",
                        () -> PAGE.replace("<head>", "<head><meta charset=utf-8>")
                                .getBytes(Charset.forName("GBK"))),
                bytes("one byte", () -> new byte[] {'<'}),
                bytes("zip header alone", () -> new byte[] {'P', 'K', 3, 4}),
                bytes("PDF header alone", () -> "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isReadOrRefusedInTwoSeconds(Supplier<byte[]> content) {
        READER.read(page()); // everything is loaded
        byte[] bytes = content.get();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Reading reading = READER.read(new PageSource("hostile", bytes));
        long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;

        assertThat(work).isLessThan(TWO_SECONDS);
        if (reading instanceof PageRefused refused) {
            assertThat(refused.code()).matches("[A-Z_]+");
            assertThat(refused.advice()).isNotBlank();
        }
        assertThat(READER.read(page())).isInstanceOf(PageRead.class);
    }

    @Test
    void aRefusalNamesNoWordOfThePage() {
        var refused = (PageRefused)
                READER.read(new PageSource("x", "创新驱动".repeat(3_000_000).getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.code()).isEqualTo("TOO_LARGE");
        assertThat(refused.message()).doesNotContain("创新");
    }

    /** Bytes changed, cut, doubled and shuffled: nothing is ever thrown, every span lies in the file. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void mutatedPagesAreReadOrRefused(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            byte[] mutated = mutate(PAGE.getBytes(StandardCharsets.UTF_8), random);
            Reading reading = READER.read(new PageSource("fuzz", mutated));
            if (reading instanceof PageRead read) {
                for (Span span : read.article().bodySpans()) {
                    assertThat(span.end()).as("seed %d round %d", seed, round).isLessThanOrEqualTo(mutated.length);
                }
            }
        }
    }

    private static byte[] mutate(byte[] page, Random random) {
        byte[] bytes = page.clone();
        int changes = 1 + random.nextInt(40);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, random.nextInt(60));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes, at, length);
                case 2 -> Arrays.fill(bytes, at, at + length, (byte) "< &\"'>\n0".charAt(random.nextInt(8)));
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, bytes.length - random.nextInt(20)));
            }
        }
        return bytes;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static PageSource page() {
        return new PageSource("page", PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private static Named<Supplier<byte[]>> page(String name, Supplier<String> content) {
        return bytes(name, () -> content.get().getBytes(StandardCharsets.UTF_8));
    }

    private static Named<Supplier<byte[]>> bytes(String name, Supplier<byte[]> content) {
        return Named.of(name, content);
    }
}
