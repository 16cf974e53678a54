package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.yaml.DidYouMean;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Place;
import org.lingqu.engine.policy.yaml.Scalars;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reads examples: a base firm and cases that differ from it. */
final class ExampleReader {

    /** All benefits of the policy together. */
    static final String TOTAL = "total";

    private static final Set<String> WHOLE = Set.of("score", "audience", TOTAL);

    private final Draft draft;
    private final List<String> granted;
    private final FirmReader firms;

    /** @param granted the titles that the policy grants */
    ExampleReader(Draft draft, List<String> granted) {
        this.draft = draft;
        this.granted = granted;
        this.firms = new FirmReader(draft);
    }

    /** Examples that are sound; one with a problem of its own is left out, because what it then says is no news. */
    List<Example> read(Yaml yaml) {
        var fields = draft.fields(yaml, Phrase.of("「base」和「cases」", "\"base\" and \"cases\""));
        var base = FirmFacts.builder();
        int before = draft.reported();
        LocalDate day = fields.yaml("base").map(value -> base(value, base)).orElse(null);
        boolean baseIsSound = draft.reported() == before;
        List<Example> examples = new ArrayList<>();
        FirmFacts start = base.build();
        List<Yaml> items = fields.items("cases");
        for (Yaml item : items) {
            int reported = draft.reported();
            Optional<Example> example = example(item, start, day);
            if (baseIsSound && draft.reported() == reported) {
                example.ifPresent(examples::add);
            }
        }
        if (items.isEmpty()) {
            none(fields.place());
        }
        fields.close();
        return examples;
    }

    /** Reports that a policy has no examples. */
    void none(Place place) {
        draft.report(
                place,
                ProblemCode.NO_EXAMPLES,
                Phrase.of(
                        "没有示例：没有示例的规则等于没人试过。请补「examples」，里面写「cases」",
                        "no examples: a rule without an example is a rule nobody has tried. Add \"examples\" with \"cases\""));
    }

    private @Nullable LocalDate base(Yaml yaml, FirmFacts.Builder into) {
        var fields = draft.fields(yaml, Phrase.of("各示例共用的企业", "the firm that all cases start from"));
        LocalDate day = fields.date("as-of").orElse(null);
        firms.read(fields, into);
        fields.close();
        return day;
    }

    private Optional<Example> example(Yaml yaml, FirmFacts base, @Nullable LocalDate day) {
        var fields = draft.fields(yaml, Phrase.of("一个示例", "an example"));
        String name = fields.need("name");
        LocalDate asOf = fields.date("as-of").orElse(day);
        var firm = base.toBuilder();
        firms.read(fields, firm);
        Map<String, String> parameters = parameters(fields);
        Optional<Finding.Kind> expect = fields.scalar("expect").flatMap(this::kind);
        Map<String, Finding.Kind> findings = new LinkedHashMap<>();
        for (Yaml.Entry entry : fields.entries("findings")) {
            if (known(entry) && entry.value() instanceof Yaml.Scalar scalar) {
                kind(scalar).ifPresent(kind -> findings.put(entry.key().text(), kind));
            }
        }
        Map<String, List<BigDecimal>> scores = amounts(fields, "scores");
        Map<String, List<BigDecimal>> benefits = amounts(fields, "benefits");
        Map<String, Finding.Kind> titles = titles(fields);
        List<String> missing = fields.words("missing");
        fields.close();
        if (asOf == null) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of("缺少「as-of」，这里和「base」里都没有", "\"as-of\" is missing, here and in \"base\""));
            return Optional.empty();
        }
        if (expect.isEmpty() && findings.isEmpty() && scores.isEmpty() && benefits.isEmpty() && titles.isEmpty()) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of(
                            "示例没写应有的结果；请写「expect」「findings」「scores」「granted」或「benefits」",
                            "the example expects nothing; write \"expect\", \"findings\", \"scores\", \"granted\" or \"benefits\""));
        }
        return Optional.of(new Example(
                fields.place(),
                name,
                asOf,
                firm.build(),
                parameters,
                expect,
                findings,
                scores,
                benefits,
                titles,
                missing));
    }

    private Map<String, Finding.Kind> titles(Fields fields) {
        Map<String, Finding.Kind> titles = new LinkedHashMap<>();
        for (Yaml.Entry entry : fields.entries("granted")) {
            if (!granted.contains(entry.key().text())) {
                draft.report(
                        entry.key().place(),
                        ProblemCode.UNKNOWN_TITLE,
                        Phrase.of(
                                "本政策不授予「{0}」{1}",
                                "this policy grants no \"{0}\".{1}",
                                entry.key().text(),
                                DidYouMean.advice(entry.key().text(), granted)));
            } else if (entry.value() instanceof Yaml.Scalar scalar) {
                kind(scalar).ifPresent(kind -> titles.put(entry.key().text(), kind));
            }
        }
        return titles;
    }

    private Map<String, String> parameters(Fields fields) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Yaml.Entry entry : fields.entries("parameters")) {
            if (known(entry) && entry.value() instanceof Yaml.Scalar scalar) {
                parameters.put(entry.key().text(), scalar.text());
            }
        }
        return parameters;
    }

    private Optional<Finding.Kind> kind(Yaml.Scalar scalar) {
        var words = new TreeSet<String>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            if (kind.word().equals(scalar.text())) {
                return Optional.of(kind);
            }
            words.add(kind.word());
        }
        draft.report(
                scalar.place(),
                ProblemCode.WRONG_VALUE,
                Phrase.of(
                        "结果写 {0} 之一，现在是「{1}」{2}",
                        "a finding is one of {0}; found \"{1}\".{2}",
                        Phrase.list(words),
                        scalar.text(),
                        DidYouMean.advice(scalar.text(), words)));
        return Optional.empty();
    }

    private boolean known(Yaml.Entry entry) {
        String id = entry.key().text();
        boolean known = draft.places().containsKey(id) || WHOLE.contains(id);
        if (!known) {
            draft.report(
                    entry.key().place(),
                    ProblemCode.UNKNOWN_NAME,
                    Phrase.of(
                            "本文件里没有 id「{0}」{1}",
                            "nothing in this file has the id \"{0}\".{1}",
                            id,
                            DidYouMean.advice(id, draft.places().keySet())));
        }
        return known;
    }

    /** Points or money: one value, or the certain and the possible one. */
    private Map<String, List<BigDecimal>> amounts(Fields fields, String key) {
        Map<String, List<BigDecimal>> amounts = new LinkedHashMap<>();
        for (Yaml.Entry entry : fields.entries(key)) {
            List<Yaml> items = entry.value() instanceof Yaml.Sequence list ? list.items() : List.of(entry.value());
            List<BigDecimal> numbers = items.stream()
                    .flatMap(item -> item instanceof Yaml.Scalar scalar ? amount(scalar.text(), key) : Stream.empty())
                    .toList();
            if (!known(entry)) {
                continue;
            }
            if (numbers.size() != items.size() || numbers.isEmpty() || numbers.size() > 2) {
                draft.report(
                        entry.value().place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "写一个值，或确定的和可能的两个，如 [58, 74]{0}",
                                "one value, or the certain and the possible one like [58, 74]{0}",
                                key.equals("benefits")
                                        ? new Phrase("；金额要带单位", ", money with its unit")
                                        : Phrase.NOTHING));
            } else {
                amounts.put(entry.key().text(), List.of(numbers.getFirst(), numbers.getLast()));
            }
        }
        return amounts;
    }

    private static Stream<BigDecimal> amount(String text, String key) {
        return (key.equals("benefits") ? Scalars.money(text) : Scalars.number(text)).stream();
    }
}
