package org.lingqu.engine.policy.agreement;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lingqu.engine.policy.check.Example;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.BenefitFinding;
import org.lingqu.engine.policy.decision.CriterionFinding;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.ScoreFinding;
import org.lingqu.engine.policy.dmn.DmnModel;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.feel.value.Value;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Truth;

/** Holds what an exported model says, evaluated by whatever engine, against the interpreter's decision. */
public final class DmnAgreement {

    /** Two numbers agree when they are equal to so many decimals: engines keep 34 digits. */
    private static final int DECIMALS = 20;

    private DmnAgreement() {}

    /**
     * A firm that a policy is tried on.
     *
     * @param policy as the example's parameters make it
     */
    public record Case(Policy policy, String name, FirmFacts firm, LocalDate asOf) {}

    /**
     * Every example of a file.
     *
     * @param folder the folder that the pack was read from
     * @throws IOException if a file is no longer there
     */
    public static List<Case> examples(PolicyPack pack, Path folder, PolicyFile file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Example example : file.examples()) {
            policy(pack, folder, file, example)
                    .ifPresent(policy -> cases.add(new Case(policy, example.name(), example.firm(), example.asOf())));
        }
        return cases;
    }

    private static Optional<Policy> policy(PolicyPack pack, Path folder, PolicyFile file, Example example)
            throws IOException {
        if (example.parameters().isEmpty() || file.policy().isEmpty()) {
            return file.policy();
        }
        Map<String, String> settings = new HashMap<>();
        example.parameters()
                .forEach((id, value) -> settings.put(file.policy().get().id() + "#" + id, value));
        String text = Files.readString(folder.toAbsolutePath().normalize().resolveSibling(file.file()));
        return pack.reread(file, text, settings).policy();
    }

    /** The case with one thing less known each: a value, a title, an answer or a judgement. */
    public static List<Case> withLess(Case whole) {
        FirmFacts firm = whole.firm();
        List<FirmFacts> firms = new ArrayList<>();
        firm.values()
                .forEach((fact, years) -> years.keySet()
                        .forEach(year ->
                                firms.add(firm.toBuilder().remove(fact, year).build())));
        firm.titles()
                .keySet()
                .forEach(title -> firms.add(firm.toBuilder().titleUnknown(title).build()));
        firm.answers()
                .keySet()
                .forEach(item -> firms.add(firm.toBuilder().unanswered(item).build()));
        firm.judgements()
                .keySet()
                .forEach(item -> firms.add(firm.toBuilder().unjudged(item).build()));
        return firms.stream()
                .map(less -> new Case(whole.policy(), whole.name() + "，少一项", less, whole.asOf()))
                .toList();
    }

    /** What agreement was looked for: how many values, and which were not the same. */
    public record Compared(int values, List<String> differences) {}

    /** @param answers the value of a decision by its name */
    public static Compared compare(DmnModel model, Case tried, Decision decision, Function<String, Value> answers) {
        Map<String, Value> expected = expected(tried, decision);
        List<String> differences = new ArrayList<>();
        int values = 0;
        for (var entry : expected.entrySet()) {
            boolean exported =
                    model.decisions().stream().anyMatch(node -> node.name().equals(entry.getKey()));
            if (exported) {
                values++;
                Value found = answers.apply(entry.getKey());
                if (!same(entry.getValue(), found)) {
                    differences.add(model.policy().fullName() + " “" + tried.name() + "” " + entry.getKey()
                            + ": expected " + entry.getValue() + ", found " + found);
                }
            }
        }
        return new Compared(values, differences);
    }

    private static Map<String, Value> expected(Case tried, Decision decision) {
        Map<String, Value> expected = new HashMap<>();
        expected.put(DmnModel.OUTCOME, word(decision.outcome()));
        Stream.concat(decision.audience().stream(), Stream.of(decision.criteria()))
                .flatMap(CriterionFinding::all)
                .forEach(one -> expected.put(DmnModel.finding(one.criterion().id()), word(one.finding())));
        decision.score().stream()
                .flatMap(ScoreFinding::all)
                .forEach(line -> expected.put(DmnModel.points(line.score().id()), points(line)));
        for (BenefitFinding benefit : decision.benefits()) {
            String id = benefit.benefit().id();
            expected.put(DmnModel.entitlement(id), word(benefit.entitled()));
            expected.put(DmnModel.amount(id), amount(benefit, new Evaluation(tried.firm(), tried.asOf())));
        }
        decision.grants().forEach(one -> expected.put(DmnModel.grant(one.grant().title()), word(one.finding())));
        return expected;
    }

    private static Value word(Finding finding) {
        return Value.of(finding.kind().word());
    }

    private static Value points(ScoreFinding line) {
        return new Value.Context(Map.of(
                "low", number(line.points().low()),
                "high", number(line.points().high())));
    }

    private static Value number(Rational value) {
        return new Value.Num(value.rounded(DECIMALS));
    }

    private static Value amount(BenefitFinding benefit, Evaluation evaluation) {
        Truth when = benefit.benefit().when().map(evaluation::truth).orElse(Truth.TRUE);
        return switch (when) {
            case FALSE -> Value.of(0);
            case UNKNOWN -> Value.Null.NULL;
            case TRUE ->
                benefit.benefit()
                        .amount()
                        .flatMap(amount -> Optional.ofNullable(evaluation.number(amount)))
                        .map(DmnAgreement::number)
                        .orElse(Value.Null.NULL);
        };
    }

    private static boolean same(Value expected, Value found) {
        if (expected instanceof Value.Num(BigDecimal a) && found instanceof Value.Num(BigDecimal b)) {
            return a.compareTo(b.setScale(DECIMALS, java.math.RoundingMode.HALF_UP)) == 0;
        }
        if (expected instanceof Value.Context(Map<String, Value> a)
                && found instanceof Value.Context(Map<String, Value> b)) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream()
                            .allMatch(entry -> same(entry.getValue(), b.getOrDefault(entry.getKey(), Value.Null.NULL)));
        }
        return expected.equals(found);
    }
}
