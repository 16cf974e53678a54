package org.lingqu.engine.policy.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;

/**
 * A mapping whose fields are asked for by name. Whatever is wrong is reported and reading goes on; {@link #close()} reports
 * the keys that nobody asked for.
 */
public final class Fields {

    private final Place place;
    private final Yaml.@Nullable Mapping map;
    private final Consumer<PolicyProblem> problems;
    private final Set<String> asked = new HashSet<>();

    /** @param what the thing that is described here, for messages (一个条件, "a criterion") */
    public Fields(Yaml yaml, Phrase what, Consumer<PolicyProblem> problems) {
        this.place = yaml.place();
        this.problems = problems;
        this.map = yaml instanceof Yaml.Mapping mapping ? mapping : null;
        if (map == null) {
            report(
                    place,
                    ProblemCode.WRONG_VALUE,
                    Phrase.of("这里要写{0}，每行“键: 值”；现在是{1}", "expected {0} with keys, found {1}", what, yaml.kind()));
        }
    }

    public Place place() {
        return place;
    }

    public boolean has(String key) {
        return map != null && map.get(key).isPresent();
    }

    /** The raw value; empty if absent or written without a value. */
    public Optional<Yaml> yaml(String key) {
        asked.add(key);
        return map == null
                ? Optional.empty()
                : map.get(key).filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.isEmpty()));
    }

    /** A word that has to be there; empty text, and a report, if it is not. */
    public String need(String key) {
        return needScalar(key).map(Yaml.Scalar::text).orElse("");
    }

    /** A scalar that has to be there. */
    public Optional<Yaml.Scalar> needScalar(String key) {
        if (map != null && yaml(key).isEmpty()) {
            report(place, ProblemCode.MISSING_KEY, Phrase.of("缺少「{0}」", "\"{0}\" is missing", key));
        }
        return scalar(key);
    }

    public Optional<Yaml.Scalar> scalar(String key) {
        return yaml(key).flatMap(value -> asScalar(key, value));
    }

    /** A word, or empty text. */
    public String text(String key) {
        return scalar(key).map(Yaml.Scalar::text).orElse("");
    }

    public Optional<BigDecimal> number(String key) {
        return scalar(key).flatMap(scalar -> {
            Optional<BigDecimal> number = Scalars.number(scalar.text());
            if (number.isEmpty()) {
                report(
                        scalar.place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "「{0}」要填数字，现在是「{1}」", "\"{0}\" asks for a number, found \"{1}\"", key, scalar.text()));
            }
            return number;
        });
    }

    public Optional<Integer> count(String key) {
        return number(key).flatMap(number -> {
            if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0 || number.precision() > 9) {
                report(
                        place,
                        ProblemCode.WRONG_VALUE,
                        Phrase.of("「{0}」要填整数，现在是「{1}」", "\"{0}\" asks for a whole number, found {1}", key, number));
                return Optional.empty();
            }
            return Optional.of(number.intValueExact());
        });
    }

    public Optional<LocalDate> date(String key) {
        return scalar(key).flatMap(scalar -> {
            try {
                return Optional.of(LocalDate.parse(scalar.text()));
            } catch (DateTimeParseException e) {
                report(
                        scalar.place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "「{0}」要填日期，如 2026-04-01，现在是「{1}」",
                                "\"{0}\" asks for a day like 2026-04-01, found \"{1}\"", key, scalar.text()));
                return Optional.empty();
            }
        });
    }

    /** One of a few words, or the fallback when absent or wrong. */
    public String choice(String key, String fallback, Set<String> allowed) {
        return scalar(key)
                .map(scalar -> {
                    if (allowed.contains(scalar.text())) {
                        return scalar.text();
                    }
                    report(
                            scalar.place(),
                            ProblemCode.WRONG_VALUE,
                            Phrase.of(
                                    "「{0}」只能是 {1} 之一，现在是「{2}」{3}",
                                    "\"{0}\" is one of {1}; found \"{2}\".{3}",
                                    key,
                                    Phrase.list(allowed.stream().sorted().toList()),
                                    scalar.text(),
                                    DidYouMean.advice(scalar.text(), allowed)));
                    return fallback;
                })
                .orElse(fallback);
    }

    /** A list of scalars; one scalar alone is a list of one. */
    public List<Yaml.Scalar> scalars(String key) {
        return yaml(key)
                .map(value -> value instanceof Yaml.Sequence list
                        ? list.items().stream()
                                .flatMap(item -> asScalar(key, item).stream())
                                .toList()
                        : asScalar(key, value).stream().toList())
                .orElse(List.of());
    }

    public List<String> words(String key) {
        return scalars(key).stream().map(Yaml.Scalar::text).toList();
    }

    /** The items of a list; a report if it is something else. */
    public List<Yaml> items(String key) {
        return yaml(key)
                .map(value -> {
                    if (value instanceof Yaml.Sequence list) {
                        return list.items();
                    }
                    report(
                            value.place(),
                            ProblemCode.WRONG_VALUE,
                            Phrase.of(
                                    "「{0}」要写成列表，每项以 - 开头；现在是{1}",
                                    "\"{0}\" asks for a list, found {1}", key, value.kind()));
                    return List.<Yaml>of();
                })
                .orElse(List.of());
    }

    /** The entries of a mapping, each key once; a report if it is something else. */
    public List<Yaml.Entry> entries(String key) {
        return yaml(key)
                .map(value -> {
                    if (value instanceof Yaml.Mapping inner) {
                        return distinct(inner);
                    }
                    report(
                            value.place(),
                            ProblemCode.WRONG_VALUE,
                            Phrase.of(
                                    "「{0}」要写成“键: 值”；现在是{1}",
                                    "\"{0}\" asks for keys and values, found {1}", key, value.kind()));
                    return List.<Yaml.Entry>of();
                })
                .orElse(List.of());
    }

    private List<Yaml.Entry> distinct(Yaml.Mapping inner) {
        var seen = new HashSet<String>();
        var entries = new ArrayList<Yaml.Entry>();
        for (Yaml.Entry entry : inner.entries()) {
            if (seen.add(entry.key().text())) {
                entries.add(entry);
            } else {
                duplicate(entry.key());
            }
        }
        return entries;
    }

    /** Reports keys that were written but not asked for, and keys written twice. */
    public void close() {
        if (map == null) {
            return;
        }
        var seen = new HashSet<String>();
        for (Yaml.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!seen.add(key)) {
                duplicate(entry.key());
            } else if (!asked.contains(key)) {
                report(
                        entry.key().place(),
                        ProblemCode.UNKNOWN_KEY,
                        Phrase.of(
                                "这里没有「{0}」这个键{1}",
                                "\"{0}\" means nothing here.{1}", key, DidYouMean.advice(key, asked)));
            }
        }
    }

    public void report(Place where, ProblemCode code, Phrase message) {
        problems.accept(new PolicyProblem(where, code, message));
    }

    private void duplicate(Yaml.Scalar key) {
        report(
                key.place(),
                ProblemCode.DUPLICATE_KEY,
                Phrase.of("「{0}」写了两次，只留一个", "\"{0}\" is written twice; keep one", key.text()));
    }

    private Optional<Yaml.Scalar> asScalar(String key, Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return Optional.of(scalar);
        }
        report(
                value.place(),
                ProblemCode.WRONG_VALUE,
                Phrase.of(
                        "「{0}」只填一个词或一个数；现在是{1}", "\"{0}\" asks for one word or number, found {1}", key, value.kind()));
        return Optional.empty();
    }
}
