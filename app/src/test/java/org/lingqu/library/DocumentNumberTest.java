package org.lingqu.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One number however it is written, and no other. */
class DocumentNumberTest {

    private static final DocumentNumber HIGH_TECH = new DocumentNumber("国科发火", 2016, 32);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国科发火〔2016〕32号",
                "国科发火[2016]32号",
                "国科发火（2016）32号",
                "国科发火【2016】32号",
                "国科发火(2016)第32号",
                "国科发火 〔 2016 〕 32 号",
                "国科发火〔２０１６〕３２号",
                "国 科 发 火〔2016〕32号"
            })
    void bracketsAndSpacesDoNotMatter(String written) {
        assertThat(HIGH_TECH.placesIn("按照" + written + "第十一条")).hasSize(1);
        assertThat(HIGH_TECH.placesIn("（" + written + "）")).hasSize(1);
        assertThat(HIGH_TECH.placesIn(written)).containsExactly(new DocumentNumber.Span(0, written.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"国科发火〔2016〕320号", "国科发火〔2016〕132号", "国科发火〔2018〕32号", "桂国科发火〔2016〕32号", "国科发〔2016〕32号"})
    void anotherNumberIsNotTakenForIt(String written) {
        assertThat(HIGH_TECH.placesIn("按照" + written + "执行")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"依据是", "关于", "《办法》", "和", "见附件：", "执行", "2016年的"})
    void wordsBeforeItAreNoPartOfIt(String before) {
        assertThat(HIGH_TECH.placesIn(before + "国科发火〔2016〕32号文件")).hasSize(1);
    }

    @Test
    void aDocumentNamesItsNumbersInOrder() {
        assertThat(DocumentNumber.in("国科发火〔2016〕32号、国科发火〔2016〕195号"))
                .containsExactly(HIGH_TECH, new DocumentNumber("国科发火", 2016, 195));
        assertThat(DocumentNumber.in("企业所得税法实施条例、财税〔2010〕111号、财税〔2015〕116号"))
                .extracting(DocumentNumber::toString)
                .containsExactly("财税〔2010〕111号", "财税〔2015〕116号");
        assertThat(DocumentNumber.in("财政部 税务总局公告2023年第7号、第44号"))
                .extracting(DocumentNumber::toString)
                .containsExactly("税务总局公告2023年第7号", "税务总局公告2023年第44号");
        assertThat(DocumentNumber.in("独角兽企业评价通行标准（长城战略咨询等）")).isEmpty();
        assertThat(DocumentNumber.in("第5号、某发〔2020〕0号")).isEmpty();
    }

    @Test
    void announcementsOfOneOfficeAndOfSeveralAreTwoSeries() {
        var joint = new DocumentNumber("税务总局公告", 2023, 7);
        assertThat(joint.placesIn("《财政部 税务总局公告2023年第7号》")).hasSize(1);
        assertThat(joint.placesIn("财政部税务总局公告2023年第 7 号")).hasSize(1);
        assertThat(joint.placesIn("国家税务总局公告2023年第7号")).isEmpty();
    }

    @Test
    void aNumberHasACodeAndCounts() {
        assertThatThrownBy(() -> new DocumentNumber("", 2016, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DocumentNumber("国科发火", 2016, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
