package org.lingqu.engine.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.DerivedValue;
import org.lingqu.engine.policy.decision.GrantFinding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.explain.DecisionText;
import org.lingqu.engine.policy.fact.FactsFile;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.PolicyId;
import org.lingqu.engine.policy.rule.Truth;

/** Facts that one policy works out for others, and titles that depend on what was applied for. */
class DerivedFactTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 10);
    private static PolicyPack pack;

    @BeforeAll
    static void read() throws IOException {
        pack = PackReader.read(Path.of("../../policies"));
    }

    private static Decision decide(String region, String name, String facts) {
        Firm firm = FirmFile.read("firm.yaml", "id: x\nfirm: {" + facts + "}", pack.facts())
                .firm()
                .orElseThrow();
        return new Interpreter(pack.facts())
                .decide(pack.inForce(new PolicyId(region, name), DAY).orElseThrow(), firm, DAY);
    }

    private static DerivedValue size(String facts) {
        return decide("cn", "innovative-sme", facts).derived().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    行业代码: 6513, 职工总数: {2025: 299}, 营业收入: {2025: 12000万元}                    | 中型 | -    | 中型 | false
                    行业代码: 3952, 职工总数: {2025: 15}, 营业收入: {2025: 5000万元}, 企业规模: 小型     | 微型 | 小型 | 微型 | true
                    行业代码: 3952, 职工总数: {2025: 15}, 营业收入: {2025: 5000万元}, 企业规模: 微型     | 微型 | 微型 | 微型 | false
                    行业代码: 3952, 营业收入: {2025: 5000万元}, 企业规模: 小型                           | -    | 小型 | 小型 | false
                    行业代码: 3952, 营业收入: {2025: 5000万元}, 企业规模: 大型                           | -    | 大型 | 大型 | true
                    行业代码: 6620, 职工总数: {2025: 15}, 营业收入: {2025: 5000万元}, 企业规模: 大型     | -    | 大型 | 大型 | false
                    行业代码: 3952                                                                       | -    | -    | -    | false
                    """)
    void theSizeIsDerivedAndASuppliedOneStandsInOrIsContradicted(
            String facts, String computed, String supplied, String used, boolean conflict) {
        DerivedValue size = size(facts);
        assertThat(size.computed()).isEqualTo(computed);
        assertThat(size.supplied()).isEqualTo(supplied);
        assertThat(size.used()).isEqualTo(Optional.ofNullable(used));
        assertThat(size.conflict()).isEqualTo(conflict);
    }

    /** Where nothing is supplied, or the class is not settled, nothing contradicts. */
    @Test
    void columnsTellTheSameConflicts() {
        List<Firm> firms = new ArrayList<>();
        for (String industry : List.of("行业代码: 6513", "行业代码: 3952", "行业代码: 6620", "上市: 是")) {
            for (String staff : List.of("", ", 职工总数: {2025: 15}", ", 职工总数: {2025: 299}", ", 职工总数: {2025: 1500}")) {
                for (String size : List.of("", ", 企业规模: 大型", ", 企业规模: 小型", ", 企业规模: 微型", ", 企业规模: 巨型")) {
                    firms.add(FirmFile.read(
                                    "firm.yaml",
                                    "id: F" + firms.size() + "\nfirm: {" + industry + staff + size
                                            + ", 营业收入: {2025: 5000万元}}",
                                    pack.facts())
                            .firm()
                            .orElseThrow());
                }
            }
        }
        Policy policy = pack.inForce(new PolicyId("cn", "innovative-sme"), DAY).orElseThrow();
        FirmColumns columns = ColumnBuilder.of(firms);
        var plan = new PolicyPlan(List.of(policy), columns, DAY);
        Findings findings = plan.run(columns, 1);
        int test = plan.conflicts().getOrDefault("企业规模", -1);
        var interpreter = new Interpreter(pack.facts());
        for (int i = 0; i < firms.size(); i++) {
            DerivedValue size =
                    interpreter.decide(policy, firms.get(i), DAY).derived().getFirst();
            assertThat(findings.truth(test, i) == Truth.TRUE)
                    .as("%s supplied, %s worked out", size.supplied(), size.computed())
                    .isEqualTo(size.conflict());
        }
        assertThat(findings.countMet(test)).isBetween(10L, 60L);
    }

    @Test
    void aConflictIsToldInWords() {
        Decision decision =
                decide("cn", "innovative-sme", "行业代码: 3952, 职工总数: {2025: 15}, 营业收入: {2025: 5000万元}, 企业规模: 小型");
        assertThat(DecisionText.of(decision, Optional.empty(), pack.facts()))
                .contains("企业规模：填报为小型，按 cn/enterprise-size 算出为微型，两者不一致，以算出的为准");
    }

    @Test
    void everyClassOfTalentHasItsOwnValidity() {
        String person = "用人单位所在地: 450100, 公务员或参公人员: 否, 出生日期: 1980-01-01, 突出贡献: 否, 同行推荐人层次: A,"
                + " 推荐人认定有效: 是, 推荐人同领域: 是, 拟认定人才层次: ";
        assertThat(decide("450100", "high-level-talent", person + "A").grants())
                .filteredOn(grant -> grant.grant().title().equals("南宁市A类人才"))
                .singleElement()
                .extracting(GrantFinding::until)
                .isEqualTo(LocalDate.of(2031, 7, 9));
        assertThat(decide("450100", "high-level-talent", person + "D").grants())
                .filteredOn(grant -> grant.grant().title().equals("南宁市D类人才"))
                .singleElement()
                .extracting(GrantFinding::until)
                .isEqualTo(LocalDate.of(2029, 7, 9));
    }

    @Test
    void aSuppliedValueGoesFirstOnlyWhereTheDictionarySaysSo() {
        String rule = "facts: {规模: {english: size, type: code, derived-by: cn/size%s}}";
        assertThat(FactsFile.read("facts.yaml", rule.formatted("")).facts().get("规模"))
                .satisfies(fact ->
                        assertThat(fact.derived().orElseThrow().suppliedWins()).isFalse());
        assertThat(FactsFile.read("facts.yaml", rule.formatted(", supplied: wins"))
                        .facts()
                        .get("规模"))
                .satisfies(fact ->
                        assertThat(fact.derived().orElseThrow().suppliedWins()).isTrue());
        assertThat(FactsFile.read("facts.yaml", "facts: {规模: {english: size, type: code, supplied: wins}}")
                        .problems())
                .hasSize(1);
    }
}
