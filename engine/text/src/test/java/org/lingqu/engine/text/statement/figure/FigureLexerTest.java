package org.lingqu.engine.text.statement.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureLexerTest {

    @ParameterizedTest
    @CsvSource({
        "5.2万亿元, 5200000000000, 元",
        "'1,234.5万吨', 12345000, 吨",
        "二十三家, 23, 家",
        "一千二百零五个, 1205, 个",
        "三亿五千万元, 350000000, 元",
        "20多万人, 200000, 人",
        "近590万户, 5900000, 户",
        "上万支, 10000, 支",
        "数十项, 10, 项",
        "近百名, 100, 名",
        "百分之六十八点五, 68.5, %",
        "千分之三, 0.3, %",
        "八分之一, 12.5, %",
        "近七成, 70, %",
        "三成五, 35, %",
        "翻一番, 100, %",
        "翻两番, 300, %",
        "翻番, 100, %",
        "271.39公斤/亩, 271.39, 公斤/亩",
        "31微克/立方米, 31, 微克/立方米",
        "1.83亿千瓦时, 183000000, 千瓦时",
        "０.８个百分点, 0.8, 个百分点",
        "500 NTU, 500, NTU",
    })
    void readsNumbersAndUnits(String words, BigDecimal value, String unit) {
        Figure figure = figure(words);
        assertEquals(0, value.compareTo(figure.value()), () -> words + " is " + figure.value());
        assertEquals(unit, Objects.requireNonNull(figure.unit()).name());
    }

    @ParameterizedTest
    @CsvSource({"6万至8万元, 60000, 80000", "3-5万吨, 30000, 50000", "10%—15%, 10, 15", "0至1.4个百分点, 0, 1.4"})
    void readsRanges(String words, BigDecimal low, BigDecimal high) {
        Figure figure = figure(words);
        assertEquals(0, low.compareTo(figure.value()));
        assertEquals(0, high.compareTo(Objects.requireNonNull(figure.max())));
    }

    @ParameterizedTest
    @CsvSource({"1:2:3, 1:2:3", "12.5：38.2：49.3, 12.5:38.2:49.3", "2.6∶1, 2.6:1"})
    void readsRatiosInThreeKindsOfColon(String words, String ratio) {
        assertEquals(ratio, figure(words).ratio());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5G网络", "4K电视", "30万吨级航道", "3A级景区", "08:30会议", "1.2.3版本", "100+场景", "3D打印"})
    void passesOverNames(String words) {
        FigureLexer.Found found = FigureLexer.at(words, 0);
        assertNotNull(found);
        assertNull(found.figure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"成果转化", "百姓", "万众创新", "分别"})
    void seesNoFigureWithUnitInWords(String words) {
        FigureLexer.Found found = FigureLexer.at(words, 0);
        Figure figure = found == null ? null : found.figure();
        assertNull(figure == null ? null : figure.unit());
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 11, 19})
    void numbersRoundTrip(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong(10_000_000_000L), random.nextInt(5));
            Figure figure = figure(value.toPlainString() + "亿元");
            assertEquals(0, value.scaleByPowerOfTen(8).compareTo(figure.value()), () -> "seed " + seed + ": " + value);
        }
    }

    private static Figure figure(String words) {
        FigureLexer.Found found = FigureLexer.at(words, 0);
        return Objects.requireNonNull(Objects.requireNonNull(found).figure(), words);
    }
}
