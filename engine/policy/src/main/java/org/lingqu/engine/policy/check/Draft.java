package org.lingqu.engine.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Confidence;
import org.lingqu.engine.policy.pack.PolicyId;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Place;
import org.lingqu.engine.policy.yaml.Yaml;

/** What the readers of one file share: its names, its ids, what is wrong so far. */
final class Draft {

    private static final int MOST_NODES = 20_000;

    private final PolicyId id;
    private final Scope scope;
    private final Consumer<PolicyProblem> problems;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> questions = new LinkedHashMap<>();
    private final List<String> parameters = new ArrayList<>();
    private int reported;

    Draft(PolicyId id, Scope scope, Consumer<PolicyProblem> problems) {
        this.id = id;
        this.scope = scope;
        this.problems = problem -> {
            reported++;
            problems.accept(problem);
        };
    }

    Scope scope() {
        return scope;
    }

    Consumer<PolicyProblem> problems() {
        return problems;
    }

    /** Where every id was given. */
    Map<String, Place> places() {
        return places;
    }

    /** Questions of manual items. */
    Map<String, String> questions() {
        return questions;
    }

    List<String> parameters() {
        return parameters;
    }

    /** How many problems have been reported so far. */
    int reported() {
        return reported;
    }

    void report(Place place, ProblemCode code, String message) {
        problems.accept(new PolicyProblem(place, code, message));
    }

    /** The id of a criterion, line or benefit; ids are unique in a file whatever they name. */
    String id(Fields fields) {
        Optional<Yaml.Scalar> scalar = fields.needScalar("id");
        String text = scalar.map(Yaml.Scalar::text).orElse("");
        Place place = scalar.map(Yaml.Scalar::place).orElse(fields.place());
        if (!text.isEmpty() && !isId(text)) {
            report(
                    place,
                    ProblemCode.WRONG_VALUE,
                    "an id is lower-case letters, digits and hyphens, found \"" + text + "\"");
        }
        if (!text.isEmpty() && places.putIfAbsent(text, place) != null) {
            report(
                    place,
                    ProblemCode.DUPLICATE_ID,
                    "\"" + text + "\" names something else already, on line "
                            + places.getOrDefault(text, place).line());
        }
        return text;
    }

    private static boolean isId(String text) {
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    /** The name under which answers and judgements of an item are held. */
    String item(String local) {
        return id + "#" + local;
    }

    /** The clause of one thing; article, confidence and address are inherited from what it is part of. */
    Clause clause(Fields fields, Clause outer) {
        String article = fields.text("article");
        Confidence confidence = Confidence.valueOf(
                fields.choice("confidence", outer.confidence().name(), Words.of(Confidence.values())));
        String url = fields.text("url");
        String whole = article.isEmpty() ? outer.article() : article;
        if (whole.isEmpty()) {
            report(
                    fields.place(),
                    ProblemCode.MISSING_ARTICLE,
                    "no \"article\" here or above: say where in the document this stands");
        }
        return new Clause(whole, fields.text("says"), confidence, url.isEmpty() ? outer.url() : url);
    }

    Typed compile(Yaml.Scalar scalar) {
        return bounded(Compiler.compile(scalar, scope, problems), scalar);
    }

    /** Definitions that use each other twice over grow without end; such a tree is refused before anything walks it. */
    private Typed bounded(Typed typed, Yaml.Scalar scalar) {
        if (typed.terms().mapToInt(term -> Terms.size(term, MOST_NODES)).sum() < MOST_NODES) {
            return typed;
        }
        report(
                scalar.place(),
                ProblemCode.NOT_AN_EXPRESSION,
                "TOO_LARGE: with its definitions written out the expression has more than " + MOST_NODES
                        + " parts; use fewer definitions of definitions");
        return new Typed.Broken();
    }

    /** A condition, or nothing after a report. */
    Optional<Condition> condition(Yaml.Scalar scalar) {
        return switch (compile(scalar)) {
            case Typed.Bool bool -> Optional.of(bool.condition());
            case Typed.Broken broken -> Optional.empty();
            case Typed other -> {
                wrong(scalar, "a condition", other);
                yield Optional.empty();
            }
        };
    }

    /** A condition; after a report one that is always unknown. */
    Condition conditionOrUnreadable(Yaml.Scalar scalar) {
        return condition(scalar).orElse(Unreadable.CONDITION);
    }

    /** A number, or nothing after a report. */
    Optional<Typed.Num> number(Yaml.Scalar scalar) {
        return switch (compile(scalar)) {
            case Typed.Num number -> Optional.of(number);
            case Typed.Broken broken -> Optional.empty();
            case Typed other -> {
                wrong(scalar, "a number", other);
                yield Optional.empty();
            }
        };
    }

    private void wrong(Yaml.Scalar scalar, String wanted, Typed found) {
        boolean yearless = found instanceof Typed.YearlyFact;
        report(
                scalar.place(),
                yearless ? ProblemCode.WRONG_PERIOD : ProblemCode.WRONG_TYPE,
                "\"" + scalar.text().strip() + "\" is " + found.says() + " where " + wanted + " is asked"
                        + (yearless ? "; write " + scalar.text().strip() + ".上年 or another period" : ""));
    }

    Fields fields(Yaml yaml, String what) {
        return new Fields(yaml, what, problems);
    }
}
