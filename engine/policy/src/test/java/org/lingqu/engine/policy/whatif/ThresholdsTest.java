package org.lingqu.engine.policy.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.check.PolicyReader;

class ThresholdsTest {

    static PolicyPack pack;

    @BeforeAll
    static void readThePack() throws IOException {
        pack = PackReader.read(Path.of("../../policies"));
    }

    @Test
    void figuresAreCalledByWhatTheyArePartOf() throws IOException {
        Thresholds highTech = of("policies/cn/high-tech.yaml");

        assertThat(highTech.all())
                .extracting(Threshold::name, Threshold::shown)
                .contains(
                        tuple("registered.1", "365"),
                        tuple("rd-ratio.1", "0.05"),
                        tuple("rd-ratio.2", "0.04"),
                        tuple("rd-ratio.3", "0.03"),
                        tuple("rd-ratio.border.1", "5000万元"),
                        tuple("rd-ratio.border.2", "2亿元"),
                        tuple("innovation.1", "70"),
                        tuple("score-ip.cap", "30"),
                        tuple("conversion.1.low", "25"),
                        tuple("conversion.1.high", "30"),
                        tuple("ip-count.if.2", "5"),
                        tuple("income-tax.1", "0.1"));
        assertThat(highTech.called("registered")).isEqualTo(highTech.called("registered.1"));
        assertThat(highTech.called("rd-ratio")).isEmpty();
    }

    @Test
    void everyFigureOfThePackIsCalledByOneName() throws IOException {
        int figures = 0;
        for (PolicyFile file : pack.files()) {
            List<String> names = of(file.file()).names();
            assertThat(names).as(file.file()).doesNotHaveDuplicates().noneMatch(name -> name.startsWith("."));
            figures += names.size();
        }
        assertThat(figures).isGreaterThan(400);
    }

    /** Putting in the value that stands there gives the policy that was there. */
    @Test
    void everyFigureOfThePackCanBeWrittenWhereItWasRead() throws IOException {
        int tried = 0;
        for (PolicyFile file : pack.files()) {
            Thresholds thresholds = of(file.file());
            var reader = new PolicyReader(pack, Map.of());
            PolicyFile same = reader.read(file.file(), Files.readString(Path.of("../..", file.file())));
            for (Threshold threshold : thresholds.all()) {
                if (threshold.value().isPresent()) {
                    PolicyFile again =
                            thresholds.with(Map.of(threshold, threshold.value().get()));
                    assertThat(again.problems()).isEmpty();
                    assertThat(again.policy().map(policy -> policy.condition()))
                            .as(file.file() + " " + threshold)
                            .isEqualTo(same.policy().map(policy -> policy.condition()));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
    }

    /** Every figure of the pack, doubled: the text differs where it stands and reads as the policy with that figure. */
    @Test
    void everyFigureOfThePackCanBeWrittenIntoItsText() throws IOException {
        int tried = 0;
        int set = 0;
        for (PolicyFile file : pack.files()) {
            String text = Files.readString(Path.of("../..", file.file()));
            Thresholds thresholds = of(file.file());
            for (Threshold threshold : thresholds.all()) {
                BigDecimal value = threshold
                        .value()
                        .map(each -> each.multiply(BigDecimal.TWO).add(BigDecimal.ONE))
                        .orElse(new BigDecimal("40000"));
                String written =
                        thresholds.written(text, threshold, value).orElseThrow(() -> new AssertionError(threshold));
                assertThat(new PolicyReader(pack, Map.of())
                                .read(file.file(), written)
                                .policy()
                                .map(policy -> policy.condition()))
                        .as(file.file() + " " + threshold)
                        .isEqualTo(thresholds
                                .with(Map.of(threshold, value))
                                .policy()
                                .map(policy -> policy.condition()));
                long lines = text.lines().count();
                long others =
                        written.lines().filter(line -> !text.contains(line)).count();
                assertThat(others).as(file.file() + " " + threshold).isBetween(1L, 2L);
                assertThat(written.lines().count()).isEqualTo(threshold.value().isPresent() ? lines : lines + 1);
                tried++;
                set += threshold.value().isPresent() ? 0 : 1;
            }
        }
        assertThat(tried).isGreaterThan(300);
        assertThat(set).as("parameters that nobody has set").isGreaterThan(5);
    }

    @Test
    void anotherValueIsAnotherPolicy() throws IOException {
        Thresholds highTech = of("policies/cn/high-tech.yaml");
        var values = Map.of(
                highTech.called("rd-ratio.1").orElseThrow(), new BigDecimal("0.045"),
                highTech.called("rd-ratio.border.1").orElseThrow(), new BigDecimal("60000000"),
                highTech.called("staff").orElseThrow(), new BigDecimal("0.08"));

        PolicyFile changed = highTech.with(values);

        assertThat(changed.problems()).isEmpty();
        assertThat(changed.policy().orElseThrow().criteria().toString())
                .contains("<= 6000 * 万元 → 0.045；(6000 * 万元 .. 2 * 亿元] → 0.04", "科技人员.上年 / 职工总数.上年 >= 0.08");
    }

    @Test
    void bandsThatNoLongerFitAreFound() throws IOException {
        Thresholds highTech = of("policies/cn/high-tech.yaml");

        PolicyFile changed =
                highTech.with(Map.of(highTech.called("rd-ratio.border.1").orElseThrow(), new BigDecimal("300000000")));

        assertThat(changed.problems()).extracting(PolicyProblem::code).contains(ProblemCode.UNREACHABLE_BAND);
    }

    @ParameterizedTest
    @CsvSource({
        "rd-ratio.1, 4.5%, 0.045",
        "rd-ratio.1, ０．０４５, 0.045",
        "rd-ratio.border.1, 6000万元, 60000000",
        "rd-ratio.border.1, 0.6 亿元, 60000000",
        "rd-ratio.border.1, '6,000万元', 60000000"
    })
    void readsValuesWithTheirUnits(String name, String text, BigDecimal value) throws IOException {
        Threshold threshold = of("policies/cn/high-tech.yaml").called(name).orElseThrow();

        assertThat(FigureText.read(text, threshold))
                .isInstanceOfSatisfying(
                        FigureText.Fine.class, fine -> assertThat(fine.value()).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @CsvSource({
        "rd-ratio.border.1, 6000, UNIT_MISSING",
        "rd-ratio.1, 5万元, UNIT_NOT_ASKED",
        "rd-ratio.1, 四, NOT_A_NUMBER",
        "rd-ratio.border.1, 六千万元, NOT_A_NUMBER",
        "rd-ratio.1, '0,1', COMMA",
        "rd-ratio.1, '1,00', COMMA",
        "rd-ratio.1, 0.0000000000000000001, TOO_LONG",
        "rd-ratio.border.1, 1111111111111111111万元, TOO_LONG"
    })
    void guessesNoUnit(String name, String text, String code) throws IOException {
        Threshold threshold = of("policies/cn/high-tech.yaml").called(name).orElseThrow();

        assertThat(FigureText.read(text, threshold))
                .isInstanceOfSatisfying(
                        FigureText.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Thresholds of(String file) throws IOException {
        return Thresholds.of(file, Files.readString(Path.of("../..", file)), pack);
    }
}
