package org.lingqu.engine.policy.check;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Confidence;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Grant;
import org.lingqu.engine.policy.pack.Parameter;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.PolicyId;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.pack.Stacking;
import org.lingqu.engine.policy.pack.Validity;
import org.lingqu.engine.policy.pack.Window;
import org.lingqu.engine.policy.pack.Yield;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Place;
import org.lingqu.engine.policy.yaml.Yaml;
import org.lingqu.engine.policy.yaml.YamlReader;
import org.lingqu.engine.policy.yaml.YamlReading;

/** Reads one policy file and reports everything wrong with it at once. The format is described in docs/policy-files.md. */
public final class PolicyReader {

    private final Facts facts;
    private final Map<String, String> settings;
    private final Derivations derivations;

    public PolicyReader(Facts facts) {
        this(facts, Map.of());
    }

    /**
     * @param settings values of parameters that stand instead of those in the files, as expressions ({@code 0.03}, {@code 300 *
     *     万元}); by {@code policy#parameter}, as {@code 450000/rd-subsidy#band-2}
     */
    public PolicyReader(Facts facts, Map<String, String> settings) {
        this(facts, settings, Derivations.none(facts));
    }

    /** Reads as the files of the pack were read, with the facts that its policies derive. */
    public PolicyReader(PolicyPack pack, Map<String, String> settings) {
        this(pack.facts(), settings, new Derivations(pack.facts(), pack.policies()));
    }

    /** @param derivations the policies that derive facts for the one that is read */
    PolicyReader(Facts facts, Map<String, String> settings, Derivations derivations) {
        this.facts = facts;
        this.settings = Map.copyOf(settings);
        this.derivations = derivations;
    }

    Facts facts() {
        return facts;
    }

    /** The same reader with other values of parameters. */
    PolicyReader with(Map<String, String> others) {
        return new PolicyReader(facts, others, derivations);
    }

    /**
     * Never throws, whatever the text.
     *
     * @param file the path as people know it ({@code policies/cn/high-tech.yaml}); its folder names the region
     */
    public PolicyFile read(String file, String text) {
        var problems = new ArrayList<PolicyProblem>();
        return switch (YamlReader.read(file, text)) {
            case YamlReading.Refused refused -> {
                problems.add(new PolicyProblem(
                        refused.problem().place(),
                        ProblemCode.NOT_YAML,
                        refused.problem().message()));
                yield new PolicyFile(file, Optional.empty(), List.of(), Map.of(), problems);
            }
            case YamlReading.Read(Yaml.Mapping root) -> policy(file, root, problems);
            case YamlReading.Read(Yaml other) -> {
                problems.add(new PolicyProblem(
                        other.place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "这里要写一份政策，有「policy」「criteria」等键；现在是{0}",
                                "expected a policy with keys such as \"policy\" and \"criteria\", found {0}",
                                other.kind())));
                yield new PolicyFile(file, Optional.empty(), List.of(), Map.of(), problems);
            }
        };
    }

    /** As {@link #read(String, String)}, of a file that is read as YAML already; a what-if changes figures in the tree. */
    public PolicyFile read(String file, Yaml root) {
        return policy(file, root, new ArrayList<>());
    }

    private PolicyFile policy(String file, Yaml root, List<PolicyProblem> problems) {
        var fields = new Fields(root, Phrase.of("一份政策", "a policy"), problems::add);
        PolicyId id = id(fields, file);
        Validity days = validity(fields);
        var draft = new Draft(id, new Scope(facts, derivations.during(days)), problems::add);
        Confidence confidence = Confidence.valueOf(fields.choice("confidence", "K", Words.of(Confidence.values())));
        var outer = new Clause("", "", confidence, fields.text("url"));
        var definitions = new Definitions(draft, settings);
        List<Parameter> parameters = definitions.parameters(fields.items("parameters"), outer);
        List<Yaml.Entry> defined = fields.entries("definitions");
        definitions.declare(defined);
        Optional<Score> score = fields.yaml("score").map(yaml -> new ScoreReader(draft).read(yaml, outer));
        definitions.finish(defined);
        var criteria = new CriterionReader(draft);
        Optional<Criterion> audience = fields.yaml("audience").map(yaml -> criteria.one(yaml, outer));
        Criterion asked = root(fields, criteria, outer);
        var giver = new BenefitReader(draft);
        List<Benefit> benefits = fields.items("benefits").stream()
                .map(yaml -> giver.benefit(yaml, outer))
                .toList();
        giver.excluded(fields.items("benefits"), benefits);
        List<Stacking> stacking = fields.items("stacking").stream()
                .map(yaml -> giver.stacking(yaml, benefits, outer))
                .toList();
        var granter = new GrantReader(draft);
        List<Grant> granted =
                fields.yaml("grants").map(yaml -> granter.grants(yaml, outer)).orElse(List.of());
        Optional<Yield> yields = fields.yaml("yields").flatMap(yaml -> granter.yields(yaml, id, outer));
        var policy = new Policy(
                id,
                fields.need("version"),
                fields.need("title"),
                fields.has("english") ? fields.text("english") : fields.text("title"),
                fields.words("aliases"),
                fields.need("document"),
                fields.words("issuers"),
                fields.need("region"),
                days,
                fields.has("replaces") ? fields.text("replaces") : null,
                confidence,
                audience,
                asked,
                score,
                parameters,
                granted,
                yields,
                draft.scope().derived(),
                benefits,
                stacking,
                window(fields),
                fields.words("materials"),
                Collections.unmodifiableSequencedMap(new LinkedHashMap<>(draft.questions())),
                fields.words("notes"));
        var exampleReader = new ExampleReader(draft, policy.titles());
        Optional<Yaml> given = fields.yaml("examples");
        if (given.isEmpty()) {
            exampleReader.none(fields.place());
        }
        List<Example> examples = given.map(exampleReader::read).orElse(List.of());
        fields.yaml("replaces");
        fields.close();
        return new PolicyFile(
                file,
                Optional.of(policy),
                examples,
                places(draft, root),
                problems.stream().sorted().toList());
    }

    /** Ids, and the keys of the file behind a {@code @}. */
    private static Map<String, Place> places(Draft draft, Yaml root) {
        Map<String, Place> places = new LinkedHashMap<>(draft.places());
        if (root instanceof Yaml.Mapping map) {
            map.entries()
                    .forEach(entry -> places.putIfAbsent(
                            "@" + entry.key().text(), entry.key().place()));
        }
        return Collections.unmodifiableMap(places);
    }

    private Criterion root(Fields fields, CriterionReader reader, Clause outer) {
        List<Criterion> parts = reader.all(fields.items("criteria"), outer);
        if (parts.isEmpty()) {
            fields.report(
                    fields.place(),
                    ProblemCode.NO_CRITERIA,
                    Phrase.of(
                            "没有条件：什么都不要求的政策，人人都能得到",
                            "no criteria: a policy that asks nothing would be granted to everybody"));
        }
        if (parts.isEmpty()) {
            parts = List.of(new Criterion.Check("criteria", outer, Optional.empty(), Unreadable.CONDITION, ""));
        }
        return new Criterion.Group("criteria", outer, Optional.empty(), Combination.ALL, 0, parts);
    }

    private static PolicyId id(Fields fields, String file) {
        Optional<Yaml.Scalar> scalar = fields.needScalar("policy");
        String text = scalar.map(Yaml.Scalar::text).orElse("");
        int slash = text.indexOf('/');
        var id = new PolicyId(slash < 0 ? "" : text.substring(0, slash), text.substring(slash + 1));
        if (scalar.isPresent() && (slash < 1 || slash == text.length() - 1)) {
            fields.report(
                    scalar.get().place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "「policy」要写成 cn/high-tech 这样，现在是「{0}」",
                            "a policy is called like cn/high-tech, found \"{0}\"", text));
        }
        List<String> path = Arrays.asList(file.replace('\\', '/').split("/", -1));
        if (slash > 0 && path.size() > 1 && !path.get(path.size() - 2).equals(id.region())) {
            fields.report(
                    scalar.orElseThrow().place(),
                    ProblemCode.WRONG_PLACE,
                    Phrase.of(
                            "「{0}」应放在文件夹「{1}」，现在在「{2}」",
                            "\"{0}\" belongs into the folder \"{1}\", found in \"{2}\"",
                            text,
                            id.region(),
                            path.get(path.size() - 2)));
        }
        return id;
    }

    private static Validity validity(Fields fields) {
        Optional<Yaml> yaml = fields.yaml("valid");
        if (yaml.isEmpty()) {
            fields.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of("缺少「valid」：从哪一天起有效？", "\"valid\" is missing: from which day does it apply?"));
            return new Validity(LocalDate.MIN, null);
        }
        var inner = new Fields(
                yaml.get(),
                Phrase.of("「from」和「to」", "\"from\" and \"to\""),
                problem -> fields.report(problem.place(), problem.code(), problem.message()));
        inner.needScalar("from");
        LocalDate from = inner.date("from").orElse(LocalDate.MIN);
        LocalDate to = inner.date("to").orElse(null);
        inner.close();
        if (to != null && to.isBefore(from)) {
            fields.report(
                    inner.place(),
                    ProblemCode.WRONG_VALIDITY,
                    Phrase.of("有效期从 {0} 到 {1}，一天也没有", "valid from {0} to {1}, which is no day at all", from, to));
        }
        return new Validity(from, to);
    }

    private static Window window(Fields fields) {
        Optional<Yaml> yaml = fields.yaml("window");
        if (yaml.isEmpty()) {
            return new Window(null, null, "");
        }
        var inner = new Fields(
                yaml.get(),
                Phrase.of("「opens」「closes」和「note」", "\"opens\", \"closes\" and \"note\""),
                problem -> fields.report(problem.place(), problem.code(), problem.message()));
        var window = new Window(monthDay(inner, "opens"), monthDay(inner, "closes"), inner.text("note"));
        inner.close();
        return window;
    }

    private static @Nullable MonthDay monthDay(Fields fields, String key) {
        Optional<Yaml.Scalar> scalar = fields.scalar(key);
        if (scalar.isEmpty()) {
            return null;
        }
        try {
            return MonthDay.parse("--" + scalar.get().text());
        } catch (DateTimeParseException e) {
            fields.report(
                    scalar.get().place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "「{0}」写月和日，如 06-01，现在是「{1}」",
                            "\"{0}\" is a day of the year like 06-01, found \"{1}\"",
                            key,
                            scalar.get().text()));
            return null;
        }
    }
}
