package org.lingqu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingqu.demo.MadeRegion;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.check.PolicyReader;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Answer;
import org.lingqu.match.Match;

/** Who is one step away, what the step is, and who stands behind every number of a policy's page. */
class NearTest {

    private static final LocalDate DAY = MadeRegion.AS_OF;
    private static final int LAST = DAY.getYear() - 1;

    @SuppressWarnings("NullAway.Init") // set before all
    private static PolicyPack pack;

    @BeforeAll
    static void read() throws IOException {
        pack = PackReader.read(Path.of("../policies"));
    }

    private static Policy policy(String body) {
        return policy("sample", body);
    }

    private static Policy policy(String name, String body) {
        PolicyFile file =
                new PolicyReader(pack.facts()).read("policies/cn/" + name + ".yaml", """
                policy: cn/%s
                version: "1"
                title: 示例
                english: Sample
                document: 示〔2026〕1号
                region: "000000"
                valid: {from: 2000-01-01}
                """.formatted(name) + body);
        assertThat(file.problems()).allMatch(problem -> problem.code() == ProblemCode.NO_EXAMPLES);
        return file.policy().orElseThrow();
    }

    private static final String HERE = """
            audience: {id: here, article: 一, require: '注册于("450100")'}
            """;

    private static final String TWO = """
            criteria:
              - {id: rd, article: 一, says: 研发费用不低于100万元, require: 研发费用.上年 >= 100 * 万元}
              - {id: staff, article: 二, says: 科技人员不少于10人, require: 科技人员.上年 >= 10}
            """;

    private static Firm firm(int wan, int people, @Nullable String place, String... titles) {
        FirmFacts.Builder facts = FirmFacts.builder()
                .put("研发费用", LAST, new FactValue.Amount(BigDecimal.valueOf(wan * 10_000L)), "t")
                .put("科技人员", LAST, new FactValue.Amount(BigDecimal.valueOf(people)), "t");
        if (place != null) {
            facts.put("注册地", new FactValue.Code(place), "t");
        }
        facts.titleKnown("基础企业");
        for (String title : titles) {
            facts.title(new TitleHeld(title, DAY.minusYears(1), DAY.plusYears(1), "t"));
        }
        return new Firm("x", "x", facts.build());
    }

    private static Standing standing(Policy policy, Firm firm) {
        return Segment.of(List.of(new Segment.Row(1, firm, 0)), List.of(policy), DAY, 1)
                .standing(0, 0);
    }

    private static Answer answer(Firm firm, Policy... inForce) {
        return new Match(new Interpreter(pack.facts()), List.of(inForce[0]), List.of(inForce), DAY, true)
                .of(firm)
                .getFirst();
    }

    private static Answer answer(Policy policy, Firm firm) {
        return new Match(pack.facts(), List.of(policy), DAY).of(firm).getFirst();
    }

    @Test
    void oneOfSeveralCriteriaIsMissed() {
        Policy policy = policy(TWO);
        assertThat(standing(policy, firm(90, 12, null))).isEqualTo(Standing.NEAR);
        assertThat(standing(policy, firm(90, 9, null))).isEqualTo(Standing.NOT_MET);
        assertThat(answer(policy, firm(90, 12, null)).step().words())
                .isEqualTo(LAST + "年研发费用比要求少10万元（90万元，须100万元）；该年度已结束，下一年度达到即可");
    }

    /** 211 firms of unknown place were told that they are one step from a subsidy of one city. */
    @Test
    void whomItIsMeantForIsKnown() {
        Policy policy = policy(HERE + TWO);
        assertThat(standing(policy, firm(90, 12, "450100"))).isEqualTo(Standing.NEAR);
        assertThat(standing(policy, firm(90, 12, null))).isEqualTo(Standing.NOT_MET);
        assertThat(standing(policy, firm(90, 12, "330100"))).isEqualTo(Standing.NOT_APPLICABLE);
    }

    /** The list would be of everybody who fails it. */
    @Test
    void aPolicyThatAsksOneThingHasNobodyNear() {
        Policy policy = policy(HERE + """
                criteria:
                  - {id: rd, article: 一, require: 研发费用.上年 >= 100 * 万元}
                """);
        assertThat(standing(policy, firm(90, 12, "450100"))).isEqualTo(Standing.NOT_MET);
        Answer answer = answer(policy, firm(90, 12, "450100"));
        assertThat(answer.isOneStepAway()).isFalse();
        assertThat(answer.step().words())
                .as("what it lacks is told all the same")
                .contains("少10万元");
    }

    @Test
    void whoHoldsTheTitleIsNotOnTheWayToIt() {
        Policy policy = policy("grants: {title: 示例企业, article: 一}\n" + TWO);
        assertThat(standing(policy, firm(90, 12, null))).isEqualTo(Standing.NEAR);
        assertThat(standing(policy, firm(90, 12, null, "示例企业"))).isEqualTo(Standing.NOT_MET);
    }

    private static final String ANY = """
            criteria:
              - {id: staff, article: 二, says: 科技人员不少于10人, require: 科技人员.上年 >= 10}
              - id: way
                article: 三
                any:
                  - {id: big, says: 研发费用不低于100万元, require: 研发费用.上年 >= 100 * 万元}
                  - {id: many, says: 科技人员不少于100人, require: 科技人员.上年 >= 100}
            """;

    @Test
    void aGroupOfWhichOneIsEnoughIsOneReason() {
        Policy policy = policy(ANY);
        assertThat(standing(policy, firm(90, 12, null))).isEqualTo(Standing.NEAR);
        Answer answer = answer(policy, firm(90, 12, null));
        assertThat(answer.failing()).containsExactly("三 以下任一：研发费用不低于100万元，或 科技人员不少于100人");
        assertThat(answer.isOneStepAway()).isTrue();
        assertThat(answer.step().words()).as("the way of least effort").startsWith(LAST + "年研发费用比要求少10万元");
        assertThat(answer(policy, firm(200, 9, null)).failing())
                .as("a part that a met group could do without is no reason")
                .containsExactly("二 科技人员不少于10人");
    }

    /** Several parts that are all asked are several reasons. */
    @Test
    void aGroupOfWhichAllAreAskedIsAsManyReasonsAsItHasParts() {
        Policy policy = policy("""
                criteria:
                  - {id: staff, article: 二, require: 科技人员.上年 >= 1}
                  - id: both
                    article: 三
                    all:
                      - {id: big, require: 研发费用.上年 >= 100 * 万元}
                      - {id: many, require: 科技人员.上年 >= 100}
                """);
        assertThat(standing(policy, firm(90, 12, null))).isEqualTo(Standing.NOT_MET);
        assertThat(standing(policy, firm(90, 120, null))).isEqualTo(Standing.NEAR);
    }

    @Test
    void whatNoEffortReachesIsToldSo() {
        Policy policy = policy("""
                criteria:
                  - {id: rd, article: 一, says: 研发费用不低于100万元, require: 研发费用.上年 >= 100 * 万元}
                  - {id: small, article: 二, says: 科技人员不多于10人, require: 科技人员.上年 <= 10}
                """);
        Answer answer = answer(policy, firm(200, 11, null));
        assertThat(answer.isOneStepAway()).isFalse();
        assertThat(answer.step().words())
                .as("staff could be fewer, but nobody is told to dismiss them")
                .isEqualTo("没有找到企业自己能够做到的办法");
        assertThat(answer.step().isPossible()).isFalse();
        Policy conduct = policy("""
                criteria:
                  - {id: rd, article: 一, says: 研发费用不低于100万元, require: 研发费用.上年 >= 100 * 万元}
                  - {id: age, article: 二, says: 成立日期早于2000年, require: '成立日期 < date("2000-01-01")'}
                """);
        FirmFacts young = FirmFacts.builder()
                .put("研发费用", LAST, new FactValue.Amount(BigDecimal.valueOf(2_000_000)), "t")
                .put("成立日期", new FactValue.Day(LocalDate.of(2019, 5, 1)), "t")
                .build();
        assertThat(answer(conduct, new Firm("x", "x", young)).step().words())
                .as("what happened nobody can move")
                .isEqualTo("这一条由事实决定，不能靠补足达到");
    }

    private static final String NEXT = """
            criteria:
              - {id: title, article: 一, says: 持有基础企业称号, require: '有称号("基础企业")'}
              - {id: some, article: 二, says: 科技人员不少于5人, require: 科技人员.上年 >= 5}
            """;

    /** 7,156 firms were one step from a policy for 科技型中小企业, all of them far from being one. */
    @Test
    void aTitleIsAStepOnlyForWhomItCanBeAwarded() {
        Policy next = policy(NEXT);
        Policy base = policy("base", "grants: {title: 基础企业, article: 一}\n" + TWO);
        Firm meets = firm(100, 10, null);
        Firm near = firm(90, 10, null);
        Firm far = firm(90, 9, null);
        Firm stuck = firm(1, 10, null);
        Segment segment = Segment.of(
                List.of(
                        new Segment.Row(1, meets, 0),
                        new Segment.Row(2, near, 0),
                        new Segment.Row(3, far, 0),
                        new Segment.Row(4, stuck, 0)),
                List.of(next, base),
                DAY,
                1);
        assertThat(IntStream.range(0, 4).mapToObj(row -> segment.standing(0, row)))
                .containsExactly(Standing.NEAR, Standing.NEAR, Standing.NOT_MET, Standing.NEAR);
        assertThat(answer(meets, next, base).step().words()).isEqualTo("取得“基础企业”称号（现有数据已符合“示例”）");
        assertThat(answer(near, next, base).step().words()).startsWith("取得“基础企业”称号（“示例”只差一项：" + LAST + "年研发费用比要求少10万元");
        assertThat(answer(near, next, base).isOneStepAway()).isTrue();
        Answer none = answer(far, next, base);
        assertThat(none.step().near()).isFalse();
        assertThat(none.step().words()).isEqualTo("先要取得“基础企业”称号，而“示例”不符合：一 研发费用不低于100万元、二 科技人员不少于10人");
        assertThat(answer(stuck, next, base).step().near())
                .as("it misses one criterion of either")
                .isTrue();
        assertThat(answer(stuck, next, base).isOneStepAway())
                .as("and has no way")
                .isFalse();
        assertThat(answer(meets, next).step().words()).as("nobody awards it").contains("没有授予它的");
        assertThat(standing(next, meets)).isEqualTo(Standing.NOT_MET);
    }

    /** A review was told as one step away to whom does not hold its title. */
    @Test
    void aReviewIsForHoldersOnly() {
        for (String review : List.of("cn/srdi-review", "cn/little-giant-review")) {
            Policy policy = pack.inForce(DAY).stream()
                    .filter(each -> each.id().toString().equals(review))
                    .findFirst()
                    .orElseThrow();
            FirmFacts.Builder facts = FirmFacts.builder().put("独立法人", new FactValue.YesNo(true), "t");
            policy.titles().forEach(facts::titleKnown);
            assertThat(standing(policy, new Firm("x", "x", facts.build()))).isEqualTo(Standing.NOT_APPLICABLE);
        }
        Policy review = policy("""
                grants: {title: 示例企业, article: 一}
                audience: {id: holder, article: 一, require: '有称号("示例企业")'}
                """ + TWO);
        assertThat(standing(review, firm(90, 12, null, "示例企业")))
                .as("a holder can be one step from passing it")
                .isEqualTo(Standing.NEAR);
        assertThat(answer(review, firm(90, 12, null, "示例企业")).isOneStepAway()).isTrue();
    }

    @Test
    void nobodyIsToldToMultiplyAFigure() {
        Policy policy = policy(TWO);
        Answer far = answer(policy, firm(33, 12, null));
        assertThat(standing(policy, firm(33, 12, null))).isEqualTo(Standing.NEAR);
        assertThat(far.isOneStepAway()).isFalse();
        assertThat(far.step().words()).startsWith("差距过大，难以在两三年内达到：" + LAST + "年研发费用比要求少67万元");
        assertThat(answer(policy, firm(34, 12, null)).isOneStepAway()).isTrue();
        assertThat(answer(policy, firm(100, 0, null)).isOneStepAway())
                .as("ten people can be begun with")
                .isTrue();
        assertThat(answer(policy, firm(0, 12, null)).isOneStepAway())
                .as("100万元 cannot")
                .isFalse();
    }

    @Test
    void whoHasNothingLacksMoreThanWhoHasAPart() {
        Policy policy = policy(TWO.replace("100 * 万元", "50 * 万元"));
        assertThat(answer(policy, firm(0, 12, null)).step().effort())
                .isGreaterThan(answer(policy, firm(5, 12, null)).step().effort());
        assertThat(answer(policy, firm(5, 12, null)).step().effort())
                .isGreaterThan(answer(policy, firm(45, 12, null)).step().effort());
    }

    /** The page of a firm showed a dash where the page of the decision showed what would do. */
    @Test
    void whatSeveralReasonsTakeIsTold() {
        Answer answer = answer(firm(90, 9, null), policy(TWO));
        assertThat(answer.failing()).hasSize(2);
        assertThat(answer.step().near()).isFalse();
        assertThat(answer.step().words()).contains("少10万元", "科技人员", "，并且");
    }

    /** On all policies and firms as they are made up. */
    @Test
    void whoIsNearHasOneReasonAndAStepOrAnHonestWord() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        List<Policy> policies = pack.inForce(DAY);
        List<Segment.Row> rows = rows(seed, 1500);
        Segment segment = Segment.of(rows, policies, DAY, 1);
        int seen = 0;
        for (int policy = 0; policy < policies.size(); policy++) {
            var match = new Match(new Interpreter(pack.facts()), List.of(policies.get(policy)), policies, DAY, false);
            for (int row = 0; row < rows.size(); row++) {
                if (segment.standing(policy, row) != Standing.NEAR) {
                    continue;
                }
                seen++;
                Firm firm = rows.get(row).firm();
                Answer answer = match.of(firm).getFirst();
                assertThat(answer.failing())
                        .as("%s, row %d, seed %d", policies.get(policy).fullName(), row, seed)
                        .hasSize(1);
                assertThat(answer.step().words())
                        .as("%s, row %d, seed %d", policies.get(policy).fullName(), row, seed)
                        .isNotEmpty()
                        .doesNotContain(".上年", "职工总数比要求多", "收入比要求多");
                assertThat(answer.step().near()).isTrue();
                assertThat(segment.holds(policy, row)).isFalse();
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    @Test
    void theListBehindEveryNumberHasThatManyRows() {
        List<Policy> policies = pack.inForce(DAY);
        List<Segment.Row> rows = rows(11, 400);
        var board = new Board(DAY, policies, List.of(Segment.of(rows, policies, DAY, 1)), 0);
        for (Policy policy : policies) {
            for (CriterionTally each : board.criteria(policy)) {
                String id = each.criterion().id();
                Map<CriterionAnswer, Integer> counted = Map.of(
                        CriterionAnswer.MET, each.met() + each.notAsked(),
                        CriterionAnswer.NOT_MET, each.notMet(),
                        CriterionAnswer.OPEN, each.open());
                counted.forEach((answer, number) -> assertThat(board.enterprises(policy, id, answer))
                        .as("%s %s %s", policy.fullName(), id, answer)
                        .hasSize(number));
                assertThat(board.enterprises(policy, Standing.NEAR, id, false))
                        .as("%s %s alone", policy.fullName(), id)
                        .hasSizeGreaterThanOrEqualTo(each.alone());
            }
            for (FunnelStep step : board.funnel(policy)) {
                assertThat(board.fallen(policy, step.criterion().id())).hasSize(step.fallen());
                assertThat(board.left(policy, step.criterion().id())).hasSize(step.left());
            }
            Set<Long> all = new HashSet<>();
            rows.forEach(row -> all.add(row.id()));
            Set<Long> holders = board.holders(policy, all);
            assertThat(Arrays.stream(board.enterprises(policy, Standing.NEAR, null, false)))
                    .noneMatch(holders::contains);
        }
    }

    private static List<Segment.Row> rows(long seed, int count) {
        List<Firm> firms =
                MadeRegion.of(seed, count).firms().map(made -> made.firm()).toList();
        return IntStream.range(0, count)
                .mapToObj(i -> new Segment.Row(1 + i, firms.get(i), i % 10))
                .toList();
    }
}
