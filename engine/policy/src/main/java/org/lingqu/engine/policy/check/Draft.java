package org.lingqu.engine.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lingqu.engine.policy.Phrase;
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

    void report(Place place, ProblemCode code, Phrase message) {
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
                    Phrase.of(
                            "「id」只用小写字母、数字和连字符 -，现在是「{0}」",
                            "an id is lower-case letters, digits and hyphens, found \"{0}\"", text));
        }
        if (!text.isEmpty() && places.putIfAbsent(text, place) != null) {
            report(
                    place,
                    ProblemCode.DUPLICATE_ID,
                    Phrase.of(
                            "「{0}」已经用在第 {1} 行，请另起一个",
                            "\"{0}\" names something else already, on line {1}",
                            text,
                            places.getOrDefault(text, place).line()));
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
                    Phrase.of(
                            "这里和上一层都没有「article」：请写明文件第几条",
                            "no \"article\" here or above: say where in the document this stands"));
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
                Phrase.of(
                        "把定义展开后，表达式超过 {0} 个部分；定义套定义请少用几层",
                        "TOO_LARGE: with its definitions written out the expression has more than {0} parts; use fewer definitions of definitions",
                        MOST_NODES));
        return new Typed.Broken();
    }

    /** A condition, or nothing after a report. */
    Optional<Condition> condition(Yaml.Scalar scalar) {
        return switch (compile(scalar)) {
            case Typed.Bool bool -> Optional.of(bool.condition());
            case Typed.Broken broken -> Optional.empty();
            case Typed other -> {
                wrong(scalar, Compiler.CONDITION, other);
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
                wrong(scalar, Compiler.NUMBER, other);
                yield Optional.empty();
            }
        };
    }

    private void wrong(Yaml.Scalar scalar, Phrase wanted, Typed found) {
        boolean yearless = found instanceof Typed.YearlyFact;
        report(
                scalar.place(),
                yearless ? ProblemCode.WRONG_PERIOD : ProblemCode.WRONG_TYPE,
                Phrase.of(
                        "「{0}」是{1}，这里要的是{2}{3}",
                        "\"{0}\" is {1} where {2} is asked{3}",
                        scalar.text().strip(),
                        found.says(),
                        wanted,
                        yearless
                                ? Phrase.of(
                                        "；请写「{0}.上年」或其他期间",
                                        "; write \"{0}.上年\" or another period",
                                        scalar.text().strip())
                                : Phrase.NOTHING));
    }

    Fields fields(Yaml yaml, Phrase what) {
        return new Fields(yaml, what, problems);
    }
}
