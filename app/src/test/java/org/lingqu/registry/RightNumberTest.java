package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number of a right is held against what the right is for. */
class RightNumberTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Numbering NUMBERING = new Numbering(List.of("专利号或登记号"), Numbering.Check.RIGHT, "权利类别");

    private static String read(String number, @Nullable String right) {
        return switch (NUMBERING.read(number, right, DAY)) {
            case NumberRead.Sound sound ->
                sound.number()
                        + (sound.remark() == null ? "" : " " + sound.remark().code());
            case NumberRead.Wrong wrong -> wrong.code();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ZL200710308494.X, 发明专利, 200710308494.X",
        "200710308494X, , 200710308494.X",
        "200710308494.X, 实用新型专利, NUMBER_NOT_OF_CLASS",
        "200710308494.X, 软件著作权, NUMBER_SHAPE",
        "ZL200710308494.X, 其他, NUMBER_NOT_OF_CLASS",
        "ZL200710308494.3, 发明专利, NUMBER_CHECK",
        "200770308494.X, 发明专利, NUMBER_TYPE",
        "209910308494.X, 发明专利, NUMBER_YEAR",
        "20071030849, , NUMBER_SHAPE",
        "CN101234567A, 发明专利, NUMBER_SHAPE",
        "85100001, 发明专利, 85100001 NUMBER_UNCHECKED",
        "97101765.4, 发明专利, 97101765.4",
        "2023sr0123456, 软件著作权, 2023SR0123456",
        "２０２３ＳＲ０１２３４５６, , 2023SR0123456",
        "2005SR12345, 软件著作权, 2005SR12345",
        "2031SR0123456, 软件著作权, NUMBER_YEAR",
        "软著登字第1234567号, 软件著作权, NUMBER_SHAPE",
        "2023SR0123456, 发明专利, NUMBER_SHAPE",
        "BS.205012345, 集成电路布图设计, BS.205012345",
        "cna20191001234, 植物新品种, CNA20191001234",
        "国药准字H20230001, 其他, 国药准字H20230001",
        "国审玉20190012, 其他, 国审玉20190012",
        "国家新药证书国药准字第H20230001号, 其他, NUMBER_TOO_LONG",
        "无, 其他, NO_NUMBER",
        "-, , NO_NUMBER",
        "91350100M000100Y43, 其他, NUMBER_SHAPE",
        "'', 其他, NO_NUMBER"
    })
    void numbersAreCheckedByWhatTheyAreFor(String written, @Nullable String right, String answer) {
        assertThat(read(written, right)).isEqualTo(answer);
    }

    @Test
    void classesStandWhereTheActPutsThem() {
        assertThat(List.of(RightClass.values()).stream()
                        .filter(each -> each.rank() == RightClass.Rank.ONE)
                        .map(RightClass::chinese))
                .containsExactly("发明专利", "集成电路布图设计", "植物新品种");
        assertThat(RightClass.called("发明授权")).contains(RightClass.INVENTION);
        assertThat(RightClass.ofType('9')).contains(RightClass.UTILITY_MODEL);
    }
}
