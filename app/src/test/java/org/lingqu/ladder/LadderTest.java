package org.lingqu.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.cli.DemoEnterprises;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.policy.Tally;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.RegionPart;
import org.lingqu.registry.Said;
import org.lingqu.registry.TitleHistory;
import org.lingqu.registry.TitleSpan;
import org.springframework.context.ConfigurableApplicationContext;

/** Who stands on which rung, at the ends of years too; who could climb, and what it takes. */
class LadderTest {

    private static final String PASSWORD = "every number has a source";
    private static final String SME = "科技型中小企业";
    private static final String HIGH = "高新技术企业";

    /** A place that no enterprise of the demonstration has. */
    private static final RegionPart ALONE = new RegionPart("110105", "", "");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static String base;

    @SuppressWarnings("NullAway.Init")
    private static LocalDate today;

    @SuppressWarnings("NullAway.Init")
    private static Enterprise risen;

    @BeforeAll
    static void start() {
        server = Started.on(folder, Started.WITH_POLICIES);
        base = Started.address(server);
        server.getBean(Accounts.class).create(Actor.SYSTEM, "officer", "李专员", "OFFICER", null, PASSWORD, false);
        Enterprises enterprises = server.getBean(Enterprises.class);
        today = enterprises.today();
        new DemoEnterprises(enterprises).fill(400);
        LocalDate lastYear = LocalDate.of(today.getYear() - 1, 12, 31);
        risen = begin(
                "升级企业",
                Map.of(
                        SME, List.of(new TitleSpan(lastYear.minusYears(1), today.plusDays(20))),
                        HIGH, List.of(new TitleSpan(lastYear.plusDays(1), today.plusYears(2)))));
        begin("退出企业", Map.of(HIGH, List.of(new TitleSpan(lastYear.minusYears(2), lastYear))));
        begin("新进企业", Map.of(SME, List.of(new TitleSpan(lastYear.plusDays(1), null))));
        begin("从无称号企业", Map.of(SME, List.of()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Enterprise begin(String name, Map<String, List<TitleSpan>> titles) {
        Said said = Said.of(
                name,
                null,
                Map.of(new FactYear("注册地", FactRef.NO_YEAR), new FactValue.Code(ALONE.region())),
                titles,
                Map.of(),
                Map.of());
        return server.getBean(Enterprises.class)
                .create(Actor.SYSTEM, Supplier.SCIENCE, LocalDate.of(2026, 6, 1), said, null);
    }

    private static Ladders ladders() {
        return server.getBean(Ladders.class);
    }

    private static Ladder technology() {
        return ladders().called("technology").orElseThrow();
    }

    private static Site officer() {
        return new Site(base).signIn("officer", PASSWORD);
    }

    @Test
    void moversAreCountedBetweenTheEndsOfYears() {
        LadderView view = ladders().view(Actor.SYSTEM, technology(), ALONE, 30);
        TitleHistory history = view.history();
        int now = history.days().size() - 1;

        assertThat(history.days().get(now)).isEqualTo(today);
        assertThat(history.held(now - 1, 0))
                .as("one of them had the lowest title last year")
                .isEqualTo(1);
        assertThat(history.held(now - 1, 1)).isEqualTo(1);
        assertThat(history.held(now, 0)).isEqualTo(2);
        assertThat(history.held(now, 1)).isEqualTo(1);
        assertThat(history.moved(now, 1, 2)).as("risen").isEqualTo(1);
        assertThat(history.moved(now, 2, 0)).as("left").isEqualTo(1);
        assertThat(history.moved(now, 0, 1)).as("entered").isEqualTo(1);
        assertThat(history.moved(now, 0, 0)).as("never had one").isEqualTo(1);
        assertThat(history.risen(now)).isEqualTo(2);
        assertThat(history.entered(now)).isEqualTo(1);
        assertThat(history.fallen(now)).isEqualTo(1);
        assertThat(history.left(now)).isEqualTo(1);
        assertThat(view.steps().getFirst().holders()).isEqualTo(2);
        assertThat(view.steps().getFirst().expiring()).as("within 30 days").isEqualTo(1);
    }

    /** Who has no place is in none of the parts. */
    @Test
    void partsOfTheRegionAddUpToThoseWhosePlaceIsKnown() {
        LadderView whole = ladders().view(Actor.SYSTEM, technology(), RegionPart.ALL, 30);
        Enterprises enterprises = server.getBean(Enterprises.class);
        List<LadderView> parts = enterprises.regions().keySet().stream()
                .map(region -> ladders().view(Actor.SYSTEM, technology(), new RegionPart(region, "", ""), 30))
                .toList();
        int placed = enterprises.regions().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int unplaced = enterprises.numbers(Actor.SYSTEM, EnterpriseFilter.all(today)).length - placed;

        assertThat(parts).hasSizeGreaterThan(3);
        for (int rung = 0; rung < whole.steps().size(); rung++) {
            int at = rung;
            assertThat(whole.steps().get(rung).holders()
                            - parts.stream()
                                    .mapToInt(part -> part.steps().get(at).holders())
                                    .sum())
                    .isBetween(0, unplaced);
            assertThat(whole.steps().get(rung).tally().orElseThrow().of(Standing.NEAR)
                            - parts.stream()
                                    .flatMap(part -> part.steps().get(at).tally().stream())
                                    .mapToInt(tally -> tally.of(Standing.NEAR))
                                    .sum())
                    .isBetween(0, unplaced);
        }
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.steps().get(1).target()).isEmpty());
    }

    @Test
    void theCultivationListHoldsWhoCouldClimbAndNobodyWhoHas() {
        var seen = new HashSet<Standing>();
        for (Ladder ladder : ladders().all()) {
            for (Ladder.Rung rung : ladder.rungs()) {
                ladders()
                        .cultivation(Actor.SYSTEM, ladder, rung, RegionPart.ALL)
                        .ifPresent(list -> {
                            Set<Long> all = new HashSet<>(list.part(0, list.size()));
                            assertThat(all).hasSize(list.size());
                            Set<Long> holders = new HashSet<>();
                            for (long id : server.getBean(Enterprises.class)
                                    .numbers(
                                            Actor.SYSTEM,
                                            EnterpriseFilter.all(today).holding(rung.title(), Optional.empty()))) {
                                holders.add(id);
                            }
                            assertThat(all).as(rung.title()).noneMatch(holders::contains);
                            Tally counted = ladders()
                                    .view(Actor.SYSTEM, ladder, RegionPart.ALL, 30)
                                    .steps()
                                    .get(ladder.rungs().indexOf(rung))
                                    .tally()
                                    .orElseThrow();
                            assertThat(LongStream.concat(Arrays.stream(list.near()), Arrays.stream(list.stuck()))
                                            .toArray())
                                    .as("one number on the ladder, in the list of the policy and here")
                                    .hasSize(counted.of(Standing.NEAR))
                                    .containsExactlyInAnyOrder(server.getBean(Opportunities.class)
                                            .board()
                                            .enterprises(list.policy(), Standing.NEAR, null, false));
                            Arrays.stream(list.ready())
                                    .limit(20)
                                    .forEach(id -> seen.add(check(list, id, Standing.MET)));
                            Arrays.stream(list.near())
                                    .limit(20)
                                    .forEach(id -> seen.add(check(list, id, Standing.NEAR)));
                            assertThat(list.gaps().stream()
                                            .mapToInt(gap -> gap.alone())
                                            .sum())
                                    .as("who is near misses one of the criteria")
                                    .isEqualTo(list.near().length + list.stuck().length);
                        });
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Standing.MET, Standing.NEAR);
    }

    private static Standing check(Cultivation list, long id, Standing expected) {
        Standing standing =
                server.getBean(Opportunities.class).board().standings(id).get(list.policy());
        assertThat(standing).isEqualTo(expected);
        return expected;
    }

    @Test
    void thePageTellsYearsTargetsAndFlows() {
        String page = officer().get("/ladder?region=110105").body();
        assertThat(page).contains("历年变化").contains("新进梯度（家）").contains((today.getYear() - 1) + "年末到今天");
        assertThat(officer().get("/ladder?region=nothing&industry=x&park=").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theListIsExportedAsItIsShown() throws Exception {
        Cultivation list = Stream.iterate(1, i -> i + 1)
                .limit(4)
                .flatMap(
                        i -> ladders()
                                .cultivation(
                                        Actor.SYSTEM,
                                        technology(),
                                        technology().rungs().get(i - 1),
                                        RegionPart.ALL)
                                .stream())
                .filter(each -> each.size() > 0)
                .findFirst()
                .orElseThrow();
        String address = "/ladder/technology/" + (technology().rungs().indexOf(list.rung()) + 1);

        assertThat(officer().get(address).body())
                .contains(list.rung().title() + "培育库")
                .contains("补齐后能有多少家");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(
                        officer().bytes(address + "/enterprises.xlsx").body()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.count()).isEqualTo(1L + list.size());
        }
        assertThat(officer().get("/ladder/technology/9").statusCode()).isEqualTo(404);
        assertThat(officer().get("/ladder/nothing/1").statusCode()).isEqualTo(404);
    }

    @Test
    void anEnterprisesPageTellsItsRungAndTheNext() {
        String page = officer().get("/enterprises/" + risen.id()).body();
        assertThat(page).contains("梯度位置").contains("广西瞪羚培育库入库企业").contains("无称号");
    }

    private static LadderTargets targets() {
        return server.getBean(LadderTargets.class);
    }

    /** Sends targets of this year. */
    private static HttpResponse<String> send(Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("year", Integer.toString(today.getYear()));
        return officer().post("/ladder/targets", "/ladder/targets", form);
    }

    @Test
    void targetsAreSetAllOrNoneAndTakenBack() {
        String title = "制造业单项冠军";
        HttpResponse<String> refused = send(Map.of("." + HIGH, "11", "." + title, "many", "110105." + title, "-1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<li>全区域 " + title + "：many</li>", "<li>朝阳区 " + title + "：-1</li>", "value=\"many\"");
        assertThat(targets().of(today.getYear(), "")).doesNotContainKey(title).doesNotContainEntry(HIGH, 11);

        assertThat(send(Map.of("." + HIGH, " 40 ", "." + title, "0")).statusCode())
                .isEqualTo(302);
        assertThat(targets().of(today.getYear(), "")).containsEntry(HIGH, 40).containsEntry(title, 0);
        assertThat(ladders()
                        .view(Actor.SYSTEM, technology(), RegionPart.ALL, 30)
                        .steps()
                        .get(1)
                        .target())
                .contains(40);
        assertThat(officer().get("/ladder").body()).contains("完成 ");

        send(Map.of("." + title, ""));
        assertThat(targets().of(today.getYear(), "")).doesNotContainKey(title).containsEntry(HIGH, 40);
    }

    @Test
    void aTargetThatSomebodySetMeanwhileIsNotOverwrittenUnseen() {
        String title = "专精特新小巨人企业";
        send(Map.of("." + title, "7", "seen.." + title, ""));

        HttpResponse<String> late =
                send(Map.of("." + title, "9", "seen.." + title, "", "." + HIGH, "8", "seen.." + HIGH, "8"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains(title + "：别人定为 7，您填的是 9").contains("value=\"9\"");
        assertThat(targets().of(today.getYear(), "")).containsEntry(title, 7);
        assertThat(send(Map.of("." + title, "9", "seen.." + title, "7")).statusCode())
                .isEqualTo(302);
        assertThat(targets().of(today.getYear(), "")).containsEntry(title, 9);
    }

    /** The places are counties of a prefecture, and the prefecture itself beside one of them. */
    @Test
    void whereTheFilterNarrowsToAPlaceTheFunnelIsHeldAgainstTheTargetOfThePlace() throws Exception {
        int nextYear = today.getYear() + 1;
        assertThat(send(Map.of("." + SME, "50", ALONE.region() + "." + SME, "3"))
                        .statusCode())
                .isEqualTo(302);

        Step whole = ladders()
                .view(Actor.SYSTEM, technology(), RegionPart.ALL, 30)
                .steps()
                .getFirst();
        assertThat(whole.target()).contains(50);
        assertThat(whole.sum()).contains(3);
        assertThat(whole.isAtOdds()).isTrue();
        Step part =
                ladders().view(Actor.SYSTEM, technology(), ALONE, 30).steps().getFirst();
        assertThat(part.target()).contains(3);
        assertThat(part.reached()).as("two of three").isEqualTo(66);
        assertThat(ladders()
                        .view(Actor.SYSTEM, technology(), new RegionPart(ALONE.region(), "", "39"), 30)
                        .steps()
                        .getFirst()
                        .target())
                .as("nobody has set one for an industry")
                .isEmpty();
        assertThat(officer().get("/ladder").body()).contains("各地合计 3");
        assertThat(officer().get("/ladder?region=" + ALONE.region()).body()).contains("目标 3");
        assertThat(officer().get("/ladder/targets").body()).contains("各地目标的合计和全区域的目标不一致", SME + "：全区域 50，各地合计 3");
        assertThat(targets().of(nextYear)).isEmpty();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(
                        officer().bytes("/ladder/targets.xlsx").body()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(0) + " " + row.getCellText(1)))
                    .contains("地方 " + SME + " 目标", "全区域 50", "朝阳区 3", "各地合计 3");
        }
        send(Map.of("." + SME, "", ALONE.region() + "." + SME, ""));
    }

    @Test
    void targetsCanBeSetForTheLastThisAndTheNextTwoYears() {
        String title = "科技领军企业";
        int year = today.getYear() + 2;
        assertThat(LadderTargets.years(today)).containsExactly(year - 3, year - 2, year - 1, year);
        String first = technology().titles().getFirst();
        officer().post("/ladder/targets", "/ladder/targets", Map.of("year", Integer.toString(year), "." + first, "5"));

        assertThat(targets().of(year)).containsExactly(Map.entry(Target.whole(first), 5));
        officer()
                .post(
                        "/ladder/targets",
                        "/ladder/targets",
                        Map.of("year", Integer.toString(year), "." + first, "", "." + title, "6"));
        assertThat(targets().of(year)).as(title + " is on no ladder").isEmpty();
    }

    @Test
    void aPlaceThatLiesInAnotherOneWithATargetIsCountedWithThat() {
        var targets = new TreeMap<Target, Integer>();
        targets.put(Target.whole(SME), 100);
        targets.put(new Target(SME, "456900"), 60);
        targets.put(new Target(SME, "456902"), 20);
        targets.put(new Target(SME, "450102"), 30);
        targets.put(new Target(HIGH, "456902"), 5);

        assertThat(LadderTargets.sums(targets)).containsExactly(Map.entry(SME, 90), Map.entry(HIGH, 5));
    }

    @Test
    void aFilterThatCannotBeIsTold() {
        assertThat(officer().get("/ladder?industry=Z99").body()).contains("“Z99”不能用来筛选");
        assertThat(officer().get("/ladder?industry=39").body()).doesNotContain("不能用来筛选");
    }

    @Test
    void theWayUpTellsEachRungAboveWithWhatItLacksAndOpens() {
        LadderPath path = ladders()
                .paths(risen, server.getBean(Enterprises.class).file(risen))
                .stream()
                .filter(each -> each.ladder().equals(technology()))
                .findFirst()
                .orElseThrow();

        assertThat(path.held()).map(Ladder.Rung::title).contains(HIGH);
        assertThat(path.legs()).extracting(leg -> leg.rung().title()).containsExactly("广西瞪羚培育库入库企业", "广西瞪羚企业");
        assertThat(path.legs()).allSatisfy(leg -> assertThat(leg.answer()).isPresent());
        assertThat(officer().get("/enterprises/" + risen.id() + "/ladder").body())
                .contains("往上走的路", "现在：" + HIGH, "广西瞪羚企业");
        assertThat(officer().get("/enterprises/" + risen.id()).body()).contains("/ladder\">往上走的路");
    }
}
