package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.decision.BenefitFinding;
import org.lingqu.engine.policy.decision.CriterionFinding;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.Missing;
import org.lingqu.engine.policy.decision.ScoreFinding;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/** Tries a policy's examples. */
final class Examples {

    private final Facts facts;
    private final String file;
    private final String text;
    private final Interpreter interpreter;

    /** @param text what the file says, read again for examples that set parameters */
    Examples(Facts facts, String file, String text) {
        this.facts = facts;
        this.file = file;
        this.text = text;
        this.interpreter = new Interpreter(facts);
    }

    List<PolicyProblem> failures(Policy policy, List<Example> examples) {
        List<PolicyProblem> problems = new ArrayList<>();
        for (Example example : examples) {
            boolean beside =
                    example.expect().filter(Finding.Kind.NOT_APPLICABLE::equals).isPresent();
            if (!beside && !policy.inForce(example.asOf())) {
                problems.add(new PolicyProblem(
                        example.place(),
                        ProblemCode.WRONG_VALIDITY,
                        "example \"" + example.name() + "\" is of " + example.asOf()
                                + ", when this version does not apply"));
                continue;
            }
            PolicyFile set = withParameters(policy, example);
            if (!set.problems().isEmpty() || set.policy().isEmpty()) {
                problems.addAll(set.problems());
                continue;
            }
            Decision decision = interpreter.decide(
                    set.policy().get(), new Firm("example", example.name(), example.firm()), example.asOf());
            for (String difference : differences(example, decision)) {
                problems.add(new PolicyProblem(
                        example.place(),
                        ProblemCode.FAILING_EXAMPLE,
                        "example \"" + example.name() + "\": " + difference));
            }
        }
        return problems;
    }

    /** The policy as the example's parameters make it. */
    private PolicyFile withParameters(Policy policy, Example example) {
        if (example.parameters().isEmpty()) {
            return new PolicyFile(file, Optional.of(policy), List.of(), Map.of(), List.of());
        }
        Map<String, String> settings = new HashMap<>();
        example.parameters().forEach((id, value) -> settings.put(policy.id() + "#" + id, value));
        return new PolicyReader(facts, settings).read(file, text);
    }

    private static List<String> differences(Example example, Decision decision) {
        List<String> differences = new ArrayList<>();
        example.expect().ifPresent(kind -> outcome(kind, decision).ifPresent(differences::add));
        List<CriterionFinding> all = Stream.concat(decision.audience().stream(), Stream.of(decision.criteria()))
                .flatMap(CriterionFinding::all)
                .toList();
        example.findings().forEach((id, kind) -> {
            Finding found = all.stream()
                    .filter(one -> one.criterion().id().equals(id))
                    .map(CriterionFinding::finding)
                    .findFirst()
                    .orElse(null);
            if (found == null || found.kind() != kind) {
                differences.add("expects \"" + id + "\" " + kind.word() + ", found " + words(found));
            }
        });
        example.scores().forEach((id, expected) -> score(id, expected, decision).ifPresent(differences::add));
        example.benefits()
                .forEach((id, expected) -> benefit(id, expected, decision).ifPresent(differences::add));
        missing(example.missing(), decision.outcome()).ifPresent(differences::add);
        return differences;
    }

    private static Optional<String> outcome(Finding.Kind expected, Decision decision) {
        if (decision.outcome().kind() == expected) {
            return Optional.empty();
        }
        List<String> why = decision.criteria().parts().stream()
                .filter(part -> part.finding().kind() != Finding.Kind.MET)
                .map(part -> part.criterion().id() + " " + words(part.finding()))
                .toList();
        return Optional.of("expects " + expected.word() + ", found " + words(decision.outcome())
                + (why.isEmpty() ? "" : " (" + String.join("; ", why) + ")"));
    }

    private static String words(@Nullable Finding finding) {
        return switch (finding) {
            case null -> "no such criterion";
            case Finding.Unknown unknown ->
                "unknown, missing " + unknown.missing() + (unknown.reasons().isEmpty() ? "" : " " + unknown.reasons());
            case Finding.Manual manual -> "manual " + manual.items();
            case Finding other -> other.kind().word();
        };
    }

    private static Optional<String> score(String id, List<BigDecimal> expected, Decision decision) {
        Optional<ScoreFinding> found = decision.score().stream()
                .flatMap(ScoreFinding::all)
                .filter(line -> line.score().id().equals(id))
                .findFirst();
        boolean same = found.filter(line -> same(line.points().low(), expected.getFirst())
                        && same(line.points().high(), expected.getLast()))
                .isPresent();
        return same
                ? Optional.empty()
                : Optional.of("expects " + expected + " points for \"" + id + "\", found "
                        + found.map(line -> line.points().low() + " to "
                                        + line.points().high())
                                .orElse("no such line"));
    }

    private static Optional<String> benefit(String id, List<BigDecimal> expected, Decision decision) {
        if (id.equals(ExampleReader.TOTAL)) {
            var total = decision.total();
            boolean same = same(total.least(), expected.getFirst())
                    && total.most() != null
                    && same(total.most(), expected.getLast());
            return same
                    ? Optional.empty()
                    : Optional.of(
                            "expects " + expected + " 元 in total, found " + total.least() + " to " + total.most());
        }
        Optional<BenefitFinding> found = decision.benefits().stream()
                .filter(benefit -> benefit.benefit().id().equals(id))
                .findFirst();
        boolean same = found.filter(benefit -> same(benefit.least(), expected.getFirst())
                        && benefit.most() != null
                        && same(benefit.most(), expected.getLast()))
                .isPresent();
        return same
                ? Optional.empty()
                : Optional.of("expects "
                        + expected.stream().map(BigDecimal::toPlainString).toList() + " 元 of \"" + id
                        + "\", found "
                        + found.map(benefit ->
                                        benefit.least() + " to " + (benefit.most() == null ? "any" : benefit.most()))
                                .orElse("no such benefit"));
    }

    private static boolean same(Rational value, BigDecimal expected) {
        return value.equals(Rational.of(expected));
    }

    private static Optional<String> missing(List<String> expected, Finding outcome) {
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Set<Missing>> sets = new java.util.LinkedHashMap<>();
        if (outcome instanceof Finding.Unknown unknown) {
            unknown.missing().forEach(set -> sets.put(names(set), set));
        }
        String wanted = String.join(" ", expected.stream().sorted().toList());
        return sets.containsKey(wanted)
                ? Optional.empty()
                : Optional.of("expects that [" + wanted + "] would settle it, found " + sets.keySet());
    }

    private static String names(Set<Missing> set) {
        return String.join(" ", set.stream().map(Object::toString).sorted().toList());
    }
}
