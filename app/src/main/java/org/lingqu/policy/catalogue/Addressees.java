package org.lingqu.policy.catalogue;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Terms;

/**
 * For whom a policy is, as far as its file can tell. Files have no key for it either, so only what their conditions say for certain
 * is told:
 *
 * <ul>
 *   <li>people, where a condition asks a fact that only a person has;
 *   <li>holders of a title, where the audience or a criterion that everybody has to meet is that title, or one of several;
 *   <li>small and medium enterprises, where such a criterion asks for a size class without 大型, or a title that it grants or asks
 *       for has 中小企业 in its name;
 *   <li>enterprises in general, where none of these holds.
 * </ul>
 *
 * Industry, research and the like are criteria as all others and tell nobody apart here; the region is a filter of its own.
 *
 * @param titles of which one is asked, in the order of the file; empty where none is
 */
public record Addressees(boolean people, boolean small, SequencedSet<String> titles) {

    /** A policy that asks one of these is for people, not for enterprises. */
    private static final Set<String> OF_PEOPLE = Set.of("出生日期", "拟认定人才层次", "引进方式", "年薪");

    private static final String SIZE = "企业规模";
    private static final String LARGE = "大型";
    private static final String SMALL_AND_MEDIUM = "中小企业";

    public Addressees {
        titles = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(titles));
    }

    /** Whether it is for enterprises in general. */
    public boolean anybody() {
        return !people && !small && titles.isEmpty();
    }

    /** Whether a policy is for people, not for enterprises. */
    public static boolean isForPeople(Policy policy) {
        return Terms.facts(policy.condition()).stream().map(FactRef::fact).anyMatch(OF_PEOPLE::contains);
    }

    /** Those of a policy. */
    public static Addressees of(Policy policy) {
        List<Condition> asked = Stream.concat(policy.audience().stream(), Stream.of(policy.criteria()))
                .flatMap(Addressees::required)
                .toList();
        var titles = new LinkedHashSet<String>();
        asked.forEach(condition -> titles.addAll(titles(condition)));
        boolean named = Stream.concat(titles.stream(), policy.titles().stream())
                .anyMatch(each -> each.contains(SMALL_AND_MEDIUM));
        return new Addressees(isForPeople(policy), named || asked.stream().anyMatch(Addressees::isSmall), titles);
    }

    /** What everybody has to meet, without groups of which some parts are enough and without what is asked of some only. */
    private static Stream<Condition> required(Criterion criterion) {
        if (criterion.when().isPresent()) {
            return Stream.empty();
        }
        return criterion instanceof Criterion.Group group && group.combination() == Combination.ALL
                ? group.parts().stream().flatMap(Addressees::required)
                : ands(criterion.condition());
    }

    private static Stream<Condition> ands(Condition condition) {
        return condition instanceof Condition.And(var parts)
                ? parts.stream().flatMap(Addressees::ands)
                : Stream.of(condition);
    }

    /** The titles of which any is enough; empty where something else would do as well. */
    private static List<String> titles(Condition condition) {
        return switch (condition) {
            case Condition.HoldsTitle(var title) -> List.of(title);
            case Condition.Or(var parts)
            when parts.stream().allMatch(Condition.HoldsTitle.class::isInstance) ->
                parts.stream()
                        .map(part -> ((Condition.HoldsTitle) part).title())
                        .toList();
            default -> List.of();
        };
    }

    private static boolean isSmall(Condition condition) {
        return switch (condition) {
            case Condition.CodeIn(var ref, var codes) -> ref.fact().equals(SIZE) && !codes.contains(LARGE);
            case Condition.Derived derived -> isSmall(derived.supplied());
            case Condition.Or(var parts) -> parts.stream().anyMatch(Addressees::isSmall);
            default -> false;
        };
    }
}
