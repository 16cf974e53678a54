package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
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

    private void report(Place place, ProblemCode code, String message) {
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
                    "\"" + name + "\" is not a known fact." + Names.advice(name, facts, facts.names()));
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
                    "\"" + name + "\" is kept by year; write {2025: …}");
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
                    "a calendar year is asked, found \"" + entry.key().text() + "\"");
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
                        "\"" + fact.name() + "\" asks for " + wanted(fact) + ", found "
                                + (yaml instanceof Yaml.Scalar scalar ? "\"" + scalar.text() + "\"" : yaml.kind())));
    }

    private static String wanted(Fact fact) {
        return switch (fact.type()) {
            case MONEY -> "money with its unit, like 4200万元";
            case COUNT -> "a number";
            case RATIO -> "a number like 0.05 or 5%";
            case DATE -> "a day like 2020-01-31";
            case YES_NO -> "是 or 否";
            case LIST -> "a list";
            case CODE ->
                fact.codes().isEmpty()
                        ? "a code"
                                + (fact.pattern().isEmpty()
                                        ? ""
                                        : " like " + fact.pattern() + " (" + fact.meaning() + ")")
                        : "one of " + String.join(", ", fact.codes());
            case TITLE, TEXT -> "words";
        };
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
                    "a title is held like 2024-11-01..2027-10-31, or 无; found \"" + text + "\"");
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
                report(entry.value().place(), ProblemCode.WRONG_VALUE, "an answer is 是 or 否, found \"" + text + "\"");
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
                report(entry.value().place(), ProblemCode.WRONG_VALUE, "points are a number");
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
                    "nothing that is asked or judged has the id \"" + id + "\"");
        }
        return item;
    }
}
