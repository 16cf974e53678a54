package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody has these numbers: 154 is given to no operator, 0600 is the area of no place. */
class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "15400000000, 15400000000, 154****0000",
        "154 0000 0000, 15400000000, 154****0000",
        "154-0000-0000, 15400000000, 154****0000",
        "+86 154 0000 0000, 15400000000, 154****0000",
        "008615400000000, 15400000000, 154****0000",
        "8615400000000, 15400000000, 154****0000",
        "（+86）15400000000, 15400000000, 154****0000",
        "１５４００００００００, 15400000000, 154****0000",
        "0600-2800000, 0600-2800000, 0600-***0000",
        "(0600)2800000, 0600-2800000, 0600-***0000",
        "06002800000, 0600-2800000, 0600-***0000",
        "+86 600 2800000, 0600-2800000, 0600-***0000",
        "010-20000000, 010-20000000, 010-****0000",
        "0600-2800000转801, 0600-2800000转801, 0600-***0000转***",
        "0600-2800000-801, 0600-2800000转801, 0600-***0000转***",
        "0600 2800000 ext. 801, 0600-2800000转801, 0600-***0000转***",
        "4001234567, 400-123-4567, 400-***-4567",
        "400-123-4567, 400-123-4567, 400-***-4567",
    })
    void isReadAsPeopleWriteIt(String typed, String kept, String masked) {
        assertThat(PhoneNumber.read(typed)).isEqualTo(new PhoneNumber.Read.Sound(kept));
        assertThat(PhoneNumber.masked(kept)).isEqualTo(masked);
        assertThat(PhoneNumber.read(kept)).as("what is kept is read again").isEqualTo(new PhoneNumber.Read.Sound(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "12400000000, PHONE_DIGITS",
        "1540000000, PHONE_DIGITS",
        "154000000000, PHONE_DIGITS",
        "0600-1800000, PHONE_DIGITS",
        "2800000, PHONE_AREA",
        "6002800000, PHONE_AREA",
        "15400000000/15400000001, PHONE_SEVERAL",
        "0600-2800000、15400000001, PHONE_SEVERAL",
        "见名片, PHONE_SIGNS",
        "转801, PHONE_SIGNS",
        "15400000000转801, PHONE_DIGITS",
        "-, PHONE_SIGNS",
    })
    void isRefusedWithAdvice(String typed, String code) {
        assertThat(PhoneNumber.read(typed)).isInstanceOfSatisfying(PhoneNumber.Read.Wrong.class, wrong -> {
            assertThat(wrong.code()).isEqualTo(code);
            assertThat(wrong.advice().chinese()).isNotEmpty().doesNotContain("154");
        });
    }
}
