package org.lingqu.engine.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.policy.BothLanguages;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;

class PolicyReaderTest {

    private static final String HEAD = """
            policy: cn/sample
            version: "1"
            title: 示例
            english: Sample
            document: 示〔2026〕1号
            region: "000000"
            valid: {from: 2026-01-01}
            """;

    static List<PolicyProblem> problems(String body) {
        return new PolicyReader(Samples.facts())
                .read("policies/cn/sample.yaml", HEAD + body)
                .problems();
    }

    @Test
    void tenDifferentMistakesAreTenProblems() {
        List<PolicyProblem> problems = problems("""
                criteria:
                  - {id: a, article: 一, require: 研发费.上年 >= 1 * 万元}
                  - {id: b, article: 一, require: 成立日期 >= 10}
                  - {id: c, article: 一, require: 销售收入.上年 >= 5000}
                  - {id: d, article: 一, require: 净资产.近三年 >= 1 * 万元}
                  - {id: d, article: 一, require: 居民企业}
                  - {id: f, require: 居民企业}
                  - id: g
                    article: 一
                    require: 销售收入.上年 / 收入总额.上年
                    at-least: {of: 职工总数.上年, bands: {"< 10": 0.1, "(10..20]": 0.2, "[20..30]": 0.3, "> 30": 0.4}}
                  - {id: h, article: 一, requires: 居民企业}
                  - {id: i, article: 一, require: 企业规模 = "特大型"}
                  - {id: j, article: 一, require: "销售收入.上年 >"}
                  - {id: k, article: 一, require: 增长了(销售收入)}
                  - {id: l, article: 一, confidence: U, require: 销售收入.上年 >= 300 * 万元}
                """);
        BothLanguages.require(problems);
        assertThat(problems)
                .extracting(PolicyProblem::code)
                .contains(
                        ProblemCode.UNKNOWN_FACT,
                        ProblemCode.WRONG_TYPE,
                        ProblemCode.WRONG_UNIT,
                        ProblemCode.WRONG_PERIOD,
                        ProblemCode.DUPLICATE_ID,
                        ProblemCode.MISSING_ARTICLE,
                        ProblemCode.GAP_IN_BANDS,
                        ProblemCode.OVERLAPPING_BANDS,
                        ProblemCode.UNKNOWN_KEY,
                        ProblemCode.UNKNOWN_CODE,
                        ProblemCode.NOT_AN_EXPRESSION,
                        ProblemCode.UNKNOWN_FUNCTION,
                        ProblemCode.UNSURE_CONSTANT,
                        ProblemCode.NO_EXAMPLES);
        assertThat(problems.stream().map(PolicyProblem::toString))
                .contains(
                        "policies/cn/sample.yaml:9 UNKNOWN_FACT: 没有「研发费」这个事实。是不是「研发费用」？\"研发费\" is not a known fact. Did you mean \"研发费用\"?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    研发费用 >= 1 * 万元                   | WRONG_PERIOD
                    成立日期.上年 >= 基准日                | WRONG_PERIOD
                    研发费用.去年 >= 1 * 万元              | WRONG_PERIOD
                    科技人员.上年 >= 销售收入.上年         | WRONG_UNIT
                    科技人员.上年 + 销售收入.上年 >= 3     | WRONG_UNIT
                    科技人员.上年 >= Ⅱ类知识产权           | WRONG_UNIT
                    销售收入.上年                          | WRONG_TYPE
                    居民企业 and 3                         | WRONG_TYPE
                    研发费用.上年 = null                   | WRONG_TYPE
                    复合增长率(营业收入, 9) > 0.1          | WRONG_TYPE
                    有称号(高新技术企业)                   | UNKNOWN_FACT
                    得分 >= 60                             | UNKNOWN_FACT
                    """)
    void aWrongConditionIsReported(String condition, ProblemCode code) {
        assertThat(problems("criteria:\n  - {id: a, article: 一, require: '" + condition + "'}\n"))
                .extracting(PolicyProblem::code)
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "满年数(成立日期) >= 3 and 满年数(成立日期) < 10",
                "研发费用.近三年 / 销售收入.近三年 >= 0.05",
                "销售收入.上年 between 200 * 万元 and 2000 * 万元",
                "企业规模 in (\"中型\", \"小型\", \"微型\")",
                "some p in [\"51\", \"52\"] satisfies starts with(行业代码, p)",
                "not(行业属于(\"51\", \"52\")) and 注册于(\"450100\")",
                "if 规上企业 then 研发费用.上年 > 0 else 研发费用.上年 >= 1 * 元",
                "成立日期 + duration(\"P1Y\") <= 基准日",
                "复合增长率(营业收入, 2) >= 0.05 or 平均增长率(营业收入, 2) >= 0.05",
                "年均(科技成果转化数, 3) >= 1",
                "有称号(\"高新技术企业\", \"科技型中小企业\")"
            })
    void aRightConditionIsNot(String condition) {
        assertThat(problems("criteria:\n  - id: a\n    article: 一\n    require: >-\n      " + condition + "\n"))
                .extracting(PolicyProblem::code)
                .containsExactly(ProblemCode.NO_EXAMPLES);
    }

    @Test
    void aPolicyWithoutCriteriaIsAnError() {
        assertThat(problems("criteria: []\n")).extracting(PolicyProblem::code).contains(ProblemCode.NO_CRITERIA);
    }

    @Test
    void definitionsThatRunInACircleAreReported() {
        assertThat(problems("definitions: {甲: 乙 + 1, 乙: 甲 + 1}\ncriteria:\n  - {id: a, article: 一, require: 甲 > 0}\n"))
                .extracting(PolicyProblem::code)
                .contains(ProblemCode.DEFINITION_CYCLE);
    }

    @Test
    void noTextMakesTheReaderThrow() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        String text = HEAD + "criteria:\n  - {id: a, article: 一, require: 研发费用.近三年 / 销售收入.近三年 >= 0.05}\n";
        for (int i = 0; i < 2000; i++) {
            var broken = new StringBuilder(text);
            for (int j = random.nextInt(4); j >= 0; j--) {
                int at = random.nextInt(broken.length());
                broken.replace(at, Math.min(broken.length(), at + random.nextInt(3)), pieces(random));
            }
            List<PolicyProblem> problems = new PolicyReader(Samples.facts())
                    .read("a/b.yaml", broken.toString())
                    .problems();
            assertThat(problems).as("seed %d, round %d", seed, i).isNotEmpty();
            BothLanguages.require(problems);
        }
    }

    private static String pieces(Random random) {
        String[] pieces = {
            "{", "}", "[", "]", ":", "\n", "  ", "\"", "研", "0", "&", "*", "-", "|", "\u0000", "\uD800", "(", ".."
        };
        return pieces[random.nextInt(pieces.length)];
    }
}
