package org.lingqu.engine.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.check.Samples;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.pack.Policy;

class InterpreterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private static Finding ask(String condition, String firm) {
        return ask(Samples.requiring(condition), firm);
    }

    private static Finding ask(Policy policy, String firm) {
        return new Interpreter(Samples.facts())
                .decide(policy, Samples.firm(firm), DAY)
                .outcome();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    复合增长率(营业收入, 2) >= 0.05 | 营业收入: {2023: 5400万元, 2025: 6000万元}                  | MET
                    复合增长率(营业收入, 3) >= 0.2  | 营业收入: {2022: 1000万元, 2025: 1728万元}                  | MET
                    复合增长率(营业收入, 3) > 0.2   | 营业收入: {2022: 1000万元, 2025: 1728万元}                  | NOT_MET
                    复合增长率(营业收入, 3) >= 0.2  | 营业收入: {2022: 1000万元, 2025: 17279999.99元}             | NOT_MET
                    复合增长率(营业收入, 3) >= 0.2  | 营业收入: {2022: 0, 2025: 17279999.99元}                    | UNKNOWN
                    成长率(净资产) = 0.3            | 净资产: {2023: 1000万元, 2024: 1300万元, 2025: 1690万元}    | MET
                    成长率(净资产) = 0              | 净资产: {2023: 500万元, 2024: 0, 2025: 300万元}             | MET
                    成长率(净资产) = 0.05           | '成立日期: 2024-03-01, 净资产: {2024: 800万元, 2025: 840万元}' | MET
                    成长率(净资产) = 0.05           | '净资产: {2024: 800万元, 2025: 840万元}'                    | UNKNOWN
                    研发费用.近三年 >= 3 * 元       | '研发费用: {2024: 1元, 2025: 2元}'                          | UNKNOWN
                    研发费用.近三年 >= 3 * 元       | '成立日期: 2024-12-31, 研发费用: {2024: 1元, 2025: 2元}'    | MET
                    研发费用.近三年 >= 3 * 元       | '成立日期: 2023-12-31, 研发费用: {2024: 1元, 2025: 2元}'    | UNKNOWN
                    研发费用.近三年 >= 3 * 元       | '研发费用: {2023: 0, 2024: 1元, 2025: 2元}'                 | MET
                    研发费用.上年 / 销售收入.上年 >= 0.03 | '研发费用: {2025: 3元}, 销售收入: {2025: 0}'          | UNKNOWN
                    满年数(成立日期) <= 10          | 成立日期: 2015-05-02                                        | MET
                    满年数(成立日期) < 11           | 成立日期: 2015-05-01                                        | NOT_MET
                    平均增长率(营业收入, 2) >= 0.25 | 营业收入: {2023: 300元, 2024: 400元, 2025: 466.66元}        | NOT_MET
                    """)
    void computesExactly(String condition, String firm, Finding.Kind kind) {
        assertThat(ask(condition, "firm: {" + firm + "}").kind()).isEqualTo(kind);
    }

    @Test
    void namesTheSetsThatWouldSettleIt() {
        Finding finding = ask("研发费用.近三年 >= 3 * 元 or 居民企业", "firm: {研发费用: {2024: 1元, 2025: 2元}}");
        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Unknown.class,
                        unknown -> assertThat(unknown.missing())
                                .containsExactlyInAnyOrder(
                                        Set.of(new Missing.MissingFact(FactRef.of("居民企业"))),
                                        Set.of(new Missing.MissingFact(FactRef.of("成立日期"))),
                                        Set.of(new Missing.MissingFact(new FactRef("研发费用", 3)))));
    }

    @Test
    void aKnownZeroBaseIsUnknownForAReasonAndNoFactHelps() {
        Finding finding = ask("研发费用.上年 / 销售收入.上年 >= 0.03", "firm: {研发费用: {2025: 3元}, 销售收入: {2025: 0}}");
        assertThat(finding).isInstanceOfSatisfying(Finding.Unknown.class, unknown -> {
            assertThat(unknown.missing()).isEmpty();
            assertThat(unknown.reasons()).containsExactly("分母为零：销售收入.上年");
        });
    }

    private static final String SCORED = """
            score:
              article: 一
              items:
                - {id: a, label: 甲, of: 科技人员.上年 / 职工总数.上年, bands: {">= 0.3": 20, "[0.1..0.3)": 10, "< 0.1": 0}}
                - {id: b, label: 乙, of: Ⅰ类知识产权, bands: {">= 1": 50, "< 1": 0}}
                - {id: c, label: 丙, judged: [0, 10]}
            criteria:
              - {id: total, article: 一, require: 得分 >= 60}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ⅰ类知识产权: 1, 科技人员: {2025: 10}, 职工总数: {2025: 100} | MET
                    Ⅰ类知识产权: 0, 科技人员: {2025: 90}, 职工总数: {2025: 100} | NOT_MET
                    Ⅰ类知识产权: 1, 科技人员: {2025: 1}, 职工总数: {2025: 100}  | MANUAL
                    Ⅰ类知识产权: 1                                              | UNKNOWN
                    科技人员: {2025: 90}, 职工总数: {2025: 100}                 | UNKNOWN
                    Ⅰ类知识产权: 0                                              | NOT_MET
                    """)
    void aTotalCountsOnlyWhatIsCertain(String firm, Finding.Kind kind) {
        assertThat(ask(Samples.policy(SCORED), "firm: {" + firm + "}").kind()).isEqualTo(kind);
    }

    private static final String QUESTIONS = """
            criteria:
              - id: out
                article: 一
                none:
                  - {id: pollutes, ask: 是否有污染事故？}
              - {id: visited, article: 二, ask: 是否通过现场核查？}
              - {id: resident, article: 三, require: 居民企业}
            """;

    /** A yes to every question and a no to every question both settle it; a no to the first and a yes to the second do not. */
    @Test
    void aMissingFactMattersBetweenQuestionsThatPullApart() {
        Policy policy = Samples.policy(QUESTIONS);
        assertThat(ask(policy, "firm: {}"))
                .isInstanceOfSatisfying(
                        Finding.Unknown.class,
                        unknown -> assertThat(unknown.missing())
                                .contains(Set.of(new Missing.MissingFact(FactRef.of("居民企业")))));
        assertThat(ask(policy, "firm: {居民企业: 是}").kind()).isEqualTo(Finding.Kind.MANUAL);
        assertThat(ask(policy, "firm: {居民企业: 否}").kind()).isEqualTo(Finding.Kind.NOT_MET);
    }

    private static final String JUDGED = """
            score:
              article: 一
              items:
                - {id: a, label: 甲, of: 科技人员.上年 / 职工总数.上年, bands: {">= 0.3": 4, "< 0.3": 0}}
                - {id: b, label: 乙, judged: [0, 10]}
            criteria:
              - {id: total, article: 一, require: 得分 >= 6}
            """;

    /** Ten points would do and none would not; with five the missing line decides. */
    @Test
    void aMissingLineMattersBetweenTheExtremesOfJudgedPoints() {
        Policy policy = Samples.policy(JUDGED);
        assertThat(ask(policy, "firm: {职工总数: {2025: 10}}"))
                .isInstanceOfSatisfying(
                        Finding.Unknown.class,
                        unknown -> assertThat(unknown.reasons()).containsExactly("确认或评分之后还可能需要：科技人员.上年"));
        assertThat(ask(policy, "firm: {科技人员: {2025: 3}, 职工总数: {2025: 10}}").kind())
                .isEqualTo(Finding.Kind.MANUAL);
    }

    @Test
    void aZeroBaseIsNamedOnlyWhereItLeavesSomethingOpen() {
        Finding finding =
                ask("(研发费用.上年 / 销售收入.上年 >= 0.03 or 上市) and 居民企业", "firm: {销售收入: {2025: 0}, 研发费用: {2025: 1元}, 上市: 是}");
        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Unknown.class,
                        unknown -> assertThat(unknown.reasons()).isEmpty());
    }

    @Test
    void benefitsStayBoundedByTheirCaps() {
        Policy policy = Samples.policy("""
                criteria:
                  - {id: a, article: 一, require: 居民企业}
                benefits:
                  - {id: inc, article: 二, says: 增量, amount: "max(0 * 元, 研发费用.上年 - 研发费用.前年) * 0.15", cap: 500 * 万元, per: year}
                  - {id: special, article: 三, says: 特别, amount: 研发费用.上年 * 0.02, cap: 300 * 万元, per: year}
                  - {id: other, article: 四, says: 高企, amount: 研发费用.上年 * 0.2, cap: 700 * 万元, excludes: [inc, special]}
                stacking:
                  - {together: [inc, special], cap: 800 * 万元, article: 五}
                """);
        Decision known = new Interpreter(Samples.facts())
                .decide(policy, Samples.firm("firm: {居民企业: 是, 研发费用: {2024: 3000万元, 2025: 4200万元}}"), DAY);
        assertThat(known.benefits())
                .extracting(b -> b.least().toString())
                .containsExactly("1800000", "840000", "7000000");
        assertThat(known.total().least()).hasToString("7000000");
        assertThat(known.total().chosen()).containsExactly("other");
        Decision open = new Interpreter(Samples.facts())
                .decide(policy, Samples.firm("firm: {居民企业: 是, 研发费用: {2025: 4200万元}}"), DAY);
        assertThat(open.benefits().getFirst().least()).hasToString("0");
        assertThat(open.benefits().getFirst().most()).hasToString("5000000");
    }
}
