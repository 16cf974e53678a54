package org.lingqu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.column.PolicyPlan.Outcome;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.store.FirmTable;
import org.lingqu.engine.policy.store.ParquetFirms;

/** The whole pack has something to say of the demonstration region. */
class RegionAnswersTest {

    private static final int FIRMS = 6_000;
    private static final MadeRegion REGION = MadeRegion.of(7, FIRMS);

    private static Facts facts = new Facts(List.of());
    private static List<Policy> policies = List.of();
    private static FirmColumns columns = new FirmColumns(0, List.of());

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void makeFirms() throws IOException {
        var pack = PackReader.read(Path.of("../policies"));
        facts = pack.facts();
        policies = pack.inForce(MadeRegion.AS_OF);
        columns = ColumnBuilder.of(REGION.firms().map(MadeFirm::firm).toList());
    }

    @Test
    void firmsMeetMissByOneStepAndLackData() {
        var plan = new PolicyPlan(policies, columns, MadeRegion.AS_OF);
        Findings findings = plan.run(columns, 1);
        PolicyTests highTech = named(plan, "cn/high-tech");
        Map<Outcome, Integer> outcomes = new HashMap<>();
        Map<String, Integer> steps = new HashMap<>();
        for (int firm = 0; firm < FIRMS; firm++) {
            outcomes.merge(PolicyPlan.outcome(highTech, findings, firm), 1, Integer::sum);
            PolicyPlan.oneStepAway(highTech, findings, firm)
                    .ifPresent(step -> steps.merge(step.criterion().id(), 1, Integer::sum));
        }

        assertThat(outcomes.getOrDefault(Outcome.MET, 0)).as("%s", outcomes).isBetween(FIRMS / 200, FIRMS / 25);
        assertThat(outcomes.getOrDefault(Outcome.OPEN, 0)).as("%s", outcomes).isGreaterThan(FIRMS / 100);
        assertThat(steps).containsKeys("staff", "rd", "ht-income", "innovation");
        assertThat(steps.values()).as("%s", steps).allMatch(count -> count < FIRMS / 50);
    }

    @Test
    void policiesOfTheLadderAreMetBySome() {
        var plan = new PolicyPlan(policies, columns, MadeRegion.AS_OF);
        Findings findings = plan.run(columns, 1);

        for (String id : List.of(
                "cn/tech-sme",
                "cn/innovative-sme",
                "cn/srdi",
                "cn/gazelle-screen",
                "cn/rd-super-deduction",
                "cn/high-tech-tax",
                "450000/rd-subsidy",
                "450000/gazelle-library")) {
            PolicyTests policy = named(plan, id);
            assertThat(count(policy, findings, Outcome.MET)).as("meet %s", id).isPositive();
            assertThat(count(policy, findings, Outcome.NOT_MET))
                    .as("miss %s", id)
                    .isPositive();
            assertThat(count(policy, findings, Outcome.OPEN))
                    .as("lack data for %s", id)
                    .isPositive();
        }
    }

    /** What is written is what is held: the file decides as the firms themselves do. */
    @Test
    void parquetGivesTheSameAnswersAsTheFirms() throws IOException, SQLException {
        Path file = folder.resolve("firms.parquet");
        RegionParquet.write(REGION, facts, file);

        FirmTable read = ParquetFirms.read(file, 1);

        assertThat(read.left()).isEmpty();
        assertThat(read.ids()).isEqualTo(REGION.firms().map(MadeFirm::code).toList());
        var plan = new PolicyPlan(policies, columns, MadeRegion.AS_OF);
        var planOfFile = new PolicyPlan(policies, read.columns(), MadeRegion.AS_OF);
        Findings findings = plan.run(columns, 1);
        Findings ofFile = planOfFile.run(read.columns(), 1);
        for (int i = 0; i < plan.policies().size(); i++) {
            for (int firm = 0; firm < FIRMS; firm++) {
                assertThat(PolicyPlan.outcome(planOfFile.policies().get(i), ofFile, firm))
                        .as("%s of firm %d", plan.policies().get(i).policy().fullName(), firm)
                        .isEqualTo(PolicyPlan.outcome(plan.policies().get(i), findings, firm));
            }
        }
    }

    private static long count(PolicyTests policy, Findings findings, Outcome outcome) {
        long count = 0;
        for (int firm = 0; firm < FIRMS; firm++) {
            count += PolicyPlan.outcome(policy, findings, firm) == outcome ? 1 : 0;
        }
        return count;
    }

    private static PolicyTests named(PolicyPlan plan, String id) {
        Optional<PolicyTests> found = plan.policies().stream()
                .filter(tests -> tests.policy().id().toString().equals(id))
                .findFirst();
        return found.orElseThrow();
    }
}
