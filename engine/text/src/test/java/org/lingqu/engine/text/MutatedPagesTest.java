package org.lingqu.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a page makes the reader throw. */
class MutatedPagesTest {

    private static final PageReader READER = new PageReader();

    private static final String PAGE = """
            <html><head><title>云溪市关于支持创新的通知-云溪市人民政府</title></head><body><div class="nav"><a href="/">首页</a></div>
            <h1>云溪市关于支持创新的通知</h1><p>发布时间：2026-03-02 来源：云溪市科技局</p><p>云科发〔2026〕7号</p>
            <p>各有关单位：</p><p>为支持企业创新，2025年全市安排资金3000万元，同比增长12.5%。</p>
            <table><tr><th>指标<th>数值<tr><td>企业数<td>125家</table><p>联系人：王五 0000-0000000</p>
            <p>云溪市科技局</p><p>2026年3月1日</p><div>免责声明：本站转载，不代表本站观点。</div></body></html>
            """;

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
}
