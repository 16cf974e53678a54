package org.lingqu.engine.policy.fact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Place;
import org.lingqu.engine.policy.yaml.Yaml;
import org.lingqu.engine.policy.yaml.YamlReader;
import org.lingqu.engine.policy.yaml.YamlReading;

/**
 * Reads the dictionary from its file.
 *
 * @param facts everything that could be read
 * @param titles titles that no policy of the pack grants but conditions may ask for
 * @param places where each fact is declared
 * @param problems everything wrong with the file, in its order
 */
public record FactsFile(Facts facts, Set<String> titles, Map<String, Place> places, List<PolicyProblem> problems) {

    /** @param file the file's name, for messages */
    public static FactsFile read(String file, String text) {
        var problems = new ArrayList<PolicyProblem>();
        List<Fact> facts = new ArrayList<>();
        var places = new HashMap<String, Place>();
        var titles = new TreeSet<String>();
        switch (YamlReader.read(file, text)) {
            case YamlReading.Refused refused ->
                problems.add(new PolicyProblem(
                        refused.problem().place(),
                        ProblemCode.NOT_YAML,
                        refused.problem().message()));
            case YamlReading.Read read -> {
                var fields = new Fields(read.root(), Phrase.of("数据字典", "the dictionary"), problems::add);
                var called = new HashMap<String, String>();
                for (Yaml.Entry entry : fields.entries("facts")) {
                    Fact fact = fact(entry, problems);
                    places.putIfAbsent(fact.name(), entry.key().place());
                    if (isNew(fact, entry, called, problems)) {
                        facts.add(fact);
                    }
                }
                wholes(facts, places, problems);
                titles.addAll(fields.words("titles"));
                fields.close();
            }
        }
        return new FactsFile(
                new Facts(facts),
                Set.copyOf(titles),
                Map.copyOf(places),
                problems.stream().sorted().toList());
    }

    private static Fact fact(Yaml.Entry entry, List<PolicyProblem> problems) {
        var fields = new Fields(entry.value(), Phrase.of("一个事实", "a fact"), problems::add);
        FactType type = FactType.valueOf(enumName(fields.choice("type", "text", words(FactType.values()))));
        PeriodRule period = PeriodRule.valueOf(enumName(fields.choice("period", "none", words(PeriodRule.values()))));
        var fact = new Fact(
                entry.key().text().isEmpty() ? "?" : entry.key().text(),
                fields.need("english"),
                type,
                type == FactType.MONEY ? "元" : fields.text("unit"),
                period,
                fields.text("meaning"),
                fields.number("least"),
                fields.words("codes"),
                pattern(fields),
                fields.words("aliases"),
                suppliers(fields),
                Optional.of(fields.text("part-of")).filter(whole -> !whole.isEmpty()),
                derived(fields),
                effort(fields, type),
                fields.text("source"));
        fields.close();
        return fact;
    }

    /** A part and its whole are numbers of one kind for the same time. */
    private static void wholes(List<Fact> facts, Map<String, Place> places, List<PolicyProblem> problems) {
        var known = new Facts(facts);
        for (Fact part : facts) {
            part.partOf().ifPresent(name -> {
                Fact whole = known.get(name);
                if (whole == null || !isWhole(whole, part)) {
                    problems.add(new PolicyProblem(
                            java.util.Objects.requireNonNull(places.get(part.name())),
                            ProblemCode.WRONG_VALUE,
                            Phrase.of(
                                    "「{0}」只能是另一个同类型、同单位、同期间数值的一部分；「{1}」{2}",
                                    "\"{0}\" can only be a part of another number of the same type, unit and period; \"{1}\" {2}",
                                    part.name(),
                                    name,
                                    whole == null
                                            ? new Phrase("没有定义", "is not known")
                                            : new Phrase("不是这样的数值", "is none"))));
                }
            });
        }
    }

    private static boolean isWhole(Fact whole, Fact part) {
        return !whole.name().equals(part.name())
                && part.type().isNumber()
                && whole.type() == part.type()
                && whole.unit().equals(part.unit())
                && whole.period() == part.period();
    }

    private static String pattern(Fields fields) {
        Optional<Yaml.Scalar> pattern = fields.scalar("pattern");
        try {
            pattern.ifPresent(scalar -> Pattern.compile(scalar.text()));
            return pattern.map(Yaml.Scalar::text).orElse("");
        } catch (PatternSyntaxException e) {
            fields.report(
                    pattern.orElseThrow().place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "「pattern」是正则表达式，如 [0-9]{6}，现在是「{0}」",
                            "\"pattern\" is a regular expression such as [0-9]{6}, found \"{0}\"",
                            pattern.orElseThrow().text()));
            return "";
        }
    }

    private static Optional<Fact.Derived> derived(Fields fields) {
        String rule = fields.choice("supplied", "stands-in", Set.of("stands-in", "wins"));
        if (fields.has("supplied") && !fields.has("derived-by")) {
            fields.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of(
                            "「supplied」说明推出的事实遇到填报值时怎么算；缺少「derived-by」",
                            "\"supplied\" says what a supplied value of a derived fact counts; \"derived-by\" is missing"));
        }
        String by = fields.text("derived-by");
        return by.isEmpty() ? Optional.empty() : Optional.of(new Fact.Derived(by, rule.equals("wins")));
    }

    private static Effort effort(Fields fields, FactType type) {
        String usual = word(Effort.usual(type));
        Effort effort = Effort.valueOf(enumName(fields.choice("effort", usual, words(Effort.values()))));
        if (effort != Effort.NONE && !Effort.canMove(type)) {
            fields.report(
                    fields.place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "「effort」的 up、down 只用于金额、数量、比率和是否；类型「{0}」的事实谁也改不了：写 none 或不写",
                            "\"effort\" up or down is for money, counts, ratios and yes-no; a {0} is moved by nobody: write none or leave it out",
                            word(type)));
            return Effort.NONE;
        }
        return effort;
    }

    private static Set<Supplier> suppliers(Fields fields) {
        Set<String> allowed = words(Supplier.values());
        var suppliers = EnumSet.noneOf(Supplier.class);
        for (Yaml.Scalar word : fields.scalars("from")) {
            if (allowed.contains(word.text())) {
                suppliers.add(Supplier.valueOf(enumName(word.text())));
            } else {
                fields.report(
                        word.place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "「from」写谁能提供这个事实：{0}；现在是「{1}」",
                                "\"from\" names who can supply the fact: {0}; found \"{1}\"",
                                Phrase.list(allowed),
                                word.text()));
            }
        }
        return suppliers;
    }

    private static boolean isNew(
            Fact fact, Yaml.Entry entry, Map<String, String> called, List<PolicyProblem> problems) {
        List<String> names =
                Stream.concat(Stream.of(fact.name()), fact.aliases().stream()).toList();
        boolean isNew = true;
        for (String name : names) {
            String other = called.putIfAbsent(name, fact.name());
            if (other != null) {
                isNew = false;
                problems.add(new PolicyProblem(
                        entry.key().place(),
                        ProblemCode.DUPLICATE_ID,
                        Phrase.of("「{0}」已经是「{1}」的名称", "\"{0}\" is also a name of \"{1}\"", name, other)));
            }
        }
        return isNew;
    }

    private static Set<String> words(Enum<?>[] values) {
        return Stream.of(values).map(FactsFile::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String enumName(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
