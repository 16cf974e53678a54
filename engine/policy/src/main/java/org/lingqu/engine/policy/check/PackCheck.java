package org.lingqu.engine.policy.check;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.PolicyId;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.yaml.DidYouMean;
import org.lingqu.engine.policy.yaml.Place;

/** What can only be seen with all files side by side: versions that overlap, titles that need each other. */
final class PackCheck {

    private PackCheck() {}

    static List<PolicyProblem> problems(List<PolicyFile> files) {
        List<PolicyProblem> problems = new ArrayList<>();
        versions(files, problems);
        titles(files, problems);
        return problems;
    }

    private static void versions(List<PolicyFile> files, List<PolicyProblem> problems) {
        Map<PolicyId, List<PolicyFile>> byId = new TreeMap<>();
        files.forEach(file -> file.policy()
                .ifPresent(policy -> byId.computeIfAbsent(policy.id(), id -> new ArrayList<>())
                        .add(file)));
        for (List<PolicyFile> versions : byId.values()) {
            for (int i = 0; i < versions.size(); i++) {
                for (int j = 0; j < i; j++) {
                    overlap(versions.get(j), versions.get(i), problems);
                }
                replaced(versions.get(i), versions, problems);
            }
        }
    }

    private static void overlap(PolicyFile first, PolicyFile second, List<PolicyProblem> problems) {
        Policy a = first.policy().orElseThrow();
        Policy b = second.policy().orElseThrow();
        if (a.version().equals(b.version())) {
            problems.add(new PolicyProblem(
                    at(second, "@version"),
                    ProblemCode.DUPLICATE_ID,
                    Phrase.of("{0} 在 {1} 里已经有了", "{0} is also in {1}", b.fullName(), first.file())));
        } else if (isDated(a) && isDated(b) && a.validity().overlaps(b.validity())) {
            problems.add(new PolicyProblem(
                    at(second, "@valid"),
                    ProblemCode.OVERLAPPING_VALIDITY,
                    Phrase.of(
                            "{0} 与 {1}（{2}）有几天同时有效；请给较早的版本写上终止日期",
                            "{0} and {1} ({2}) both apply on some day; end the earlier one",
                            b.fullName(),
                            a.fullName(),
                            first.file())));
        }
    }

    /** A version whose days could not be read overlaps nothing. */
    private static boolean isDated(Policy policy) {
        return !policy.validity().from().equals(LocalDate.MIN);
    }

    private static void replaced(PolicyFile file, List<PolicyFile> versions, List<PolicyProblem> problems) {
        Policy policy = file.policy().orElseThrow();
        String replaced = policy.replaces();
        if (replaced != null
                && versions.stream()
                        .noneMatch(
                                other -> other.policy().orElseThrow().version().equals(replaced))) {
            problems.add(new PolicyProblem(
                    at(file, "@replaces"),
                    ProblemCode.UNKNOWN_POLICY,
                    Phrase.of(
                            "{0} 要替代的版本「{1}」不在任何文件里",
                            "{0} replaces version \"{1}\", which no file holds", policy.fullName(), replaced)));
        }
    }

    private static Place at(PolicyFile file, String key) {
        return file.places().getOrDefault(key, new Place(file.file(), 1, 1));
    }

    /** Titles asked that nothing grants and the dictionary does not know: most often a slip of the pen. */
    static List<PolicyProblem> unknownTitles(List<PolicyFile> files, Set<String> declared) {
        Set<String> known = new TreeSet<>(declared);
        files.forEach(file -> file.policy().ifPresent(policy -> known.addAll(policy.titles())));
        List<PolicyProblem> problems = new ArrayList<>();
        for (PolicyFile file : files) {
            file.policy()
                    .ifPresent(policy -> asked(policy).forEach((title, id) -> {
                        if (!known.contains(title)) {
                            problems.add(new PolicyProblem(
                                    at(file, id),
                                    ProblemCode.UNKNOWN_TITLE,
                                    Phrase.of(
                                            "没有政策授予「{0}」，数据字典的「titles」里也没有{1}",
                                            "no policy here grants \"{0}\" and \"titles\" of the dictionary does not list it.{1}",
                                            title,
                                            DidYouMean.advice(title, known))));
                        }
                    }));
        }
        return problems;
    }

    /** Titles by the criterion or benefit that asks for them first. */
    private static Map<String, String> asked(Policy policy) {
        Map<String, String> titles = new LinkedHashMap<>();
        policy.audience().ifPresent(audience -> asked(audience, titles));
        asked(policy.criteria(), titles);
        policy.benefits().forEach(benefit -> {
            benefit.when().ifPresent(when -> asked(when, benefit.id(), titles));
            benefit.amount().ifPresent(amount -> asked(amount, benefit.id(), titles));
        });
        return titles;
    }

    private static void asked(Criterion criterion, Map<String, String> into) {
        if (criterion instanceof Criterion.Group group) {
            group.parts().forEach(part -> asked(part, into));
        } else {
            asked(criterion.condition(), criterion.id(), into);
        }
        criterion.when().ifPresent(when -> asked(when, criterion.id(), into));
    }

    private static void asked(Term term, String id, Map<String, String> into) {
        Terms.each(term, part -> {
            if (part instanceof Condition.HoldsTitle title) {
                into.putIfAbsent(title.title(), id);
            }
        });
    }

    /**
     * Titles that a policy cannot be met without, or that help to meet it: an edge each from the title granted. A title may need
     * itself where some policy grants it to firms that do not hold it yet.
     */
    private static void titles(List<PolicyFile> files, List<PolicyProblem> problems) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Map<String, PolicyFile> granting = new HashMap<>();
        Set<String> fresh = new HashSet<>();
        for (PolicyFile file : files) {
            file.policy()
                    .ifPresent(policy -> policy.titles().forEach(title -> {
                        granting.putIfAbsent(title, file);
                        Set<String> wanted = needed(policy.criteria());
                        if (!wanted.contains(title)) {
                            fresh.add(title);
                        }
                        needs.computeIfAbsent(title, t -> new LinkedHashSet<>()).addAll(wanted);
                    }));
        }
        fresh.forEach(
                title -> needs.getOrDefault(title, new HashSet<>()).remove(title)); // a review renews its own title
        for (String title : needs.keySet()) {
            List<String> circle = circle(title, needs);
            if (!circle.isEmpty()
                    && circle.stream().min(String::compareTo).orElseThrow().equals(title)) {
                problems.add(new PolicyProblem(
                        at(Objects.requireNonNull(granting.get(title)), "@grants"),
                        ProblemCode.TITLE_CYCLE,
                        Phrase.of(
                                "几个称号互为前提，绕成一圈：「{0} → {1}」",
                                "titles need each other in a circle: \"{0} → {1}\"",
                                String.join(" → ", circle),
                                title)));
            }
        }
    }

    private static Set<String> needed(Criterion criterion) {
        Set<String> titles = new LinkedHashSet<>();
        wanted(criterion.condition(), true, titles);
        return titles;
    }

    /** Only titles that help are needed: under "not" a title harms. */
    private static void wanted(Condition condition, boolean helps, Set<String> into) {
        switch (condition) {
            case Condition.Not not -> wanted(not.condition(), !helps, into);
            case Condition.HoldsTitle title -> {
                if (helps) {
                    into.add(title.title());
                }
            }
            default ->
                Terms.children(condition).stream()
                        .filter(Condition.class::isInstance)
                        .forEach(part -> wanted((Condition) part, helps, into));
        }
    }

    /** A way from a title back to itself, without its end; empty if there is none. */
    private static List<String> circle(String start, Map<String, Set<String>> needs) {
        Map<String, String> from = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String title = open.remove();
            for (String next : needs.getOrDefault(title, Set.of())) {
                if (next.equals(start)) {
                    return path(start, title, from);
                }
                if (from.putIfAbsent(next, title) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(String start, String end, Map<String, String> from) {
        Deque<String> path = new ArrayDeque<>();
        for (String at = end; at != null && !at.equals(start); at = from.get(at)) {
            path.push(at);
        }
        path.push(start);
        return List.copyOf(path);
    }
}
