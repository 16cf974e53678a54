package org.lingqu.engine.text.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Statement;

class ArithmeticTest {

    private static @Nullable BigDecimal number(@Nullable String digits) {
        return digits == null ? null : new BigDecimal(digits);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "checks.csv", delimiter = '|', numLinesToSkip = 2)
    void saysOfAStatement(
            String sentence,
            String quote,
            String indicator,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String share,
            @Nullable String growth,
            @Nullable String from,
            @Nullable String delta,
            @Nullable String ratio,
            @Nullable String rule,
            @Nullable String computed,
            @Nullable String verdict) {
        var figures = new Said.Figures(
                indicator,
                number(value),
                unit,
                number(share),
                number(growth),
                number(from),
                number(delta),
                ratio,
                "2023",
                null);
        List<Check> checks =
                new Said(sentence).that(quote, figures).checked().getFirst().checks();
        if (rule == null) {
            assertThat(checks).isEmpty();
            return;
        }
        assertThat(checks).hasSize(1);
        assertThat(checks.getFirst().rule()).isEqualTo(rule);
        assertThat(checks.getFirst().computed()).isEqualByComparingTo(computed);
        assertThat(checks.getFirst().verdict()).isEqualTo(Check.Verdict.valueOf(String.valueOf(verdict)));
    }

    @Test
    void findsTheWholeThatIsSplit() {
        List<Statement> checked = new Said("全省水产企业200家，其中外资企业50家，占30%。")
                .that("全省水产企业200家", Said.Figures.of("水产企业数", "200", "家", "2023"))
                .that(
                        "外资企业50家，占30%",
                        Said.Figures.of("外资企业数", "50", "家", "2023").sharing("30"))
                .checked();
        assertThat(checked.get(1).checks()).extracting(Check::verdict).containsExactly(Check.Verdict.CONTRADICTS);
    }

    @Test
    void doesNotTakeTheNeighbourForTheWhole() {
        List<Statement> checked = new Said("全省水产企业200家，外资企业50家，占30%。")
                .that("全省水产企业200家", Said.Figures.of("水产企业数", "200", "家", "2023"))
                .that(
                        "外资企业50家，占30%",
                        Said.Figures.of("外资企业数", "50", "家", "2023").sharing("30"))
                .checked();
        assertThat(checked.get(1).checks()).isEmpty();
    }

    @Test
    void takesTheValueInFrontForAShareThatStandsAlone() {
        var share = new Said.Figures("占比", null, null, new BigDecimal("21.0"), null, null, null, null, "2023", null);
        List<Statement> checked = new Said("我县180个品种入选名录，占入选总数（全省855个）的21.0%。")
                .that("我县180个品种", Said.Figures.of("品种数", "180", "个", "2023"))
                .that("占入选总数（全省855个）的21.0%", share)
                .checked();
        assertThat(checked.get(1).checks()).extracting(Check::verdict).containsExactly(Check.Verdict.TRUNCATED);
    }

    @Test
    void addsUpThePartsOfATotal() {
        List<Statement> checked = new Said("养殖面积90亩，其中海水40亩，淡水50亩。")
                .that("养殖面积90亩", Said.Figures.of("养殖面积", "90", "亩", "2023"))
                .that("海水40亩", Said.Figures.of("海水养殖面积", "40", "亩", "2023"))
                .that("淡水50亩", Said.Figures.of("淡水养殖面积", "50", "亩", "2023"))
                .checked();
        assertThat(checked.getFirst().checks()).extracting(Check::rule).containsExactly("sum");
        assertThat(checked.getFirst().checks()).extracting(Check::verdict).containsExactly(Check.Verdict.AGREES);
    }

    @Test
    void doesNotComplainThatPartsAreMissing() {
        List<Statement> checked = new Said("养殖面积90亩，其中海水40亩，淡水20亩。")
                .that("养殖面积90亩", Said.Figures.of("养殖面积", "90", "亩", "2023"))
                .that("海水40亩", Said.Figures.of("海水养殖面积", "40", "亩", "2023"))
                .that("淡水20亩", Said.Figures.of("淡水养殖面积", "20", "亩", "2023"))
                .checked();
        assertThat(checked.getFirst().checks()).isEmpty();
    }

    @Test
    void knowsThatThreeIndustriesAreAll() {
        List<Statement> checked = new Said("生产总值1000.5亿元。第一产业100.2亿元。第二产业400.1亿元。第三产业400.2亿元。")
                .that("生产总值1000.5亿元", Said.Figures.of("地区生产总值", "100050000000", "元", "2023"))
                .that("第一产业100.2亿元", Said.Figures.of("第一产业增加值", "10020000000", "元", "2023"))
                .that("第二产业400.1亿元", Said.Figures.of("第二产业增加值", "40010000000", "元", "2023"))
                .that("第三产业400.2亿元", Said.Figures.of("第三产业增加值", "40020000000", "元", "2023"))
                .checked();
        assertThat(checked.getFirst().checks()).extracting(Check::verdict).containsExactly(Check.Verdict.CONTRADICTS);
    }

    @Test
    void comparesGrowthWithLastYearsValueAndKeepsSilentWhenItDiffers() {
        var said = new Said("2022年产量200吨。2023年产量250吨，同比增长25%。2024年产量260吨，同比增长9%。")
                .that("2022年产量200吨", Said.Figures.of("海带产量", "200", "吨", "2022"))
                .that(
                        "2023年产量250吨，同比增长25%",
                        Said.Figures.of("海带产量", "250", "吨", "2023").growing("25"))
                .that(
                        "2024年产量260吨，同比增长9%",
                        Said.Figures.of("海带产量", "260", "吨", "2024").growing("9"));
        List<Statement> checked = said.checked();
        assertThat(checked.get(1).checks()).extracting(Check::verdict).containsExactly(Check.Verdict.AGREES);
        assertThat(checked.get(2).checks()).isEmpty();
    }

    @Test
    void leavesApproximateFiguresAlone() {
        String sentence = "我县约200个品种入选名录，占全省1000个的25%。";
        List<Statement> checked = new Said(sentence)
                .that(
                        "我县约200个品种入选名录，占全省1000个的25%",
                        Said.Figures.of("品种数", "200", "个", "2023").sharing("25").about())
                .checked();
        assertThat(checked.getFirst().checks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void neverContradictsAShareThatWasRoundedOrTruncated(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int whole = 2 + random.nextInt(5_000);
            int part = 1 + random.nextInt(whole);
            int scale = random.nextInt(3);
            RoundingMode mode = random.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.DOWN;
            BigDecimal share = BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), scale, mode);
            String quote = part + "个入选，占全省" + whole + "个的" + share.toPlainString() + "%";
            List<Statement> checked = new Said("其中" + quote + "。")
                    .that(quote, Said.Figures.of("品种数", "" + part, "个", "2023").sharing(share.toPlainString()))
                    .checked();
            assertThat(checked.getFirst().checks())
                    .as("seed %d: %s", seed, quote)
                    .extracting(Check::verdict)
                    .doesNotContain(Check.Verdict.CONTRADICTS);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void saysNothingAndThrowsNothingOnNonsense(long seed) {
        var random = new Random(seed);
        String pieces = "占全省其中(（)）、和0123456789.,%万亿个家的增长到福州等";
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder("甲");
            for (int j = 0; j < 60; j++) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            String page = text.toString();
            var figures = new Said.Figures(
                    "某数",
                    new BigDecimal(random.nextInt(20)),
                    random.nextBoolean() ? "个" : "元",
                    new BigDecimal(random.nextInt(10)),
                    new BigDecimal(random.nextInt(10) - 5),
                    new BigDecimal(random.nextInt(3)),
                    new BigDecimal(1),
                    page.substring(1, 9),
                    page.substring(2, 6),
                    null);
            assertThat(new Said(page).that(page, figures).checked())
                    .as("seed %d", seed)
                    .hasSize(1);
        }
    }
}
