package org.lingqu.engine.text.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final String NEWS = "3月4日，灵渠市科技局在高新区举行科技成果对接活动，来自三个县区的企业与高校院所面对面交流需求。"
            + "活动现场签约项目12个，合同金额3.6亿元，涉及新材料、智能装备、生物制造等方向。"
            + "据介绍，2024年全市累计登记技术合同成交额589.8万元，新增科技型中小企业46家，建成中试基地2个。"
            + "下一步，灵渠市将继续完善需求征集、专家诊断、成果匹配的工作机制，推动更多成果在本地转化落地。";

    private static Fingerprint of(String text) {
        return Fingerprint.of(text).orElseThrow();
    }

    @Test
    void aReprintWithOtherFurnitureOrOneAlteredFigureSaysTheSame() {
        assertThat(of(NEWS).saysTheSame(of("来源：灵渠日报。" + NEWS + "责任编辑：科技栏目"))).isTrue();
        assertThat(of(NEWS).saysTheSame(of(NEWS.replace("46家", "64家")))).isTrue();
        assertThat(of(NEWS).saysTheSame(of(NEWS.replace("，", ",").replace(" ", ""))))
                .isTrue();
    }

    @Test
    void theSameWordsWithAnotherYearOrOtherFiguresSaySomethingElse() {
        assertThat(of(NEWS).agreement(of(NEWS.replace("2024", "2025")))).isEqualTo(Sketch.PLACES);
        assertThat(of(NEWS).saysTheSame(of(NEWS.replace("2024", "2025")))).isFalse();
        String february = NEWS.replace("12个", "15个")
                .replace("3.6亿", "4.4亿")
                .replace("589.8", "702.1")
                .replace("46家", "51家")
                .replace("3月4日", "5月6日");
        assertThat(of(NEWS).saysTheSame(of(february))).isFalse();
    }

    @Test
    void tellsNothingOfAFewWords() {
        assertThat(Fingerprint.of("通知公告")).isEmpty();
    }

    @Test
    void comesBackFromItsLine() {
        Fingerprint kept = Fingerprint.ofLine(of(NEWS).line()).orElseThrow();

        assertThat(kept.saysTheSame(of(NEWS))).isTrue();
        assertThat(kept.agreement(of(NEWS))).isEqualTo(Sketch.PLACES);
        assertThat(kept.bands()).isEqualTo(of(NEWS).bands()).hasSize(Fingerprint.BANDS);
        assertThat(kept.line()).isEqualTo(of(NEWS).line()).hasSizeLessThanOrEqualTo(400);
        assertThat(Fingerprint.ofLine("")).isEmpty();
        assertThat(Fingerprint.ofLine("zz.00.2024")).isEmpty();
    }

    @Test
    void pagesThatSayTheSameFindEachOtherByABand() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        int met = 0;
        for (int page = 0; page < 300; page++) {
            String text = text(random);
            int cut = text.length() / 12; // a reprint without its first and last lines
            List<Long> bands = of(text.substring(cut, text.length() - cut)).bands();
            met += of(text).bands().stream().anyMatch(bands::contains) ? 1 : 0;
        }
        assertThat(met).as("of 300, seed %d", seed).isGreaterThan(285);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            text.append((char) (0x4e00 + random.nextInt(3000)));
        }
        return text.toString();
    }
}
