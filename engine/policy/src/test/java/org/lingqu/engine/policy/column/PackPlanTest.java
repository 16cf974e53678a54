package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.Example;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.check.PolicyReader;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.Outcome;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.engine.policy.decision.CriterionFinding;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.ScoreFinding;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Truth;

/** Columns say of every example of the pack what the interpreter says: policy, criteria, titles, points and amounts. */
class PackPlanTest {

    private static final Path FOLDER = Path.of("../../policies");

    /** As closely as doubles compute a figure of exact parts. */
    private static final double CLOSE = 1e-12;

    private static PolicyPack pack;
    private static List<Case> cases;
    private static Interpreter interpreter;

    private int compared;

    /** A policy as an example sets its parameters, and the firm. */
    private record Case(Policy policy, Firm firm, LocalDate asOf, String name) {}

    @BeforeAll
    static void read() throws IOException {
        pack = PackReader.read(FOLDER);
        interpreter = new Interpreter(pack.facts());
        cases = new ArrayList<>();
        for (PolicyFile file : pack.files()) {
            String text = Files.readString(FOLDER.resolveSibling(file.file()));
            for (Example example : file.examples()) {
                String name = file.file() + ": " + example.name();
                cases.add(new Case(
                        policy(file, text, example),
                        new Firm("example", example.name(), example.firm()),
                        example.asOf(),
                        name));
            }
        }
        assertThat(cases).hasSizeGreaterThan(500);
    }

    private static Policy policy(PolicyFile file, String text, Example example) {
        Policy policy = file.policy().orElseThrow();
        Map<String, String> settings = new HashMap<>();
        example.parameters().forEach((id, value) -> settings.put(policy.id() + "#" + id, value));
        return settings.isEmpty()
                ? policy
                : new PolicyReader(pack.facts(), settings)
                        .read(file.file(), text)
                        .policy()
                        .orElseThrow();
    }

    @Test
    void columnsAgreeWithTheInterpreterOnTheExamplesOfThePack() {
        for (Case one : cases) {
            if (one.policy().inForce(one.asOf())) { // a plan is made of versions in force
                FirmColumns columns = ColumnBuilder.of(List.of(one.firm()));
                var plan = new PolicyPlan(List.of(one.policy()), columns, one.asOf());
                compare(one, plan.policies().getFirst(), plan.run(columns, 1));
            }
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    private void compare(Case one, PolicyTests tests, Findings findings) {
        Decision decision = interpreter.decide(one.policy(), one.firm(), one.asOf());
        same(decision.outcome(), PolicyPlan.outcome(tests, findings, 0), one.name());
        Map<String, Finding> found = Stream.concat(decision.audience().stream(), Stream.of(decision.criteria()))
                .flatMap(CriterionFinding::all)
                .collect(Collectors.toMap(part -> part.criterion().id(), CriterionFinding::finding));
        for (CriterionTests criterion : tests.criteria()) {
            String id = criterion.criterion().id();
            same(found.get(id), PolicyPlan.outcome(criterion, findings, 0), one.name() + " " + id);
        }
        if (decision.outcome().kind() != Finding.Kind.NOT_APPLICABLE) {
            for (int i = 0; i < tests.grants().size(); i++) {
                same(
                        decision.grants().get(i).finding(),
                        outcome(findings.truth(tests.grants().get(i), 0)),
                        one.name() + " " + decision.grants().get(i).grant().title());
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

    private void same(@Nullable Finding finding, Outcome columns, String place) {
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

    @Test
    void columnsComputeTheSamePointsAndAmounts() {
        for (Case one : cases) {
            FirmColumns columns = ColumnBuilder.of(List.of(one.firm()));
            var lowering = new Lowering(one.asOf(), columns::has);
            List<Node.Amount> wanted = new ArrayList<>();
            List<@Nullable Rational> expected = new ArrayList<>();
            points(one).forEach(line -> {
                wanted.add(lowering.lower(line.score().range().low()));
                expected.add(line.points().low());
                wanted.add(lowering.lower(line.score().range().high()));
                expected.add(line.points().high());
            });
            var evaluation = new Evaluation(one.firm().facts(), one.asOf());
            amounts(one).forEach(amount -> {
                wanted.add(lowering.lower(amount));
                expected.add(evaluation.number(amount));
            });
            Findings findings = new Plan(List.of(), wanted, columns.ranges()).run(columns, 1);
            for (int i = 0; i < wanted.size(); i++) {
                same(expected.get(i), findings.amount(i, 0), one.name());
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    private static Stream<ScoreFinding> points(Case one) {
        return interpreter.decide(one.policy(), one.firm(), one.asOf()).score().stream()
                .flatMap(ScoreFinding::all);
    }

    private static Stream<NumberTerm> amounts(Case one) {
        return one.policy().benefits().stream().flatMap(benefit -> benefit.amount().stream());
    }

    private void same(@Nullable Rational expected, @Nullable Double columns, String place) {
        compared++;
        assertThat(columns == null).as(place).isEqualTo(expected == null);
        if (expected != null) {
            double right = expected.toDouble();
            assertThat(Math.abs(Objects.requireNonNull(columns) - right))
                    .as("%s: %s, not %s", place, columns, right)
                    .isLessThanOrEqualTo(CLOSE * Math.max(1, Math.abs(right)));
        }
    }
}
