package org.lingqu.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lingqu.TestServer;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.cli.DemoEnterprises;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.library.web.Site;
import org.lingqu.policy.Board;
import org.lingqu.policy.CallRow;
import org.lingqu.policy.CriterionTally;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;

/** Call lists in the running application: of a part of the region, in an order, behind every number. */
class CallListTest {

    private static final String LIST = "/policies/cn/high-tech/enterprises";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @SuppressWarnings("NullAway.Init")
    private static Site officer;

    @BeforeAll
    static void start() {
        SERVER.account("officer", "李专员", Role.OFFICER);
        new DemoEnterprises(SERVER.bean(Enterprises.class)).fill(600);
        officer = SERVER.signedIn("officer");
    }

    private static Board board() {
        return SERVER.bean(Opportunities.class).board();
    }

    private static Policy highTech() {
        return board().policy("cn/high-tech").orElseThrow();
    }

    private static long[] ids(Map<String, String> query) {
        return SERVER.bean(CallLists.class).ids(Actor.SYSTEM, board(), highTech(), CallQuery.of(query));
    }

    private static String heading(String address) {
        String page = officer.get(address).body();
        return page.substring(page.indexOf("<h1>") + 4, page.indexOf("</h1>"));
    }

    @Test
    void nobodyWaitsWhileTensOfThousandsAreSearchedForAWay() {
        Opportunities opportunities = SERVER.bean(Opportunities.class);
        assertThat(opportunities.withWay(highTech(), new long[Opportunities.MOST_SEARCHED + 1]))
                .isEmpty();
        assertThat(opportunities.withWay(highTech(), new long[0])).hasValue(Set.of());
    }

    @Test
    void thePageTellsHowManyThereAre() {
        for (CriterionTally each : board().criteria(highTech())) {
            String id = each.criterion().id();
            assertThat(heading(LIST + "?criterion=" + id + "&of=NOT_MET"))
                    .isEqualTo("不符合这一条：%,d 家企业".formatted(each.notMet()));
            assertThat(heading(LIST + "?standing=NOT_MET&criterion=" + id))
                    .as("as older links have it")
                    .isEqualTo("不符合这一条：%,d 家企业".formatted(each.notMet()));
            assertThat(heading(LIST + "?criterion=" + id + "&of=OPEN")).endsWith("：%,d 家企业".formatted(each.open()));
        }
        board().funnel(highTech())
                .forEach(step -> assertThat(
                                heading(LIST + "?left=" + step.criterion().id()))
                        .isEqualTo("还剩：%,d 家企业".formatted(step.left())));
    }

    @Test
    void partsOfTheRegionAreSomeOfTheWhole() {
        Enterprises enterprises = SERVER.bean(Enterprises.class);
        List<Long> whole =
                LongStream.of(ids(Map.of("standing", "NOT_MET"))).boxed().toList();
        int placed = 0;
        for (String region : enterprises.regions().keySet()) {
            long[] part = ids(Map.of("standing", "NOT_MET", "region", region));
            assertThat(part).isNotEmpty();
            assertThat(whole).containsAll(LongStream.of(part).boxed().toList());
            placed += part.length;
        }
        assertThat(placed).isLessThanOrEqualTo(whole.size()).isGreaterThan(0);
        long[] small = ids(Map.of("standing", "NOT_MET", "size", "小型", "industry", "3"));
        assertThat(small.length).isBetween(1, whole.size() - 1);
        assertThat(heading(LIST + "?standing=NOT_MET&size=小型&industry=3"))
                .isEqualTo("不符合：%,d 家企业".formatted(small.length));
    }

    @Test
    void whatCannotBeIsPassedOverAndTold() {
        assertThat(officer.get(LIST + "?region=y&industry=Z99").body()).contains("“y”不能用来筛选", "“Z99”不能用来筛选");
        assertThat(ids(Map.of("industry", "制造")))
                .as("an industry is found by its name")
                .isNotEqualTo(ids(Map.of()));
        assertThat(ids(Map.of(
                        "standing", "x", "region", "y", "size", "巨型", "order", "z", "of", "w", "industry", "Z99")))
                .isEqualTo(ids(Map.of()));
        assertThat(officer.get(LIST + "?standing=x&criterion=no-such&of=MET&page=99")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsLeastMissingComesFirst() {
        List<CallRow> rows = SERVER.bean(Opportunities.class)
                .calls(
                        highTech(),
                        LongStream.of(ids(Map.of("standing", "NEAR", "order", "LEAST")))
                                .boxed()
                                .toList());
        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows).extracting(row -> row.answer().step().effort()).isSorted();
        for (Policy policy : board().policies()) {
            long[] unmet = SERVER.bean(CallLists.class)
                    .ids(Actor.SYSTEM, board(), policy, CallQuery.of(Map.of("standing", "NOT_MET", "order", "LEAST")));
            if (unmet.length <= CallLists.SHORT) {
                assertThat(SERVER.bean(Opportunities.class)
                                .calls(policy, LongStream.of(unmet).boxed().toList()))
                        .as(policy.fullName())
                        .isSortedAccordingTo(Comparator.<CallRow, Boolean>comparing(
                                        row -> !row.answer().step().isPossible())
                                .thenComparingInt(row -> row.answer().failing().size()));
            }
        }
    }

    @Test
    void whoHasAWayComesFirstAndIsCountedApart() {
        long[] all = ids(Map.of("standing", "NEAR"));
        long[] with = ids(Map.of("standing", "NEAR", "way", "WITH"));
        long[] without = ids(Map.of("standing", "NEAR", "way", "WITHOUT"));
        assertThat(LongStream.concat(Arrays.stream(with), Arrays.stream(without))
                        .toArray())
                .isEqualTo(all);
        assertThat(all).hasSize(board().tally(highTech()).of(Standing.NEAR));
        Opportunities opportunities = SERVER.bean(Opportunities.class);
        assertThat(opportunities.calls(highTech(), LongStream.of(with).boxed().toList()))
                .isNotEmpty()
                .allMatch(row -> row.answer().isOneStepAway() && row.hasMessage());
        assertThat(opportunities.calls(
                        highTech(), LongStream.of(without).boxed().toList()))
                .allMatch(row -> !row.answer().isOneStepAway() && !row.hasMessage());
        String said = "%,d 家只差一项，其中 %,d 家有办法".formatted(all.length, with.length);
        assertThat(officer.get(LIST + "?standing=NEAR").body()).contains(said);
        assertThat(heading(LIST + "?standing=NEAR&way=WITH")).endsWith("：%,d 家企业".formatted(with.length));
        assertThat(officer.get("/policies/cn/high-tech").body()).contains("其中 %,d 家有办法".formatted(with.length));
        assertThat(officer.get("/ladder").body()).contains("有办法 %,d".formatted(with.length));
    }

    @Test
    void aPolicyOfOneCriterionSaysWhyNobodyIsNear() {
        Policy one = board().policies().stream()
                .filter(PolicyShown::asksOneThing)
                .findFirst()
                .orElseThrow();
        assertThat(board().tally(one).of(Standing.NEAR)).isZero();
        assertThat(officer.get("/policies/" + one.id()).body()).contains("所以不单列“只差一项”");
        assertThat(officer.get("/policies/" + one.id() + "/enterprises?standing=NEAR")
                        .body())
                .contains("所以不单列“只差一项”", "standing=NOT_MET&amp;order=LEAST");
    }

    @Test
    void namesAreInTheOrderOfTheListOfEnterprises() {
        long[] named = ids(Map.of("standing", "OPEN", "order", "NAME"));
        assertThat(Arrays.stream(named).sorted().toArray())
                .isEqualTo(
                        Arrays.stream(ids(Map.of("standing", "OPEN"))).sorted().toArray());
        Map<Long, Enterprise> known = SERVER.bean(Enterprises.class)
                .byIds(LongStream.of(named).boxed().toList());
        assertThat(named).isNotEqualTo(ids(Map.of("standing", "OPEN")));
        assertThat(known).hasSize(named.length);
    }

    @Test
    void holdersAreToldApart() {
        int held = ids(Map.of("standing", "MET", "holders", "ONLY")).length;
        assertThat(held).isEqualTo(board().tally(highTech()).holders()).isPositive();
        assertThat(ids(Map.of("standing", "MET", "apply", "true")))
                .hasSize(board().tally(highTech()).toApply());
        assertThat(ids(Map.of("standing", "NEAR", "holders", "ONLY"))).isEmpty();
        assertThat(officer.get(LIST + "?standing=MET&holders=ONLY").body()).contains("已有称号");
    }

    @Test
    void theWorkbookHasTheSameRows() throws Exception {
        String query = "?standing=NOT_MET&size=小型&order=NAME";
        try (var workbook = new ReadableWorkbook(
                        new ByteArrayInputStream(officer.bytes("/policies/cn/high-tech/enterprises.xlsx" + query)
                                .body()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.count()).isEqualTo(1L + ids(Map.of("standing", "NOT_MET", "size", "小型")).length);
        }
    }

    /** Nobody who misses one criterion is told nothing of what it is worth to meet it, and it stands in the order of its worth. */
    @Test
    void whatAPolicyWouldBringIsToldOfThoseWhoAreNear() {
        List<CallRow> rows = SERVER.bean(Opportunities.class)
                .calls(
                        highTech(),
                        LongStream.of(ids(Map.of("standing", "NEAR", "order", "BRINGS")))
                                .boxed()
                                .toList());
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.brings()).startsWith("符合后：").contains("凭“高新技术企业”称号可享受《高新技术企业所得税优惠》");
            assertThat(row.brings()).matches(".*(\\d(亿|万)?元|金额未知（缺\\d{4}年应纳税所得额，按其10%计）|授予|凭).*");
        });
        assertThat(rows).extracting(CallRow::answer).isSortedAccordingTo(org.lingqu.match.Answer.MOST_FIRST);
        assertThat(rows).anySatisfy(row -> assertThat(row.brings()).contains("万元"));
        assertThat(officer.get(LIST + "?standing=NEAR").body()).contains("符合后：");
    }

    /** An amount without a limit is no amount that something reaches at most. */
    @Test
    void nothingIsAtMostUnlimited() {
        for (Policy policy : board().policies()) {
            for (Standing standing : Standing.values()) {
                assertThat(officer.get("/policies/" + policy.id() + "/enterprises?standing=" + standing)
                                .body())
                        .as("%s %s", policy.fullName(), standing)
                        .doesNotContain("不封顶", "任一组", "支持 至多", ".上年 ");
            }
        }
    }
}
