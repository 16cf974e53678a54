package org.lingqu.engine.policy.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.Samples;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.fact.Effort;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Truth;

class GapsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private static Gap gap(Policy policy, String firm) {
        return new Gaps(Samples.facts())
                .of(policy, Samples.firm("firm: {" + firm + "}"), DAY)
                .orElseThrow();
    }

    @Test
    void saysHowMuchOfWhat() {
        Gap gap = gap(Samples.requiring("研发费用.上年 / 销售收入.上年 >= 0.05"), "研发费用: {2025: 168万元}, 销售收入: {2025: 4000万元}");
        assertThat(gap.of("a").orElseThrow().ways())
                .contains(new Change.Amount(
                        new FactRef("研发费用", 1), new BigDecimal("1680000"), new BigDecimal("2000000"), "元", true));
        assertThat(gap.possible()).isTrue();
    }

    /** The only values that help lie between two that do not: steps that double pass over them. */
    @Test
    void aNarrowWayIsFound() {
        Gap gap = gap(Samples.requiring("营业收入.上年 >= 1000 * 万元 and 营业收入.上年 <= 1001 * 万元"), "营业收入: {2025: 5元}");
        assertThat(gap.of("a").orElseThrow().ways())
                .containsExactly(new Change.Amount(
                        new FactRef("营业收入", 1), new BigDecimal("5"), new BigDecimal("10000000"), "元", true));
    }

    /** Only the middle one of three bands has points. */
    @Test
    void aNarrowBandIsFound() {
        Policy policy = Samples.policy("""
                score:
                  article: 一
                  items:
                    - {id: s, label: 收入, of: 营业收入.上年, bands: {">= 1001 * 万元": 0, "[1000 * 万元..1001 * 万元)": 10, "< 1000 * 万元": 0}}
                criteria:
                  - {id: a, article: 一, require: 得分 >= 10}
                """);
        assertThat(gap(policy, "营业收入: {2025: 5元}").of("a").orElseThrow().ways())
                .containsExactly(new Change.Amount(
                        new FactRef("营业收入", 1), new BigDecimal("5"), new BigDecimal("10000000"), "元", true));
    }

    /** A product of the figure with itself is followed by steps that double. */
    @Test
    void whatHasNoTurningPointsIsTried() {
        Gap gap = gap(Samples.requiring("Ⅰ类知识产权 * Ⅰ类知识产权 >= 50"), "Ⅰ类知识产权: 3");
        assertThat(gap.together())
                .containsExactly(
                        new Change.Amount(FactRef.of("Ⅰ类知识产权"), new BigDecimal("3"), new BigDecimal("8"), "件", false));
    }

    @Test
    void growthNeedsItsLastValueOnly() {
        Gap gap = gap(Samples.requiring("复合增长率(营业收入, 2) >= 0.1"), "营业收入: {2023: 1000万元, 2025: 1000万元}");
        assertThat(gap.together())
                .containsExactly(new Change.Amount(
                        new FactRef("营业收入", 1), new BigDecimal("10000000"), new BigDecimal("12100000"), "元", true));
    }

    @Test
    void wholePeopleAreCounted() {
        Gap gap = gap(Samples.requiring("科技人员.上年 / 职工总数.上年 >= 0.1"), "科技人员: {2025: 7}, 职工总数: {2025: 95}");
        assertThat(gap.together())
                .containsExactly(new Change.Amount(
                        new FactRef("科技人员", 1), new BigDecimal("7"), new BigDecimal("10"), "人", false));
    }

    /** A share is raised by its numerator: nobody is told to dismiss staff or to earn less. */
    @Test
    void totalsAreNeverToldToFall() {
        Gap staff = gap(Samples.requiring("科技人员.上年 / 职工总数.上年 >= 0.1"), "科技人员: {2025: 7}, 职工总数: {2025: 74}");
        assertThat(staff.of("a").orElseThrow().ways())
                .containsExactly(new Change.Amount(
                        new FactRef("科技人员", 1), new BigDecimal("7"), new BigDecimal("8"), "人", false));
        Gap size = gap(Samples.requiring("职工总数.上年 <= 500"), "职工总数: {2025: 501}");
        assertThat(size.possible()).isFalse();
        assertThat(size.of("a").orElseThrow().ways()).isEmpty();
        Gap sales = gap(Samples.requiring("销售收入.上年 <= 2 * 亿元"), "销售收入: {2025: 3亿元}");
        assertThat(sales.possible()).isFalse();
    }

    @Test
    void whatHappenedIsNotUndone() {
        Gap gap = gap(Samples.requiring("not(一年内重大安全质量事故或严重环境违法)"), "一年内重大安全质量事故或严重环境违法: 是");
        assertThat(gap.possible()).isFalse();
        assertThat(gap.of("a").orElseThrow().fixed()).isTrue();
    }

    @Test
    void whatCanBeBroughtDownIs() {
        Gap debts = gap(Samples.requiring("负债总额.上年 / 资产总额.上年 <= 0.7"), "负债总额: {2025: 80元}, 资产总额: {2025: 100元}");
        assertThat(debts.of("a").orElseThrow().ways())
                .contains(new Change.Amount(
                        new FactRef("负债总额", 1), new BigDecimal("80"), new BigDecimal("70"), "元", true));
        Gap list = gap(Samples.requiring("not(经营异常名录)"), "经营异常名录: 是");
        assertThat(list.together()).containsExactly(new Change.Turn(FactRef.of("经营异常名录"), false));
    }

    @Test
    void nobodyGivesATitleAway() {
        Policy policy = Samples.requiring("not(有称号(\"高新技术企业\"))");
        Firm holder = new Firm(
                "x",
                "x",
                FirmFacts.builder()
                        .titleKnown("高新技术企业")
                        .title(new TitleHeld("高新技术企业", DAY.minusYears(1), null, "t"))
                        .build());
        assertThat(new Gaps(Samples.facts())
                        .of(policy, holder, DAY)
                        .orElseThrow()
                        .possible())
                .isFalse();
    }

    @Test
    void timeBringsWhatOnlyTimeBrings() {
        Gap gap = gap(Samples.requiring("满天数(成立日期) >= 365"), "成立日期: 2026-01-01");
        assertThat(gap.criteria().getFirst().earliest()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(gap.earliest()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(gap.together()).isEmpty();
        assertThat(gap.possible()).isTrue();
    }

    @Test
    void whatCannotBeChangedIsSaid() {
        assertThat(gap(Samples.requiring("行业属于(\"39\")"), "行业代码: \"5110\"").possible())
                .isFalse();
    }

    @Test
    void aPolicyThatDoesNotSayNoHasNoGap() {
        Firm firm = Samples.firm("firm: {居民企业: 是}");
        assertThat(new Gaps(Samples.facts()).of(Samples.requiring("居民企业"), firm, DAY))
                .isEmpty();
    }

    private static final Policy MIXED = Samples.policy("""
            score:
              article: 一
              items:
                - {id: s1, label: 人员, of: 科技人员.上年 / 职工总数.上年, bands: {">= 0.3": 20, "[0.2..0.3)": 12, "[0.1..0.2)": 4, "< 0.1": 0}}
                - {id: s2, label: 投入, of: 研发费用.上年 / 销售收入.上年, bands: {">= 0.06": 50, "[0.04..0.06)": 30, "[0.02..0.04)": 10, "< 0.02": 0}}
                - id: s3
                  label: 成果
                  cases: [{if: Ⅰ类知识产权 >= 1, points: 30}, {if: Ⅱ类知识产权 >= 4, points: 24}, {otherwise: 0}]
            criteria:
              - {id: total, article: 一, require: 得分 >= 60}
              - {id: staff, article: 一, require: 得分.人员 > 0}
              - id: size
                article: 一
                all:
                  - {id: small, require: 职工总数.上年 <= 500}
                  - {id: sales, require: 销售收入.上年 <= 2 * 亿元}
              - {id: clean, article: 一, require: not(严重违法失信)}
              - id: one-of
                article: 一
                any:
                  - {id: r1, require: 研发费用.上年 >= 100 * 万元}
                  - {id: r2, require: Ⅱ类知识产权 >= 2}
            """);

    /** Advised to earn nothing at all, so that a ratio became unknown instead of met. */
    private static final long ONCE_BROKEN = 9663767916922L;

    @Test
    void theChangesTurnTheDecision() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        int tried = 0;
        int bridged = 0;
        for (int round = 0; round < 400; round++) {
            long here = round == 0 ? ONCE_BROKEN : seed + round;
            var random = new Random(here);
            var firm = new Firm("x", "x", randomFirm(random));
            Optional<Gap> gap = new Gaps(Samples.facts()).of(MIXED, firm, DAY);
            boolean no = new Evaluation(firm.facts(), DAY).truth(MIXED.condition()) == Truth.FALSE;
            assertThat(gap.isPresent()).isEqualTo(no);
            if (gap.isPresent()) {
                tried++;
                assertThat(gap.get().possible()).as("seed %d", here).isEqualTo(canBeBridged(firm.facts()));
                gap.get().criteria().forEach(one -> one.ways().forEach(GapsTest::goesTheWayThatEffortCan));
                gap.get().together().forEach(GapsTest::goesTheWayThatEffortCan);
                if (!gap.get().possible()) {
                    assertThat(gap.get().together()).isEmpty();
                    everyWayMendsItsCriterionAndOneUnitLessDoesNot(gap.get(), firm.facts(), here);
                    continue;
                }
                bridged++;
                FirmFacts changed = Changes.apply(firm.facts(), gap.get().together(), DAY);
                Finding after = new Interpreter(Samples.facts())
                        .decide(MIXED, new Firm("x", "x", changed), DAY)
                        .outcome();
                assertThat(after).as("seed %d %s", here, gap.get().together()).isInstanceOf(Finding.Met.class);
                everyWayMendsItsCriterionAndOneUnitLessDoesNot(gap.get(), firm.facts(), here);
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(bridged).isGreaterThan(100);
    }

    /** Not what only fewer staff, less income or a past undone would mend. */
    private static boolean canBeBridged(FirmFacts facts) {
        var now = new Evaluation(facts, DAY);
        return now.truth(MIXED_LIMITS.condition()) != Truth.FALSE;
    }

    private static final Policy MIXED_LIMITS =
            Samples.requiring("职工总数.上年 <= 500 and 销售收入.上年 <= 2 * 亿元 and not(严重违法失信)");

    private static Effort effort(FactRef ref) {
        return Objects.requireNonNull(Samples.facts().get(ref.fact())).effort();
    }

    private static void goesTheWayThatEffortCan(Change change) {
        switch (change) {
            case Change.Amount amount -> {
                assertThat(effort(amount.ref()))
                        .as("%s", change)
                        .isEqualTo(amount.difference().signum() > 0 ? Effort.UP : Effort.DOWN);
            }
            case Change.Turn turn -> {
                assertThat(effort(turn.ref())).as("%s", change).isEqualTo(turn.to() ? Effort.UP : Effort.DOWN);
            }
            case Change.Title title -> assertThat(title.held()).isTrue();
        }
    }

    private static void everyWayMendsItsCriterionAndOneUnitLessDoesNot(Gap gap, FirmFacts facts, long seed) {
        for (CriterionGap one : gap.criteria()) {
            for (Change way : one.ways()) {
                assertThat(truth(one, Changes.apply(facts, List.of(way), DAY)))
                        .as("seed %d %s", seed, way)
                        .isEqualTo(Truth.TRUE);
                if (way instanceof Change.Amount amount) {
                    BigDecimal less = amount.to()
                            .subtract(BigDecimal.valueOf(amount.difference().signum()));
                    Change shorter =
                            new Change.Amount(amount.ref(), amount.from(), less, amount.unit(), amount.money());
                    assertThat(truth(one, Changes.apply(facts, List.of(shorter), DAY)))
                            .as("seed %d %s", seed, shorter)
                            .isEqualTo(Truth.FALSE);
                }
            }
        }
    }

    private static Truth truth(CriterionGap gap, FirmFacts facts) {
        return new Evaluation(facts, DAY).truth(gap.criterion().condition());
    }

    private static FirmFacts randomFirm(Random random) {
        int staff = 1 + random.nextInt(600);
        return FirmFacts.builder()
                .put("职工总数", 2025, amount(staff), "t")
                .put("科技人员", 2025, amount(random.nextInt(staff)), "t")
                .put("销售收入", 2025, amount(1_000_000L * (1 + random.nextInt(230))), "t")
                .put("研发费用", 2025, amount(10_000L * random.nextInt(500)), "t")
                .put("Ⅰ类知识产权", amount(random.nextInt(2)), "t")
                .put("Ⅱ类知识产权", amount(random.nextInt(6)), "t")
                .put("严重违法失信", new FactValue.YesNo(random.nextInt(5) == 0), "t")
                .build();
    }

    private static FactValue amount(long value) {
        return new FactValue.Amount(BigDecimal.valueOf(value));
    }
}
