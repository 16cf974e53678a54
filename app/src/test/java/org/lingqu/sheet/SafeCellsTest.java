package org.lingqu.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words may go into a spreadsheet as they are. */
class SafeCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"+8.5%（同比）", "-3.2", "+31家", "-1.5E+10", "+1,234.5亿元", "南宁市", "", "-0.5个百分点"})
    void figuresAndPlainWordsStayAsTheyAre(String text) {
        assertThat(SafeCells.harmless(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1:A9)",
                "+1+HYPERLINK(A1)",
                "＝1+1",
                "-A1",
                "\t=1",
                "+8%*A1"
            })
    void whatCouldBeAFormulaIsMadeHarmless(String text) {
        assertThat(SafeCells.harmless(text)).isEqualTo("'" + text);
    }
}
