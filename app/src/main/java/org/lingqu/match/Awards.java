package org.lingqu.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/**
 * Which policies in force award a title to firms that do not hold it, so that 取得X称号 is told only to whom one of them can give it.
 * Titles need each other in no circle: the check of the pack refuses that.
 */
public final class Awards {

    private final Map<String, List<Policy>> byTitle = new LinkedHashMap<>();

    /** @param policies those in force */
    public Awards(Collection<Policy> policies) {
        var found = new HashMap<String, List<Policy>>();
        for (Policy policy : policies) {
            if (!isReview(policy)) {
                policy.titles()
                        .forEach(title -> found.computeIfAbsent(title, each -> new java.util.ArrayList<>())
                                .add(policy));
            }
        }
        found.forEach((title, awarding) -> byTitle.put(title, List.copyOf(awarding)));
    }

    /** The policies that award a title; empty where none in force does. */
    public List<Policy> of(String title) {
        return byTitle.getOrDefault(title, List.of());
    }

    /** 复核: a policy that is meant for those who hold the title that it grants. */
    public static boolean isReview(Policy policy) {
        return policy.audience()
                .map(audience -> asked(Combination.passes(audience)))
                .filter(asked -> policy.titles().stream().anyMatch(asked::contains))
                .isPresent();
    }

    /** Titles that help to meet something; that a title must not be held does not count. */
    private static Set<String> asked(Term term) {
        var titles = new LinkedHashSet<String>();
        collect(term, titles);
        return titles;
    }

    private static void collect(Term term, Set<String> into) {
        switch (term) {
            case Condition.HoldsTitle holds -> into.add(holds.title());
            case Condition.Not ignored -> {}
            default -> Terms.children(term).forEach(each -> collect(each, into));
        }
    }

    /** The titles of which a criterion asks for one, where it asks for nothing else; else nothing. */
    public static Optional<Set<String>> titlesOf(Criterion criterion) {
        Condition condition = criterion.condition();
        return isOneOfTitles(condition) ? Optional.of(asked(condition)) : Optional.empty();
    }

    private static boolean isOneOfTitles(Condition condition) {
        return switch (condition) {
            case Condition.HoldsTitle ignored -> true;
            case Condition.Or or -> or.conditions().stream().allMatch(Awards::isOneOfTitles);
            default -> false;
        };
    }

    /**
     * Whether a policy can come to a title that a criterion asks for; true of criteria that ask for anything else.
     *
     * @param comes whether a policy that awards a title is met, open or near
     */
    public boolean leaveAWay(Criterion criterion, Predicate<Policy> comes) {
        return titlesOf(criterion)
                .map(titles ->
                        titles.stream().flatMap(title -> of(title).stream()).anyMatch(comes))
                .orElse(true);
    }
}
