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
import org.lingqu.engine.policy.decision.GrantFinding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.Missing;
import org.lingqu.engine.policy.decision.ScoreFinding;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Rational;

/** Tries a policy's examples. */
final class Examples {

    private final PolicyReader reader;
    private final String file;
    private final String text;
    private final Interpreter interpreter;

    /**
     * @param reader what read the file
     * @param text what the file says, read again for examples that set parameters
     */
    Examples(PolicyReader reader, String file, String text) {
        this.reader = reader;
        this.file = file;
        this.text = text;
        this.interpreter = new Interpreter(reader.facts());
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
            if (set.policy().isEmpty()) {
                continue;
            }
            problems.addAll(set.problems()); // of values given here; those of the file are in already
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
        return reader.with(settings).read(file, text);
    }

    /** Where the file says something unreadable that matters, an example says nothing. */
    private static List<String> differences(Example example, Decision decision) {
        List<String> differences = new ArrayList<>();
        example.expect().ifPresent(kind -> outcome(kind, decision).ifPresent(differences::add));
        List<CriterionFinding> all = Stream.concat(decision.audience().stream(), Stream.of(decision.criteria()))
                .flatMap(CriterionFinding::all)
                .toList();
        example.findings().forEach((id, kind) -> criterion(id, kind, all).ifPresent(differences::add));
        example.scores().forEach((id, expected) -> score(id, expected, decision).ifPresent(differences::add));
        example.benefits()
                .forEach((id, expected) -> benefit(id, expected, decision).ifPresent(differences::add));
        example.titles().forEach((title, kind) -> title(title, kind, decision).ifPresent(differences::add));
        if (!Unreadable.in(decision.policy().condition())) {
            missing(example.missing(), decision.outcome()).ifPresent(differences::add);
        }
        return differences;
    }

    private static Optional<String> criterion(String id, Finding.Kind kind, List<CriterionFinding> all) {
        CriterionFinding found = all.stream()
                .filter(one -> one.criterion().id().equals(id))
                .findFirst()
                .orElse(null);
        Finding finding = found == null ? null : found.finding();
        boolean same = finding != null && finding.kind() == kind;
        return same || (found != null && isOpen(found.finding(), Combination.passes(found.criterion())))
                ? Optional.empty()
                : Optional.of("expects \"" + id + "\" " + kind.word() + ", found " + words(finding));
    }

    /** Whether an answer is missing only because of something unreadable. */
    private static boolean isOpen(Finding finding, Condition condition) {
        boolean settled = switch (finding.kind()) {
            case MET, NOT_MET, NOT_APPLICABLE -> true;
            case UNKNOWN, MANUAL -> false;
        };
        return !settled && Unreadable.in(condition);
    }

    private static Optional<String> outcome(Finding.Kind expected, Decision decision) {
        if (decision.outcome().kind() == expected
                || isOpen(decision.outcome(), decision.policy().condition())) {
            return Optional.empty();
        }
        List<String> why = decision.criteria().parts().stream()
                .filter(part -> part.finding().kind() != Finding.Kind.MET)
                .filter(part -> !isOpen(part.finding(), Combination.passes(part.criterion())))
                .map(part -> part.criterion().id() + " " + words(part.finding()))
                .toList();
        return Optional.of("expects " + expected.word() + ", found " + words(decision.outcome())
                + (why.isEmpty() ? "" : " (" + String.join("; ", why) + ")"));
    }

    private static Optional<String> title(String title, Finding.Kind expected, Decision decision) {
        Finding found = decision.grants().stream()
                .filter(one -> one.grant().title().equals(title))
                .map(GrantFinding::finding)
                .findFirst()
                .orElse(null);
        return found != null
                        && (found.kind() == expected
                                || isOpen(found, decision.policy().condition()))
                ? Optional.empty()
                : Optional.of("expects \"" + title + "\" " + expected.word() + ", found " + words(found));
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
        boolean same = found.filter(line -> Unreadable.in(line.score().range())).isPresent()
                || found.filter(line -> same(line.points().low(), expected.getFirst())
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
        if (decision.benefits().stream().anyMatch(Examples::isUnreadable)) {
            return Optional.empty(); // it may exclude others, too
        }
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

    private static boolean isUnreadable(BenefitFinding finding) {
        return Stream.concat(finding.benefit().amount().stream(), finding.benefit().when().stream())
                .anyMatch(Unreadable::in);
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
