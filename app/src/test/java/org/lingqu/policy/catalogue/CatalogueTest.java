package org.lingqu.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.pack.Policy;

/** The policies of the project, told apart. */
class CatalogueTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @SuppressWarnings("NullAway.Init") // set before all
    private static List<Policy> policies;

    @BeforeAll
    static void read() throws IOException {
        policies = PackReader.read(Path.of("../policies")).policies();
    }

    private static List<String> found(LocalDate day, Map<String, String> parameters) {
        Catalogue catalogue = Catalogue.of(policies, day, "");
        return catalogue.find(CatalogueFilter.of(parameters, catalogue.entries()), policy -> -1).stream()
                .map(entry -> entry.policy().fullName())
                .toList();
    }

    private static CatalogueEntry entry(String name, LocalDate day) {
        return policies.stream()
                .filter(policy -> policy.fullName().equals(name))
                .map(policy -> CatalogueEntry.of(policy, day, ""))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "cn/high-tech@2016, TITLE TAX",
        "cn/rd-super-deduction@2023, TAX",
        "cn/tech-sme-tax@2018, TAX",
        "cn/advanced-service@2018, TITLE TAX",
        "cn/little-giant@2026, TITLE",
        "cn/key-little-giant@2024, MONEY",
        "450000/rd-subsidy@2019, MONEY",
        "350000/innovation-voucher@2022, MONEY",
        "450100/overseas-talent@2019, MONEY",
        "cn/enterprise-size@2011, BASIS",
        "cn/rd-cost-collection@2021, BASIS",
        "cn/gazelle-screen@2023, BASIS"
    })
    void whatAPolicyBringsIsReadFromItsGrantsAndBenefits(String policy, String brings) {
        assertThat(entry(policy, JULY).brings()).extracting(Enum::name).containsExactlyInAnyOrder(brings.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "cn/high-tech@2016, enterprises",
        "cn/high-tech-tax@2018, 高新技术企业",
        "cn/srdi@2026, small 科技型中小企业 创新型中小企业",
        "cn/little-giant@2026, small 专精特新中小企业",
        "cn/innovative-sme@2022, small",
        "440300/innovation-voucher@2020, small",
        "450000/gazelle@2019, 广西瞪羚培育库入库企业",
        "cn/manufacturing-champion@2023, enterprises",
        "450100/high-level-talent@2019, people",
        "450100/overseas-talent@2019, people"
    })
    void forWhomItIsIsToldOnlyWhereTheFileSaysSo(String policy, String who) {
        assertThat(CatalogueFacet.WHO.values(entry(policy, JULY))).containsExactlyInAnyOrder(who.split(" "));
    }

    @Test
    void onlyWhatIsInForceIsMeantUnlessSaidOtherwise() {
        assertThat(found(JULY, Map.of())).contains("cn/srdi@2026").doesNotContain("cn/srdi@2022");
        assertThat(found(JULY, Map.of("status", "ended")))
                .contains("cn/srdi@2022")
                .doesNotContain("cn/srdi@2026");
        assertThat(found(JULY, Map.of("status", "coming")))
                .containsExactlyInAnyOrder("cn/little-giant-review@2027", "cn/rd-super-deduction@2028");
        assertThat(found(JULY, Map.of("status", "all"))).hasSameSizeAs(policies);
    }

    @Test
    void everyFacetFiltersByItself() {
        assertThat(found(JULY, Map.of("region", "450000")))
                .containsExactlyInAnyOrder(
                        "450000/gazelle@2019", "450000/gazelle-library@2021", "450000/rd-subsidy@2019");
        assertThat(found(JULY, Map.of("issuer", "商务部"))).containsExactly("cn/advanced-service@2018");
        assertThat(found(JULY, Map.of("brings", "basis")))
                .contains("cn/enterprise-size@2011")
                .doesNotContain("cn/srdi@2026");
        assertThat(found(JULY, Map.of("who", "people"))).allMatch(name -> name.startsWith("450100/"));
        assertThat(found(JULY, Map.of("words", " 小巨人 "))).contains("cn/little-giant@2026", "cn/key-little-giant@2024");
    }

    @Test
    void whatAppliesHereComesFirstAndWhatDoesNotOnlyWhenItIsAskedFor() {
        Catalogue here = Catalogue.of(policies, JULY, "450100");
        List<String> regions = regions(here, Map.of());
        assertThat(regions).containsSubsequence("450100", "450000", "cn").doesNotContain("330100", "440300");
        assertThat(regions)
                .as("one group after the other")
                .isSortedAccordingTo(java.util.Comparator.comparingInt(List.of("450100", "450000", "cn")::indexOf));

        List<String> everywhere = regions(here, Map.of("region", "all"));
        assertThat(everywhere.subList(0, regions.size())).isEqualTo(regions);
        assertThat(everywhere.subList(regions.size(), everywhere.size()))
                .isNotEmpty()
                .doesNotContain("450100", "450000", "cn");
        assertThat(regions(here, Map.of("region", "330100"))).containsOnly("330100");
        assertThat(CatalogueFilter.of(Map.of(), here.entries()).isFiltered()).isFalse();
    }

    private static List<String> regions(Catalogue catalogue, Map<String, String> parameters) {
        return catalogue.find(CatalogueFilter.of(parameters, catalogue.entries()), policy -> -1).stream()
                .map(entry -> entry.policy().id().region())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "cn, 450100, COUNTRY",
        "450000, 450100, PROVINCE",
        "450100, 450100, OWN",
        "450103, 450100, OWN",
        "450100, 450103, PROVINCE",
        "450200, 450100, ELSEWHERE",
        "110000, 450000, ELSEWHERE",
        "100000, 110000, ELSEWHERE",
        "330100, '', COUNTRY"
    })
    void aRegionIsAsNearAsItsCodeSays(String region, String own, Nearness nearness) {
        assertThat(Nearness.of(region, own)).isEqualTo(nearness);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, open, true",
        "2026-07-01, closing, false",
        "2026-08-01, closing, true",
        "2026-08-31, closing, true",
        "2026-08-01, open, true",
        "2026-09-01, open, false",
        "2026-08-31, closed, false",
        "2026-09-01, closed, true",
        "2027-05-01, closed, true",
        "2027-05-02, closed, false",
        "2027-05-02, opening, true",
        "2027-05-01, opening, false",
        "2027-06-01, opening, false",
        "2026-07-01, not_given, false"
    })
    void theWindowCountsFromItsFirstDayToItsLast(LocalDate day, String window, boolean isThere) {
        // 科技型中小企业: 06-01 to 08-31 of every year, counted from 2026-06-01
        assertThat(found(day, Map.of("window", window)).contains("cn/tech-sme@2026"))
                .isEqualTo(isThere);
    }

    @Test
    void aWindowOverTheTurnOfTheYearAndTheEndOfAVersion() {
        LocalDate day = LocalDate.of(2028, 12, 1);
        OpenSpan last = OpenSpan.next(entry("cn/rd-super-deduction@2023", JULY).policy(), LocalDate.of(2028, 3, 1))
                .orElseThrow();
        assertThat(last).isEqualTo(new OpenSpan(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 5, 31)));
        assertThat(OpenSpan.next(entry("cn/rd-super-deduction@2023", JULY).policy(), day))
                .as("the version ends before its next window")
                .isEmpty();
        assertThatThrownBy(() -> new OpenSpan(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void choicesTellWhatWouldBeFoundWithThem() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Catalogue catalogue = Catalogue.of(policies, JULY, "");
        for (int i = 0; i < 200; i++) {
            var parameters = new HashMap<String, String>();
            CatalogueFilter filter = CatalogueFilter.of(Map.of("status", "all"), catalogue.entries());
            for (CatalogueFacet facet : CatalogueFacet.values()) {
                List<Catalogue.Choice> choices = catalogue.choices(facet, filter);
                Catalogue.Choice choice = choices.get(random.nextInt(choices.size()));
                boolean any = facet == CatalogueFacet.STATUS && choice.value().isEmpty();
                parameters.put(facet.code(), any ? CatalogueFacet.ALL : choice.value());
                parameters.putIfAbsent("status", CatalogueFacet.ALL);
                filter = CatalogueFilter.of(parameters, catalogue.entries());
                assertThat(found(JULY, parameters))
                        .as("%s, seed %d", parameters, seed)
                        .hasSize(choice.count());
            }
        }
    }

    @Test
    void whatNobodyCouldChooseIsNotChosen() {
        assertThat(found(
                        JULY,
                        Map.of("region", "999999", "brings", "'; drop", "who", "", "window", "OPEN", "sort", "乱")))
                .isEqualTo(found(JULY, Map.of()));
        Catalogue catalogue = Catalogue.of(policies, JULY, "");
        assertThat(CatalogueFilter.of(Map.of("status", "乱"), catalogue.entries())
                        .isFiltered())
                .isFalse();
        assertThat(CatalogueFilter.of(Map.of("words", "没有"), catalogue.entries())
                        .isFiltered())
                .isTrue();
    }

    @Test
    void ordersAreWhatTheySay() {
        Catalogue catalogue = Catalogue.of(policies, JULY, "");
        List<LocalDate> newest =
                catalogue.find(CatalogueFilter.of(Map.of("sort", "newest"), List.of()), policy -> -1).stream()
                        .map(entry -> entry.policy().validity().from())
                        .toList();
        assertThat(newest).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(found(JULY, Map.of("sort", "window")).getFirst()).isEqualTo("cn/tech-sme@2026");
        assertThat(catalogue.find(
                        CatalogueFilter.of(Map.of("sort", "apply"), List.of()),
                        policy -> policy.title().length()))
                .isSortedAccordingTo(java.util.Comparator.comparingInt(
                        (CatalogueEntry entry) -> -entry.policy().title().length()));
        assertThat(found(JULY, Map.of("sort", "title"))).hasSameElementsAs(found(JULY, Map.of()));
    }

    @Test
    void everyPolicyHasAPlaceInEveryFacet() {
        for (Policy policy : policies) {
            CatalogueEntry entry = CatalogueEntry.of(policy, JULY, "");
            for (CatalogueFacet facet : Set.of(
                    CatalogueFacet.REGION,
                    CatalogueFacet.ISSUER,
                    CatalogueFacet.BRINGS,
                    CatalogueFacet.WHO,
                    CatalogueFacet.STATUS)) {
                assertThat(facet.values(entry))
                        .as("%s %s", policy.fullName(), facet)
                        .isNotEmpty();
            }
        }
    }
}
