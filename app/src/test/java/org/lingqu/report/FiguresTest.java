package org.lingqu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "5200000000000, 5.2万亿",
        "589.8e4, 589.8万",
        "100000000, 1亿",
        "9999, 9999",
        "-25000, -2.5万",
        "0, 0",
        "0.125, 0.125"
    })
    void writesLargeFiguresTheChineseWay(BigDecimal value, String shown) {
        assertThat(Figures.scaled(value)).isEqualTo(shown);
    }
}
