package org.lingqu.engine.text.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionsTest {

    private final Divisions divisions = Divisions.standard();

    @Test
    void knowsEveryProvince() {
        long provinces = divisions.named("广西").stream()
                .filter(d -> d.level() == Division.Level.PROVINCE)
                .count();
        assertThat(provinces).isEqualTo(1);
        assertThat(java.util.stream.IntStream.range(11, 83)
                        .filter(i -> divisions.byCode(i + "0000").isPresent())
                        .count())
                .isEqualTo(34);
    }

    @ParameterizedTest
    @CsvSource({
        "000000, 全国",
        "450000, 广西壮族自治区",
        "450100, 广西壮族自治区/南宁市",
        "451081, 广西壮族自治区/百色市/靖西市",
        "451025, 广西壮族自治区/百色市/靖西县",
        "110108, 北京市/海淀区",
        "429004, 湖北省/仙桃市",
        "341402, 安徽省/巢湖市/居巢区",
        "420600, 湖北省/襄阳市",
        "420607, 湖北省/襄阳市/襄州区",
    })
    void findsByCode(String code, String path) {
        assertThat(divisions.byCode(code)).map(Division::path).contains(path);
    }

    @Test
    void remembersTheLastYearOfWhatWasAbolished() {
        assertThat(divisions.byCode("451025")).map(Division::until).contains(2015);
        assertThat(divisions.named("襄樊市")).first().extracting(Division::until).isEqualTo(2011);
        assertThat(divisions.named("靖西")).extracting(Division::name).containsExactly("靖西市", "靖西县");
    }

    @Test
    void putsTheProvinceFirst() {
        assertThat(divisions.named("海南")).first().extracting(Division::code).isEqualTo("460000");
        assertThat(divisions.named("桂")).first().extracting(Division::code).isEqualTo("450000");
        assertThat(divisions.named("没有这个地方")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "广东省工业和信息化厅, 广东省",
        "南宁市科技局, 广西壮族自治区/南宁市",
        "广西科技厅, 广西壮族自治区",
        "广西壮族自治区人民政府办公厅, 广西壮族自治区",
        "中共广西壮族自治区委员会, 广西壮族自治区",
        "桂林电子科技大学, 广西壮族自治区/桂林市",
        "上海市浦东新区科技和经济委员会, 上海市/浦东新区",
        "国家发展改革委, 全国",
        "科技部, 全国",
    })
    void tellsWhereAnOrganisationIsAtHome(String name, String path) {
        assertThat(divisions.ofOrganisation(name)).map(Division::path).contains(path);
    }

    @Test
    void doesNotGuessTheHomeOfAFirm() {
        assertThat(divisions.ofOrganisation("蓝天软件有限公司")).isEmpty();
        assertThat(divisions.ofOrganisation("朝阳区科技局")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "全区, 450100, 广西壮族自治区",
        "全区, 450103, 广西壮族自治区/南宁市/青秀区",
        "自治区, 450103, 广西壮族自治区",
        "我市, 450103, 广西壮族自治区/南宁市",
        "全市, 110108, 北京市",
        "全省, 440100, 广东省",
        "我国, 440100, 全国",
    })
    void resolvesRegionWords(String word, String home, String path) {
        assertThat(divisions.ofRegionWord(word, divisions.byCode(home).orElseThrow()))
                .map(Division::path)
                .contains(path);
    }

    @Test
    void leavesARegionWordOpenWhenNobodySpeaks() {
        assertThat(divisions.ofRegionWord("全省", null)).isEmpty();
        assertThat(divisions.ofRegionWord("全县", divisions.byCode("450000").orElseThrow()))
                .isEmpty();
    }
}
