package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodeTest {

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, FINE",
        "91000000000000000K, FINE",
        "91350100M000100Y4, LENGTH",
        "91350100M00010OY43, SIGN",
        "91350100M000100Y44, CHECK",
        "93150100M000100Y43, CHECK",
        "'', LENGTH"
    })
    void tellsWhatIsWrongWithACode(String code, CreditCode.Fault fault) {
        assertThat(CreditCode.check(code)).isEqualTo(fault);
    }
}
