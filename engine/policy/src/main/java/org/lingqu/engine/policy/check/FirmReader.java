package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Place;
import org.lingqu.engine.policy.yaml.Scalars;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reads the facts of an example's firm: {@code 销售收入: {2024: 3200万元, 2025: 4200万元}}. */
final class FirmReader {

    private static final Set<String> YES = Set.of("是", "yes", "true", "有");
    private static final Set<String> NO = Set.of("否", "no", "false", "无");
    private static final String SOURCE = "示例";

    private final Facts facts;
    private final Consumer<PolicyProblem> problems;
    private final Function<String, Optional<String>> items;

    /** Items are named by the ids of one policy file. */
    FirmReader(Draft draft) {
        this(
                draft.scope().facts(),
                draft.problems(),
                id -> draft.places().containsKey(id) ? Optional.of(draft.item(id)) : Optional.empty());
    }

    /** @param items what an item is held as, by the name that the file gives it; empty if it names nothing */
    FirmReader(Facts facts, Consumer<PolicyProblem> problems, Function<String, Optional<String>> items) {
        this.facts = facts;
        this.problems = problems;
        this.items = items;
    }

    private void report(Place place, ProblemCode code, Phrase message) {
        problems.accept(new PolicyProblem(place, code, message));
    }

    /** Adds what {@code firm}, {@code titles}, {@code answers} and {@code judged} say. */
    void read(Fields fields, FirmFacts.Builder into) {
        for (Yaml.Entry entry : fields.entries("firm")) {
            fact(entry, into);
        }
        for (Yaml.Entry entry : fields.entries("titles")) {
            title(entry, into);
        }
        for (Yaml.Entry entry : fields.entries("answers")) {
            answer(entry, into);
        }
        for (Yaml.Entry entry : fields.entries("judged")) {
            judgement(entry, into);
        }
    }

    private void fact(Yaml.Entry entry, FirmFacts.Builder into) {
        String name = entry.key().text();
        Fact fact = facts.get(name);
        if (fact == null) {
            report(
                    entry.key().place(),
                    ProblemCode.UNKNOWN_FACT,
                    Phrase.of(
                            "没有「{0}」这个事实{1}",
                            "\"{0}\" is not a known fact.{1}", name, Names.advice(name, facts, facts.names())));
        } else if (!fact.isYearly()) {
            value(fact, FactRef.NO_YEAR, entry.value(), into);
        } else if (entry.value() instanceof Yaml.Mapping years) {
            years.entries().forEach(year -> year(fact, year, into));
        } else if (isNothing(entry.value())) {
            removeAll(fact, into);
        } else {
            report(
                    entry.value().place(),
                    ProblemCode.WRONG_PERIOD,
                    Phrase.of("「{0}」按年填写，如 {2025: …}", "\"{0}\" is kept by year; write {2025: …}", name));
        }
    }

    private static boolean isNothing(Yaml value) {
        return value instanceof Yaml.Scalar scalar
                && (scalar.isEmpty() || scalar.text().equals("缺"));
    }

    private static void removeAll(Fact fact, FirmFacts.Builder into) {
        for (int year : new TreeSet<>(into.years(fact.name()))) {
            into.remove(fact.name(), year);
        }
    }

    private void year(Fact fact, Yaml.Entry entry, FirmFacts.Builder into) {
        Optional<BigDecimal> year =
                Scalars.number(entry.key().text()).filter(n -> n.scale() == 0 && n.precision() == 4);
        if (year.isEmpty()) {
            report(
                    entry.key().place(),
                    ProblemCode.WRONG_PERIOD,
                    Phrase.of(
                            "这里要写年份，现在是「{0}」",
                            "a calendar year is asked, found \"{0}\"",
                            entry.key().text()));
        } else {
            value(fact, year.get().intValueExact(), entry.value(), into);
        }
    }

    private void value(Fact fact, int year, Yaml yaml, FirmFacts.Builder into) {
        if (isNothing(yaml)) {
            into.remove(fact.name(), year);
            return;
        }
        Optional<FactValue> value = yaml instanceof Yaml.Sequence list && fact.type() == FactType.LIST
                ? codes(list)
                : yaml instanceof Yaml.Scalar scalar ? scalar(fact, scalar) : Optional.empty();
        value.ifPresentOrElse(
                found -> into.put(fact.name(), year, found, SOURCE),
                () -> report(
                        yaml.place(),
                        fact.type() == FactType.MONEY ? ProblemCode.WRONG_UNIT : ProblemCode.WRONG_TYPE,
                        Phrase.of(
                                "「{0}」要填{1}，现在是{2}",
                                "\"{0}\" asks for {1}, found {2}",
                                fact.name(),
                                wanted(fact),
                                yaml instanceof Yaml.Scalar scalar
                                        ? Phrase.of("「{0}」", "\"{0}\"", scalar.text())
                                        : yaml.kind())));
    }

    private static Phrase wanted(Fact fact) {
        return switch (fact.type()) {
            case MONEY -> new Phrase("带单位的金额，如 4200万元", "money with its unit, like 4200万元");
            case COUNT -> new Phrase("数字", "a number");
            case RATIO -> new Phrase("比率，如 0.05 或 5%", "a number like 0.05 or 5%");
            case DATE -> new Phrase("日期，如 2020-01-31", "a day like 2020-01-31");
            case YES_NO -> new Phrase("是或否", "是 or 否");
            case LIST -> new Phrase("列表", "a list");
            case CODE ->
                fact.codes().isEmpty()
                        ? fact.pattern().isEmpty()
                                ? new Phrase("代码", "a code")
                                : Phrase.of(
                                        "代码，格式 {0}{1}",
                                        "a code like {0}{2}",
                                        fact.pattern(),
                                        fact.meaning().isEmpty() ? "" : "（" + fact.meaning() + "）",
                                        fact.meaning().isEmpty() ? "" : " (\"" + fact.meaning() + "\")")
                        : Phrase.of("{0} 之一", "one of {1}", Phrase.list(fact.codes()), quoted(fact.codes()));
            case TITLE, TEXT -> new Phrase("文字", "words");
        };
    }

    /** Codes as English shows them: each a value. */
    static String quoted(Collection<String> codes) {
        return codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(", "));
    }

    private static Optional<FactValue> codes(Yaml.Sequence list) {
        boolean words = list.items().stream().allMatch(Yaml.Scalar.class::isInstance);
        var values = new TreeSet<String>();
        list.items().forEach(item -> values.add(item instanceof Yaml.Scalar scalar ? scalar.text() : ""));
        return words ? Optional.of(new FactValue.Codes(values)) : Optional.empty();
    }

    private static Optional<FactValue> scalar(Fact fact, Yaml.Scalar scalar) {
        String text = scalar.text();
        return switch (fact.type()) {
            case MONEY -> Scalars.money(text).map(FactValue.Amount::new);
            case COUNT -> Scalars.number(text).map(FactValue.Amount::new);
            case RATIO -> Scalars.ratio(text).map(FactValue.Amount::new);
            case DATE -> Compiler.day(text).map(FactValue.Day::new);
            case YES_NO ->
                YES.contains(text)
                        ? Optional.of(new FactValue.YesNo(true))
                        : NO.contains(text) ? Optional.of(new FactValue.YesNo(false)) : Optional.empty();
            case CODE -> fact.accepts(text) ? Optional.of(new FactValue.Code(text)) : Optional.empty();
            case LIST -> Optional.empty();
            case TITLE, TEXT -> Optional.of(new FactValue.Words(text));
        };
    }

    /** {@code 2024-11-01..2027-10-31}, {@code 2024-11-01..} or 无. */
    private void title(Yaml.Entry entry, FirmFacts.Builder into) {
        String name = entry.key().text();
        String text =
                entry.value() instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
        if (isNothing(entry.value())) {
            into.titleUnknown(name);
            return;
        }
        if (NO.contains(text)) {
            into.titleUnknown(name).titleKnown(name);
            return;
        }
        int dots = text.indexOf("..");
        Optional<LocalDate> from = dots < 0
                ? Optional.empty()
                : Compiler.day(text.substring(0, dots).strip());
        String end = dots < 0 ? "" : text.substring(dots + 2).strip();
        Optional<LocalDate> to = Compiler.day(end);
        if (from.isEmpty() || (!end.isEmpty() && to.isEmpty())) {
            report(
                    entry.value().place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "称号写有效期，如 2024-11-01..2027-10-31，没有写 无；现在是「{0}」",
                            "a title is held like 2024-11-01..2027-10-31, or 无; found \"{0}\"", text));
            return;
        }
        into.titleUnknown(name).title(new TitleHeld(name, from.get(), to.orElse(null), SOURCE));
    }

    private void answer(Yaml.Entry entry, FirmFacts.Builder into) {
        String text = entry.value() instanceof Yaml.Scalar scalar ? scalar.text() : "";
        item(entry).ifPresent(item -> {
            if (YES.contains(text) || NO.contains(text)) {
                into.answer(item, YES.contains(text));
            } else if (isNothing(entry.value())) {
                into.unanswered(item);
            } else {
                report(
                        entry.value().place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of("回答写是或否，现在是「{0}」", "an answer is 是 or 否, found \"{0}\"", text));
            }
        });
    }

    private void judgement(Yaml.Entry entry, FirmFacts.Builder into) {
        Optional<BigDecimal> points =
                entry.value() instanceof Yaml.Scalar scalar ? Scalars.number(scalar.text()) : Optional.empty();
        item(entry).ifPresent(item -> {
            if (isNothing(entry.value())) {
                into.unjudged(item);
            } else if (points.isPresent()) {
                into.judgement(item, points.get());
            } else {
                report(entry.value().place(), ProblemCode.WRONG_VALUE, Phrase.of("分数要填数字", "points are a number"));
            }
        });
    }

    private Optional<String> item(Yaml.Entry entry) {
        String id = entry.key().text();
        Optional<String> item = items.apply(id);
        if (item.isEmpty()) {
            report(
                    entry.key().place(),
                    ProblemCode.UNKNOWN_NAME,
                    Phrase.of("没有 id 为「{0}」的人工确认或评分项", "nothing that is asked or judged has the id \"{0}\"", id));
        }
        return item;
    }
}
