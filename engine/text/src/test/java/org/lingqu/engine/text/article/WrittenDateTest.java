package org.lingqu.engine.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource({
        "2021年7月16日, 2021-07-16",
        "2021-07-16 18:05:34, 2021-07-16T18:05:34",
        "2021-7-6 8:05, 2021-07-06T08:05",
        "2021.07.16, 2021-07-16",
        "2021/07/16 08：05, 2021-07-16T08:05",
        "2021-07-16T18:05:34+08:00, 2021-07-16T18:05:34",
        "2021 年 7 月 16 日, 2021-07-16",
        "二〇〇六年十月十八日, 2006-10-18",
        "二○二一年十二月三十一日, 2021-12-31",
        "二〇二〇年二月廿九日, 2020-02-29",
    })
    void readsDatesAsTheyAreWritten(String text, String date) {
        assertThat(Objects.requireNonNull(WrittenDate.find("（" + text + "）", 0)).when())
                .hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2021年", "2021年13月1日", "2021-02-30", "12021-01-01", "1.2021.5", "2021-01-011", "二〇〇六年", "2021年7月"
            })
    void isNotMisledByWhatIsNoDate(String text) {
        assertThat(WrittenDate.find(text, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"（2013年3月20日）, true", "2013年3月20日起施行, false", "2013年3月20日 , true"})
    void knowsWhenADateStandsAlone(String text, boolean alone) {
        assertThat(WrittenDate.only(text) != null).isEqualTo(alone);
    }
}
