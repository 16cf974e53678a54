package org.lingqu.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Effort;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.PeriodRule;

/**
 * What is kept of one kind of party, as the files of the installation declare it.
 *
 * @param names how the column of names is headed, the first one in templates; never empty
 * @param coded whether they bear a credit code
 * @param numbering how they are numbered; null where they are known by their names
 * @param personal whether they are persons, who are shown to staff only
 * @param level name of the fact that is the level or class; empty where there is none
 * @param region name of the fact that is the place, six digits; empty where there is none
 * @param begins name of the fact that is the first day; empty where there is none
 * @param ends name of the fact that is the last day, inclusive; empty where there is none
 * @param facts the dictionary of this kind
 * @param relations in the order of the file; lists show the first
 */
public record PartyDeclaration(
        PartyKind kind,
        List<String> names,
        boolean coded,
        @Nullable Numbering numbering,
        boolean personal,
        String level,
        String region,
        String begins,
        String ends,
        Facts facts,
        List<RelationColumn> relations) {

    public PartyDeclaration {
        names = List.copyOf(names);
        relations = List.copyOf(relations);
    }

    /** Where the files say nothing: a name and nothing else. */
    static PartyDeclaration none(PartyKind kind) {
        return new PartyDeclaration(
                kind,
                List.of(kind.chinese() + "名称"),
                kind == PartyKind.INSTITUTION,
                null,
                kind == PartyKind.TALENT,
                "",
                "",
                "",
                "",
                new Facts(List.of()),
                List.of());
    }

    /** Whether one is known by its number, whatever it is called. */
    public boolean isNumbered() {
        return numbering != null;
    }

    /** How the column of codes or numbers is headed in templates; empty where they bear none. */
    public Optional<String> codeColumn() {
        return numbering != null
                ? Optional.of(numbering.column())
                : coded ? Optional.of(Subject.CREDIT_CODE) : Optional.empty();
    }

    /** Levels there may be, in the dictionary's order. */
    public List<String> levels() {
        Fact fact = facts.get(level);
        return fact == null ? List.of() : fact.codes();
    }

    /** The relation of a column; empty where the kind has none of that name. */
    public Optional<RelationColumn> relation(String column) {
        return relations.stream().filter(each -> each.column().equals(column)).findFirst();
    }

    /** How columns of its lists are understood, and what is typed, on a day. */
    Headers headers(LocalDate asOf, Places places) {
        var ahead = new HashSet<String>(Set.of(ends));
        relations.forEach(each -> ahead.addAll(List.of(each.from(), each.until())));
        return new Headers(columns(), Set.of(), subject(), new ValueRules(asOf, ahead, places));
    }

    Subject subject() {
        var heads = new ArrayList<>(names);
        heads.add("名称");
        return new Subject(kind.chinese(), kind.english(), heads, coded, numbering, true);
    }

    /** The dictionary with what lists have beside it: the others of relations, since when and until when. */
    Facts columns() {
        var all = new ArrayList<Fact>(facts.all());
        for (RelationColumn each : relations) {
            all.add(column(each.column(), FactType.TEXT, each.aliases()));
            all.add(column(each.from(), FactType.DATE, List.of()));
            all.add(column(each.until(), FactType.DATE, List.of()));
        }
        return new Facts(all);
    }

    private static Fact column(String name, FactType type, List<String> aliases) {
        return new Fact(
                name,
                name,
                type,
                "",
                PeriodRule.NONE,
                "",
                Optional.empty(),
                List.of(),
                "",
                aliases,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Effort.NONE,
                "");
    }
}
