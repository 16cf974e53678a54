package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.registry.PatentNumber.Fault;

/** Numbers of patents have one spelling, and what is wrong with one is told. */
class PatentNumberTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @CsvSource({"200710308494, X", "201710601862, 3", "97101765, 4", "95115608, X"})
    void completesPublishedExamples(String body, char check) {
        assertThat(PatentNumber.complete(body)).isEqualTo(body + "." + check);
        assertThat(PatentNumber.check(body + "." + check, DAY)).isEqualTo(Fault.FINE);
    }

    @Test
    void onlyTwelveOrEightDigitsCanBeCompleted() {
        assertThatThrownBy(() -> PatentNumber.complete("2007103084940"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 or 8 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200710308494.X",
                "200710308494X",
                "200710308494x",
                "ZL200710308494.X",
                "ZL 2007 1 0308494.X",
                "zl200710308494x",
                "CN200710308494.X",
                "２００７１０３０８４９４．Ｘ",
                "ＺＬ　２００７１０３０８４９４Ｘ",
                " 2007-10308494.X\n"
            })
    void allSpellingsAreOneNumber(String written) {
        assertThat(PatentNumber.spelled(written)).isEqualTo("200710308494.X");
    }

    @ParameterizedTest
    @CsvSource({
        "200710308494.1, CHECK",
        "200710308494, SHAPE",
        "20071030849.X, SHAPE",
        "CN1234567A, SHAPE",
        "200770308494.X, TYPE",
        "198410308494.X, YEAR",
        "202710308494.X, YEAR",
        "85100001, UNCHECKED",
        "85100001.5, CHECK",
        "89100001, SHAPE",
        "04100001.5, YEAR"
    })
    void whatIsWrongIsTold(String number, Fault fault) {
        assertThat(PatentNumber.check(number, DAY)).isEqualTo(fault);
    }

    @Test
    void theYearOfTheDayIsNotInTheFuture() {
        String number = PatentNumber.complete("202610000001");
        assertThat(PatentNumber.check(number, DAY)).isEqualTo(Fault.FINE);
        assertThat(PatentNumber.check(number, LocalDate.of(2025, 12, 31))).isEqualTo(Fault.YEAR);
    }

    /** Weights are 2 to 9, none divisible by 11, so that no single digit can go wrong unseen; neighbours differ in weight. */
    @Test
    void anySingleWrongDigitAndAnySwapOfNeighboursIsFound() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            String number = any(random);
            assertThat(PatentNumber.check(number, DAY))
                    .as("seed %s: %s", seed, number)
                    .isEqualTo(Fault.FINE);
            for (int at = 0; at < number.length(); at++) {
                if (number.charAt(at) != '.') {
                    String wrong = with(number, at, another(number.charAt(at), at == number.length() - 1, random));
                    assertThat(PatentNumber.check(wrong, DAY))
                            .as("seed %s: %s written as %s", seed, number, wrong)
                            .isNotIn(Fault.FINE, Fault.UNCHECKED);
                }
                if (at > 0 && number.indexOf('.') > at && number.charAt(at) != number.charAt(at - 1)) {
                    String swapped = with(with(number, at, number.charAt(at - 1)), at - 1, number.charAt(at));
                    assertThat(PatentNumber.check(swapped, DAY))
                            .as("seed %s: %s written as %s", seed, number, swapped)
                            .isNotIn(Fault.FINE, Fault.UNCHECKED);
                }
            }
        }
    }

    private static String any(Random random) {
        char type = "12389".charAt(random.nextInt(5));
        return PatentNumber.complete(
                random.nextInt(4) == 0
                        ? "%02d%s%05d".formatted(85 + random.nextInt(15), type, random.nextInt(100_000))
                        : "%d%s%07d".formatted(2003 + random.nextInt(24), type, random.nextInt(10_000_000)));
    }

    private static char another(char digit, boolean check, Random random) {
        String signs = check ? "0123456789X" : "0123456789";
        char other = signs.charAt(random.nextInt(signs.length()));
        return other == digit ? another(digit, check, random) : other;
    }

    private static String with(String number, int at, char sign) {
        return number.substring(0, at) + sign + number.substring(at + 1);
    }
}
