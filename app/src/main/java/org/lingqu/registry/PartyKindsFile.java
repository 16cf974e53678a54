package org.lingqu.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.yaml.DidYouMean;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Yaml;
import org.lingqu.engine.policy.yaml.YamlReader;
import org.lingqu.engine.policy.yaml.YamlReading;

/**
 * The file of kinds, read.
 *
 * @param kinds every kind, those that the file leaves out with a name only
 * @param problems everything that is wrong
 */
record PartyKindsFile(Map<PartyKind, PartyDeclaration> kinds, List<PolicyProblem> problems) {

    private static final String ENTERPRISE = "ENTERPRISE";
    private static final Set<String> KINDS =
            Stream.of(PartyKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CHECKS = Stream.of(Numbering.Check.values())
            .map(check -> check.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> CLASSES =
            Stream.of(RightClass.values()).map(RightClass::chinese).toList();

    PartyKindsFile {
        kinds = Map.copyOf(kinds);
        problems = List.copyOf(problems);
    }

    /** @param facts the dictionary of each kind */
    static PartyKindsFile read(String file, String text, Function<PartyKind, Facts> facts) {
        var problems = new ArrayList<PolicyProblem>();
        var kinds = new EnumMap<PartyKind, PartyDeclaration>(PartyKind.class);
        for (PartyKind kind : PartyKind.values()) {
            kinds.put(kind, PartyDeclaration.none(kind));
        }
        switch (YamlReader.read(file, text)) {
            case YamlReading.Refused refused ->
                problems.add(new PolicyProblem(
                        refused.problem().place(),
                        ProblemCode.NOT_YAML,
                        refused.problem().message()));
            case YamlReading.Read read -> {
                var fields = new Fields(read.root(), Phrase.of("类别文件", "a file of kinds"), problems::add);
                for (Yaml.Entry entry : fields.entries("kinds")) {
                    if (!KINDS.contains(entry.key().text())) {
                        problems.add(new PolicyProblem(
                                entry.key().place(),
                                ProblemCode.WRONG_VALUE,
                                Phrase.of(
                                        "没有「{0}」这个类别{1}",
                                        "there is no kind \"{0}\".{1}",
                                        entry.key().text(),
                                        DidYouMean.advice(entry.key().text(), KINDS))));
                        continue;
                    }
                    PartyKind kind = PartyKind.valueOf(entry.key().text());
                    kinds.put(kind, kind(kind, entry.value(), facts.apply(kind), problems));
                }
                fields.close();
            }
        }
        return new PartyKindsFile(kinds, problems);
    }

    private static PartyDeclaration kind(PartyKind kind, Yaml value, Facts facts, List<PolicyProblem> problems) {
        var fields = new Fields(value, Phrase.of("一个类别", "a kind"), problems::add);
        List<String> names = fields.words("names");
        boolean coded = fields.text("coded").equals("true");
        String level = fact(fields, "level", FactType.CODE, facts);
        var declared = new PartyDeclaration(
                kind,
                names.isEmpty() ? PartyDeclaration.none(kind).names() : names,
                coded,
                numbering(fields, coded, facts.get(level)),
                fields.text("personal").equals("true"),
                level,
                fact(fields, "region", FactType.CODE, facts),
                fact(fields, "begins", FactType.DATE, facts),
                fact(fields, "ends", FactType.DATE, facts),
                facts,
                relations(fields, facts, problems));
        fields.close();
        return declared;
    }

    /** How they are numbered; null where they are not, and where what is said of it cannot be so. */
    private static @Nullable Numbering numbering(Fields fields, boolean coded, @Nullable Fact level) {
        List<String> columns = fields.words("numbered");
        Numbering.Check check =
                Numbering.Check.valueOf(fields.choice("check", "none", CHECKS).toUpperCase(Locale.ROOT));
        if (columns.isEmpty()) {
            if (fields.has("check")) {
                fields.report(
                        fields.place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of("「check」只用于有编号（numbered）的类别", "\"check\" is said of kinds that are numbered"));
            }
            return null;
        }
        if (coded) {
            fields.report(
                    fields.place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "一个类别只能用「coded」或「numbered」之一，请去掉一个",
                            "a kind is either coded or numbered: take one of the two away"));
            return null;
        }
        if (check == Numbering.Check.RIGHT && (level == null || !CLASSES.containsAll(level.codes()))) {
            fields.report(
                    fields.place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "「check: right」要求级别的代码都在 {0} 之中",
                            "\"check: right\" needs a level whose codes are among \"{0}\"", Phrase.list(CLASSES)));
            return null;
        }
        return new Numbering(columns, check, level == null ? "" : level.name());
    }

    /** The name of a fact of the right type; empty, and a report, where there is none. */
    private static String fact(Fields fields, String key, FactType type, Facts facts) {
        String name = fields.text(key);
        Fact fact = facts.get(name);
        if (name.isEmpty() || (fact != null && fact.type() == type && !fact.isYearly())) {
            return name;
        }
        fields.report(
                fields.place(),
                fact == null ? ProblemCode.UNKNOWN_FACT : ProblemCode.WRONG_VALUE,
                Phrase.of(
                        "「{0}」写本类别中不分年份、类型为 {1} 的事实，现在是「{2}」{3}",
                        "\"{0}\" names a fact of this kind without years, of type {1}; found \"{2}\".{3}",
                        key,
                        type.name().toLowerCase(Locale.ROOT),
                        name,
                        DidYouMean.advice(name, facts.names())));
        return "";
    }

    private static List<RelationColumn> relations(Fields fields, Facts facts, List<PolicyProblem> problems) {
        var relations = new ArrayList<RelationColumn>();
        var called = new HashSet<String>(facts.names());
        called.addAll(facts.aliases());
        for (String header : fields.words("numbered")) {
            if (!called.add(header)) {
                fields.report(
                        fields.place(),
                        ProblemCode.DUPLICATE_ID,
                        Phrase.of(
                                "编号列「{0}」与另一列同名",
                                "a column of numbers is called \"{0}\" as another column is", header));
            }
        }
        for (Yaml item : fields.items("relations")) {
            int before = problems.size();
            RelationColumn relation = relation(item, problems);
            Stream.concat(Stream.of(relation.column(), relation.from(), relation.until()), relation.aliases().stream())
                    .filter(name -> !called.add(name))
                    .findFirst()
                    .ifPresent(name -> problems.add(new PolicyProblem(
                            item.place(),
                            ProblemCode.DUPLICATE_ID,
                            Phrase.of("有两列都叫「{0}」", "two columns are called \"{0}\"", name))));
            if (problems.size() == before) {
                relations.add(relation);
            }
        }
        return relations;
    }

    private static RelationColumn relation(Yaml item, List<PolicyProblem> problems) {
        var fields = new Fields(item, Phrase.of("一种关系", "a relation"), problems::add);
        Set<String> roles = Stream.of(RelationRole.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
        String role = fields.choice("role", "member-of", roles);
        var others = EnumSet.noneOf(PartyKind.class);
        List<String> words = fields.words("other");
        for (String word : words) {
            if (KINDS.contains(word)) {
                others.add(PartyKind.valueOf(word));
            } else if (!word.equals(ENTERPRISE)) {
                fields.report(
                        fields.place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "「other」写类别或 ENTERPRISE，现在是「{0}」{1}",
                                "\"other\" names kinds or ENTERPRISE; found \"{0}\".{1}",
                                word,
                                DidYouMean.advice(word, KINDS)));
            }
        }
        var relation = new RelationColumn(
                fields.need("column"),
                fields.words("aliases"),
                RelationRole.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_')),
                fields.text("back").equals("true"),
                fields.text("title"),
                others,
                words.contains(ENTERPRISE));
        fields.close();
        return relation;
    }
}
