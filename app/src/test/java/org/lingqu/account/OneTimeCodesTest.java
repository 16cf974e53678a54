package org.lingqu.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of RFC 6238, and which of them are taken. */
class OneTimeCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({ // RFC 6238, appendix B, SHA1
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void agreesWithTheVectorsOfTheStandard(long seconds, String code) {
        long step = OneTimeCodes.step(Instant.ofEpochSecond(seconds));

        assertThat(OneTimeCodes.code(SECRET, step, 8)).isEqualTo(code);
        assertThat(OneTimeCodes.code(SECRET, step, 6)).isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"}) // RFC 4648, 10
    void writesBase32(String bytes, String base32) {
        assertThat(OneTimeCodes.base32(bytes.getBytes(US_ASCII))).isEqualTo(base32);
    }

    @Test
    void readsTheBase32ThatItWrites() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int length = 0; length < 100; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(OneTimeCodes.bytes(OneTimeCodes.base32(bytes)))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void takesACodeOfHalfAMinuteAgoOrAheadButNoOlderOne() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long here = OneTimeCodes.step(now);

        for (long step = here - 3; step <= here + 3; step++) {
            boolean near = Math.abs(step - here) <= 1;
            assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.code(SECRET, step, 6), now, 0)
                            .isPresent())
                    .as("%d steps off", step - here)
                    .isEqualTo(near);
        }
    }

    @Test
    void takesNoCodeThatMayHaveBeenSeen() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long here = OneTimeCodes.step(now);
        String code = OneTimeCodes.code(SECRET, here, 6);

        assertThat(OneTimeCodes.stepOf(SECRET, code, now, here - 1)).hasValue(here);
        assertThat(OneTimeCodes.stepOf(SECRET, code, now, here)).isEmpty();
    }
}
