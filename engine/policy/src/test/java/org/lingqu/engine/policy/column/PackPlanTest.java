package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.Example;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.Outcome;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.engine.policy.decision.CriterionFinding;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Truth;

/** Columns say of every example of the pack what the interpreter says: of the policy, its criteria and its titles. */
class PackPlanTest {

    private int compared;

    @Test
    void columnsAgreeWithTheInterpreterOnTheExamplesOfThePack() throws IOException {
        PolicyPack pack = PackReader.read(Path.of("../../policies"));
        var interpreter = new Interpreter(pack.facts());
        for (PolicyFile file : pack.files()) {
            Policy policy = file.policy().orElseThrow();
            Map<LocalDate, List<Example>> days = file.examples().stream()
                    .collect(Collectors.groupingBy(Example::asOf, TreeMap::new, Collectors.toList()));
            days.forEach((asOf, examples) -> {
                List<Firm> firms = examples.stream()
                        .map(example -> new Firm(example.name(), example.name(), example.firm()))
                        .toList();
                FirmColumns columns = ColumnBuilder.of(firms);
                if (policy.inForce(asOf)) {
                    var plan = new PolicyPlan(List.of(policy), columns, asOf);
                    Findings findings = plan.run(columns, 1);
                    for (int i = 0; i < firms.size(); i++) {
                        compare(
                                interpreter.decide(policy, firms.get(i), asOf),
                                plan.policies().getFirst(),
                                findings,
                                i);
                    }
                }
            });
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    private void compare(Decision decision, PolicyTests tests, Findings findings, int firm) {
        String place = decision.policy().fullName() + " " + decision.firm();
        same(decision.outcome(), PolicyPlan.outcome(tests, findings, firm), place);
        Map<String, Finding> found = decision.criteria().parts().stream()
                .flatMap(CriterionFinding::all)
                .collect(Collectors.toMap(one -> one.criterion().id(), CriterionFinding::finding));
        for (CriterionTests criterion : tests.criteria()) {
            String id = criterion.criterion().id();
            same(found.get(id), PolicyPlan.outcome(criterion, findings, firm), place + " " + id);
        }
        if (decision.outcome().kind() != Finding.Kind.NOT_APPLICABLE) {
            for (int i = 0; i < tests.grants().size(); i++) {
                same(
                        decision.grants().get(i).finding(),
                        outcome(findings.truth(tests.grants().get(i), firm)),
                        place + " " + decision.grants().get(i).grant().title());
            }
        }
    }

    private static Outcome outcome(Truth truth) {
        return switch (truth) {
            case TRUE -> Outcome.MET;
            case FALSE -> Outcome.NOT_MET;
            case UNKNOWN -> Outcome.OPEN;
        };
    }

    private void same(@org.jspecify.annotations.Nullable Finding finding, Outcome columns, String place) {
        compared++;
        assertThat(columns)
                .as(place)
                .isEqualTo(
                        switch (finding) {
                            case null -> throw new AssertionError(place + ": no finding");
                            case Finding.Met met -> Outcome.MET;
                            case Finding.NotMet not -> Outcome.NOT_MET;
                            case Finding.Unknown unknown -> Outcome.OPEN;
                            case Finding.Manual manual -> Outcome.OPEN;
                            case Finding.NotApplicable beside -> Outcome.NOT_APPLICABLE;
                        });
    }
}
