package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
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
                        Phrase.of(
                                "示例「{0}」的基准日 {1} 不在本版本有效期内",
                                "example \"{0}\" is of {1}, when this version does not apply",
                                example.name(),
                                example.asOf())));
                continue;
            }
            PolicyFile set = withParameters(policy, example);
            if (set.policy().isEmpty()) {
                continue;
            }
            problems.addAll(set.problems()); // of values given here; those of the file are in already
            Decision decision = interpreter.decide(
                    set.policy().get(), new Firm("example", example.name(), example.firm()), example.asOf());
            for (Phrase difference : differences(example, decision)) {
                problems.add(new PolicyProblem(
                        example.place(),
                        ProblemCode.FAILING_EXAMPLE,
                        Phrase.of("示例「{0}」：{1}", "example \"{0}\": {1}", example.name(), difference)));
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
    private static List<Phrase> differences(Example example, Decision decision) {
        List<Phrase> differences = new ArrayList<>();
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

    private static Optional<Phrase> criterion(String id, Finding.Kind kind, List<CriterionFinding> all) {
        CriterionFinding found = all.stream()
                .filter(one -> one.criterion().id().equals(id))
                .findFirst()
                .orElse(null);
        Finding finding = found == null ? null : found.finding();
        boolean same = finding != null && finding.kind() == kind;
        return same || (found != null && isOpen(found.finding(), Combination.passes(found.criterion())))
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "「{0}」应为{1}，实际{2}", "expects \"{0}\" {1}, found {2}", id, said(kind), words(finding)));
    }

    /** Whether an answer is missing only because of something unreadable. */
    private static boolean isOpen(Finding finding, Condition condition) {
        boolean settled = switch (finding.kind()) {
            case MET, NOT_MET, NOT_APPLICABLE -> true;
            case UNKNOWN, MANUAL -> false;
        };
        return !settled && Unreadable.in(condition);
    }

    private static Optional<Phrase> outcome(Finding.Kind expected, Decision decision) {
        if (decision.outcome().kind() == expected
                || isOpen(decision.outcome(), decision.policy().condition())) {
            return Optional.empty();
        }
        List<Phrase> why = decision.criteria().parts().stream()
                .filter(part -> part.finding().kind() != Finding.Kind.MET)
                .filter(part -> !isOpen(part.finding(), Combination.passes(part.criterion())))
                .map(part -> Phrase.of("「{0}」{1}", "{0} {1}", part.criterion().id(), words(part.finding())))
                .toList();
        return Optional.of(Phrase.of(
                "应为{0}，实际{1}{2}",
                "expects {0}, found {1}{2}",
                said(expected),
                words(decision.outcome()),
                why.isEmpty() ? Phrase.NOTHING : Phrase.of("（{0}）", " ({0})", joined(why, "；", "; "))));
    }

    private static Optional<Phrase> title(String title, Finding.Kind expected, Decision decision) {
        Finding found = decision.grants().stream()
                .filter(one -> one.grant().title().equals(title))
                .map(GrantFinding::finding)
                .findFirst()
                .orElse(null);
        return found != null
                        && (found.kind() == expected
                                || isOpen(found, decision.policy().condition()))
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "称号「{0}」应为{1}，实际{2}", "expects \"{0}\" {1}, found {2}", title, said(expected), words(found)));
    }

    private static Phrase words(@Nullable Finding finding) {
        return switch (finding) {
            case null -> new Phrase("没有这一项", "no such criterion");
            case Finding.Unknown unknown ->
                Phrase.of(
                        "为缺少数据，缺{0}{1}",
                        "unknown, missing {0}{2}",
                        missing(unknown.missing()),
                        unknown.reasons().isEmpty() ? "" : "（" + String.join("；", unknown.reasons()) + "）",
                        unknown.reasons().isEmpty() ? "" : " (" + quoted(unknown.reasons(), "; ") + ")");
            case Finding.Manual manual -> Phrase.of("为需人工确认：{0}", "manual: {0}", set(manual.items()));
            case Finding other -> Phrase.of("为{0}", "{0}", said(other.kind()));
        };
    }

    private static Optional<Phrase> score(String id, List<BigDecimal> expected, Decision decision) {
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
                : Optional.of(Phrase.of(
                        "「{0}」应得 {1} 分，实际{2}",
                        "expects {1} points for \"{0}\", found {2}",
                        id,
                        span(
                                expected.getFirst().toPlainString(),
                                expected.getLast().toPlainString()),
                        found.map(line -> Phrase.of(
                                        "得 {0} 分",
                                        "{0}",
                                        span(
                                                line.points().low().toString(),
                                                line.points().high().toString())))
                                .orElse(new Phrase("没有这一行", "no such line"))));
    }

    private static Optional<Phrase> benefit(String id, List<BigDecimal> expected, Decision decision) {
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
                    : Optional.of(Phrase.of(
                            "合计应为 {0} 元，实际 {1} 元",
                            "expects {0} 元 in total, found {1}",
                            span(
                                    expected.getFirst().toPlainString(),
                                    expected.getLast().toPlainString()),
                            money(total.least(), total.most())));
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
                : Optional.of(Phrase.of(
                        "「{0}」应为 {1} 元，实际{2}",
                        "expects {1} 元 of \"{0}\", found {2}",
                        id,
                        span(
                                expected.getFirst().toPlainString(),
                                expected.getLast().toPlainString()),
                        found.map(benefit -> Phrase.of("为 {0} 元", "{0}", money(benefit.least(), benefit.most())))
                                .orElse(new Phrase("没有这项优惠", "no such benefit"))));
    }

    private static boolean isUnreadable(BenefitFinding finding) {
        return Stream.concat(finding.benefit().amount().stream(), finding.benefit().when().stream())
                .anyMatch(Unreadable::in);
    }

    private static boolean same(Rational value, BigDecimal expected) {
        return value.equals(Rational.of(expected));
    }

    private static Optional<Phrase> missing(List<String> expected, Finding outcome) {
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
                : Optional.of(Phrase.of(
                        "应当补上「{0}」就能判断，实际{1}",
                        "expects that \"{0}\" would settle it, found {1}",
                        wanted,
                        sets.isEmpty()
                                ? new Phrase("什么也不缺", "nothing missing")
                                : Phrase.of("缺{0}", "{0}", missing(sets.values()))));
    }

    private static Phrase said(Finding.Kind kind) {
        return new Phrase(kind.chinese(), kind.word());
    }

    private static Phrase joined(List<Phrase> parts, String chinese, String english) {
        return new Phrase(
                parts.stream().map(Phrase::chinese).collect(Collectors.joining(chinese)),
                parts.stream().map(Phrase::english).collect(Collectors.joining(english)));
    }

    /** Sets of which each would settle it. */
    private static Phrase missing(Collection<Set<Missing>> sets) {
        return sets.isEmpty()
                ? new Phrase("的不是数据", "no fact")
                : joined(sets.stream().map(Examples::set).toList(), "，或", ", or ");
    }

    /** The things of one set, in one order always. */
    private static Phrase set(Set<Missing> set) {
        List<String> words = set.stream().map(Object::toString).sorted().toList();
        return new Phrase("「" + String.join("」「", words) + "」", quoted(words, " and "));
    }

    private static String quoted(List<String> words, String between) {
        return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(between));
    }

    /** One value, or both ends. */
    private static Phrase span(String least, String most) {
        return least.equals(most) ? new Phrase(least, least) : Phrase.of("{0} 至 {1}", "{0} to {1}", least, most);
    }

    private static Phrase money(Rational least, @Nullable Rational most) {
        return most == null ? Phrase.of("{0} 以上", "{0} or more", least) : span(least.toString(), most.toString());
    }

    private static String names(Set<Missing> set) {
        return String.join(" ", set.stream().map(Object::toString).sorted().toList());
    }
}
