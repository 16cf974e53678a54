package org.lingqu.engine.text.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetFinderTest {

    private static final String SIMPLIFIED = "云溪市科技局发布通知，支持企业加大研发投入，全年安排资金3000万元。\n";
    private static final String TRADITIONAL = "雲溪市科技局發布通知，支持企業加大研發投入，全年安排資金3000萬元。\n";

    private final CharsetFinder finder = new CharsetFinder();

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "GB18030, GB18030",
        "GBK, GB18030",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
        "UTF-16, UTF-16BE"
    })
    void simplifiedTextIsReadWhateverItWasWrittenIn(String written, String found) {
        DecodedText decoded = finder.decode(SIMPLIFIED.repeat(20).getBytes(Charset.forName(written)));

        assertThat(decoded.text()).isEqualTo(SIMPLIFIED.repeat(20));
        assertThat(decoded.charset()).isEqualTo(found);
    }

    @Test
    void traditionalTextIsReadFromBig5() {
        DecodedText decoded = finder.decode(TRADITIONAL.getBytes(Charset.forName("Big5")));

        assertThat(decoded).isEqualTo(new DecodedText(TRADITIONAL, "Big5"));
    }

    @ParameterizedTest
    @CsvSource({"GB18030, utf-8", "UTF-8, gb2312", "GBK, big5", "Big5, gbk", "UTF-8, iso-8859-1"})
    void theBytesAreBelievedAndNotTheDeclaration(String written, String declared) {
        String words = written.equals("Big5") ? TRADITIONAL : SIMPLIFIED;
        String page = "<html><head><meta charset=\"" + declared + "\"></head><body><p>" + words + "</p></body></html>";

        assertThat(finder.decode(page.getBytes(Charset.forName(written))).text())
                .isEqualTo(page);
    }

    @Test
    void theByteOrderMarkIsNoPartOfTheText() {
        assertThat(finder.decode(("\ufeff" + SIMPLIFIED).getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(SIMPLIFIED);
    }

    @Test
    void rareCharactersOutsideTheBasicPlaneAreKept() {
        String words = "社区名称为\ud842\udfb7家湾，" + SIMPLIFIED.repeat(3);

        assertThat(finder.decode(words.getBytes(Charset.forName("GB18030"))).text())
                .isEqualTo(words);
    }

    @Test
    void aPageCutInTheMiddleOfACharacterStaysUtf8() {
        byte[] bytes = SIMPLIFIED.repeat(5).getBytes(StandardCharsets.UTF_8);
        var cut = new ByteArrayOutputStream();
        cut.write(bytes, 0, bytes.length - 3);

        assertThat(finder.decode(cut.toByteArray()).charset()).isEqualTo("UTF-8");
    }
}
