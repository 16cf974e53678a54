package org.lingqu.engine.text.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTest {

    private final Divisions divisions = Divisions.standard();

    private List<String> paths(String text) {
        return paths(text, PlaceContext.of(null, text, null));
    }

    private List<String> paths(String text, PlaceContext context) {
        return new PlaceFinder(context).find(text).stream().map(Place::path).toList();
    }

    private Division home(String code) {
        return divisions.byCode(code).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "去年广西南宁市青秀区新增企业三百家, 广西壮族自治区/南宁市/青秀区",
        "浙江西部山区的网络, 浙江省",
        "全市南宁港吞吐量, 广西壮族自治区/南宁市",
        "柳州汽车产量, 广西壮族自治区/柳州市",
        "吉林粮食产量, 吉林省",
        "在吉林市召开, 吉林省/吉林市",
        "我国软件业务收入, 全国",
        "中国数字经济规模, 全国",
        "粤港澳大湾区建设提速, 粤港澳大湾区",
        "南宁高新区的企业, 广西壮族自治区/南宁市/南宁高新区",
        "巴西的订单, 巴西",
    })
    void findsTheLongestPlace(String text, String path) {
        assertThat(paths(text)).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北京大学的教授",
                "中国科学院的团队",
                "市委和政府的工作",
                "欢迎来宾参观",
                "长治久安",
                "朝阳产业",
                "各县区要抓好落实",
                "建设和平社区",
            })
    void leavesWordsAndNamesAlone(String text) {
        assertThat(paths(text)).isEmpty();
    }

    @Test
    void reachesAnAmbiguousCountyThroughItsSurroundings() {
        assertThat(paths("吉林省长春市举办了展览，朝阳区参展企业二十家")).contains("吉林省/长春市/朝阳区");
        assertThat(paths("朝阳区参展企业二十家", PlaceContext.of(home("110108"), "朝阳区参展企业二十家", null)))
                .containsExactly("北京市/朝阳区");
        assertThat(paths("朝阳区参展企业二十家")).isEmpty();
    }

    @Test
    void readsAShortCountyOnlyOnAPageAboutIt() {
        assertThat(paths("靖西的边贸")).isEmpty();
        assertThat(paths("靖西的边贸", PlaceContext.of(home("451000"), "靖西的边贸", null)))
                .containsExactly("广西壮族自治区/百色市/靖西市");
    }

    @Test
    void keepsTheNameThatWasInForce() {
        String page = "靖西县的旅游收入增长。靖西的边贸也在增长。";
        assertThat(paths("靖西的边贸", PlaceContext.of(home("450000"), page, 2014))).containsExactly("广西壮族自治区/百色市/靖西县");
        assertThat(paths("靖西的边贸", PlaceContext.of(home("450000"), "靖西的边贸", 2013)))
                .containsExactly("广西壮族自治区/百色市/靖西县");
    }

    @Test
    void joinsNeighboursButNotSiblings() {
        assertThat(paths("南宁、柳州、桂林三市")).containsExactly("广西壮族自治区/南宁市", "广西壮族自治区/柳州市", "广西壮族自治区/桂林市");
        Place place = new PlaceFinder(PlaceContext.NONE).find("在广西柳州市召开").getFirst();
        assertThat(place.start()).isEqualTo(1);
        assertThat(place.end()).isEqualTo(6);
        assertThat(place.code()).isEqualTo("450200");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void staysInOrderWhateverTheText(long seed) {
        var random = new Random(seed);
        String pieces = "广西南宁市和平区县省海中国家高新区州盟旗靖北京上东a1，。\ud83d\ude00";
        var text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(pieces.charAt(random.nextInt(pieces.length())));
        }
        int last = 0;
        for (Place place : new PlaceFinder(PlaceContext.of(home("450100"), text, 2020)).find(text)) {
            assertThat(place.start()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
            assertThat(place.end()).isGreaterThan(place.start());
            last = place.end();
        }
        assertThat(last).isPositive().isLessThanOrEqualTo(text.length());
    }
}
