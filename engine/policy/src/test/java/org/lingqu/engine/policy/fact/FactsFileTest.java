package org.lingqu.engine.policy.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;

class FactsFileTest {

    @Test
    void theDictionaryOfThePackHasNoProblems() throws IOException {
        var file = FactsFile.read("facts.yaml", Files.readString(Path.of("../../policies/facts.yaml")));
        assertThat(file.problems()).isEmpty();
        assertThat(file.facts().get("研发费用")).isNotNull().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo(FactType.MONEY);
            assertThat(fact.period()).isEqualTo(PeriodRule.YEARLY);
        });
        assertThat(file.facts().called("从业人员")).isSameAs(file.facts().get("职工总数"));
    }

    /** Nobody forgot to say whether it is something that a firm can do. */
    @Test
    void everyYesNoOfThePackSaysItsEffort() throws IOException {
        assertThat(Files.readAllLines(Path.of("../../policies/facts.yaml")))
                .filteredOn(line -> line.contains("type: yes-no"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern("effort: (up|down|none)"));
    }

    @Test
    void figuresAreRaisedByEffortUnlessTheFileSaysOtherwise() {
        var file = FactsFile.read("facts.yaml", """
                facts:
                  甲: {english: a, type: money}
                  乙: {english: b, type: count, effort: down}
                  丙: {english: c, type: yes-no}
                  丁: {english: d, type: date, effort: none}
                  戊: {english: e, type: code, effort: up}
                  己: {english: f, type: yes-no, effort: sideways}
                """);
        assertThat(file.facts().all())
                .extracting(Fact::effort)
                .containsExactly(Effort.UP, Effort.DOWN, Effort.NONE, Effort.NONE, Effort.NONE, Effort.NONE);
        assertThat(file.problems())
                .extracting(PolicyProblem::toString)
                .containsExactly(
                        "facts.yaml:6 WRONG_VALUE: 「effort」的 up、down 只用于金额、数量、比率和是否；类型「code」的事实谁也改不了：写 none 或不写。"
                                + "\"effort\" up or down is for money, counts, ratios and yes-no; a code is moved by nobody:"
                                + " write none or leave it out",
                        "facts.yaml:7 WRONG_VALUE: 「effort」只能是 down、none、up 之一，现在是「sideways」。"
                                + "\"effort\" is one of down, none, up; found \"sideways\".");
    }

    @Test
    void aPartIsPartOfANumberOfItsKind() {
        var file = FactsFile.read("facts.yaml", """
                facts:
                  全部: {english: all, type: count, unit: 人, period: yearly}
                  部分: {english: part, type: count, unit: 人, period: yearly, part-of: 全部}
                  件数: {english: pieces, type: count, unit: 件, period: yearly, part-of: 全部}
                  无主: {english: nobody's, type: count, part-of: 没有}
                """);
        assertThat(file.facts().get("部分"))
                .isNotNull()
                .satisfies(part -> assertThat(part.partOf()).contains("全部"));
        assertThat(file.problems())
                .extracting(problem -> problem.place().line(), PolicyProblem::code)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(4, ProblemCode.WRONG_VALUE),
                        org.assertj.core.api.Assertions.tuple(5, ProblemCode.WRONG_VALUE));
    }

    @Test
    void everyMistakeIsReportedAtOnce() {
        var file = FactsFile.read("facts.yaml", """
                facts:
                  甲: {english: a, type: mony}
                  乙: {type: count, period: yearly, least: few}
                  丙: {english: c, aliases: [甲], colour: red}
                  丁: {english: d, from: [neighbour]}
                """);
        assertThat(file.problems())
                .extracting(PolicyProblem::code)
                .containsExactlyInAnyOrder(
                        ProblemCode.WRONG_VALUE,
                        ProblemCode.MISSING_KEY,
                        ProblemCode.WRONG_VALUE,
                        ProblemCode.DUPLICATE_ID,
                        ProblemCode.UNKNOWN_KEY,
                        ProblemCode.WRONG_VALUE);
        assertThat(file.problems().getFirst().toString())
                .isEqualTo(
                        "facts.yaml:2 WRONG_VALUE: 「type」只能是 code、count、date、list、money、ratio、text、title、yes-no 之一，现在是「mony」。是不是「money」？"
                                + "\"type\" is one of code, count, date, list, money, ratio, text, title,"
                                + " yes-no; found \"mony\". Did you mean \"money\"?");
    }
}
