package org.lingqu.engine.policy.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.feel.Feel;
import org.lingqu.engine.policy.feel.syntax.ArithmeticOperator;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Parsed;
import org.lingqu.engine.policy.feel.syntax.Quantifier;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.engine.policy.yaml.Yaml;

/** Turns one FEEL expression of a policy file into the typed tree, or reports everything that is wrong with it. */
final class Compiler {

    private final Scope scope;
    private final Reports reports;
    private final Names names;
    /** What an expression has to be, for messages. */
    static final Phrase NUMBER = new Phrase("数值", "a number");

    static final Phrase CONDITION = new Phrase("条件", "a condition");

    private final Functions functions;
    private final Comparisons comparisons;
    private final Map<String, Typed> bound = new HashMap<>();

    private Compiler(Scope scope, Reports reports) {
        this.scope = scope;
        this.reports = reports;
        this.names = new Names(scope, reports);
        this.functions = new Functions(this, scope, reports);
        this.comparisons = new Comparisons(scope, reports);
    }

    static Typed compile(Yaml.Scalar scalar, Scope scope, Consumer<PolicyProblem> problems) {
        var reports = new Reports(scalar, problems);
        return switch (Feel.parse(scalar.text(), scope.allNames())) {
            case Parsed.Tree<Expression>(Expression tree) -> new Compiler(scope, reports).typed(tree);
            case Parsed.Broken<Expression>(List<SyntaxProblem> found) -> broken(reports, found);
        };
    }

    static Typed broken(Reports reports, List<SyntaxProblem> found) {
        for (SyntaxProblem problem : found) {
            reports.report(
                    problem.place().start(),
                    ProblemCode.NOT_AN_EXPRESSION,
                    Phrase.of("{1}{2}", "{0}: {1} {2}", problem.code(), problem.message(), problem.advice()));
        }
        return new Typed.Broken();
    }

    /** An expression read from elsewhere in the same scalar, such as the end of a band. */
    static Typed compile(Expression expression, Scope scope, Reports reports) {
        return new Compiler(scope, reports).typed(expression);
    }

    Typed typed(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> new Typed.Num(new NumberTerm.Literal(number.value()), Unit.PLAIN);
            case Expression.StringLiteral text -> new Typed.Text(text.value());
            case Expression.BooleanLiteral truth -> new Typed.Bool(new Condition.Constant(Truth.of(truth.value())));
            case Expression.NullLiteral nothing -> noNull(nothing);
            case Expression.AtLiteral at -> Temporals.read(at.text(), at, reports);
            case Expression.Name name ->
                bound.getOrDefault(name.name(), new Typed.Broken()) instanceof Typed.Broken
                        ? names.name(name)
                        : bound.getOrDefault(name.name(), new Typed.Broken());
            case Expression.Path path -> names.path(path);
            case Expression.Negation negation -> negated(negation);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Comparison comparison ->
                comparisons.compare(
                        typed(comparison.left()), comparison.operator(), typed(comparison.right()), comparison);
            case Expression.And and -> logic(and.left(), and.right(), true);
            case Expression.Or or -> logic(or.left(), or.right(), false);
            case Expression.Between between -> between(between);
            case Expression.In in -> comparisons.in(this, in);
            case Expression.If choice -> choice(choice);
            case Expression.Quantified quantified -> quantified(quantified);
            case Expression.Invocation call -> functions.call(call);
            case Expression.ListLiteral list ->
                new Typed.Items(list.items().stream().map(this::typed).toList());
            case Expression.InstanceOf other -> unsupported(other, new Phrase("类型判断 instance of", "instance of"));
            case Expression.For other -> unsupported(other, new Phrase("循环 for", "for"));
            case Expression.Filter other -> unsupported(other, new Phrase("筛选 […]", "a filter"));
            case Expression.ContextLiteral other -> unsupported(other, new Phrase("内容块 {…}", "a context"));
            case Expression.FunctionLiteral other -> unsupported(other, new Phrase("函数定义", "a function"));
            case Expression.Range other -> unsupported(other, new Phrase("「in」以外的区间", "a range outside \"in\""));
            case Expression.OpenRange other -> unsupported(other, new Phrase("「in」以外的区间", "a range outside \"in\""));
        };
    }

    private Typed noNull(Expression at) {
        return reports.report(
                at,
                ProblemCode.WRONG_TYPE,
                Phrase.of(
                        "不要与 null 比较：数据缺失时条件自然是“缺少数据”，请删去这一句",
                        "null is not compared: a missing fact makes the condition unknown by itself, so leave the test out"));
    }

    private Typed unsupported(Expression at, Phrase what) {
        return reports.report(
                at, ProblemCode.WRONG_TYPE, Phrase.of("政策条件里不用{0}", "{0} is not used in conditions of policies", what));
    }

    private Typed negated(Expression.Negation negation) {
        return switch (typed(negation.operand())) {
            case Typed.Num number ->
                new Typed.Num(Folding.subtract(NumberTerm.literal(0), number.term()), number.unit());
            case Typed.Broken broken -> broken;
            case Typed other -> wrong(negation, NUMBER, other);
        };
    }

    private Typed arithmetic(Expression.Arithmetic expression) {
        Typed left = typed(expression.left());
        Typed right = typed(expression.right());
        if (left instanceof Typed.Day day && right instanceof Typed.Span span) {
            return moved(day, span, expression);
        }
        return numbers(left, right, expression);
    }

    private Typed numbers(Typed left, Typed right, Expression.Arithmetic expression) {
        if (left instanceof Typed.Broken || right instanceof Typed.Broken) {
            return new Typed.Broken();
        }
        if (!(left instanceof Typed.Num a)) {
            return wrong(expression.left(), NUMBER, left);
        }
        if (!(right instanceof Typed.Num b)) {
            return wrong(expression.right(), NUMBER, right);
        }
        return switch (expression.operator()) {
            case ADD -> sum(a, b, Folding.add(a.term(), b.term()), expression);
            case SUBTRACT -> sum(a, b, Folding.subtract(a.term(), b.term()), expression);
            case MULTIPLY ->
                new Typed.Num(Folding.multiply(a.term(), b.term()), a.unit().times(b.unit()));
            case DIVIDE ->
                new Typed.Num(Folding.divide(a.term(), b.term()), a.unit().per(b.unit()));
            case POWER -> power(a, b, expression);
        };
    }

    private Typed sum(Typed.Num a, Typed.Num b, NumberTerm term, Expression.Arithmetic expression) {
        if (!Comparisons.fits(a, b)) {
            return reports.report(
                    expression,
                    ProblemCode.WRONG_UNIT,
                    Phrase.of(
                            "「{0}」是{1}，「{2}」是{3}，不能相加减",
                            "\"{0}\" is {1}, \"{2}\" is {3}; they cannot be added",
                            reports.text(expression.left()),
                            a.unit().says(),
                            reports.text(expression.right()),
                            b.unit().says()));
        }
        return new Typed.Num(term, a.unit().with(b.unit()));
    }

    /** A whole power is a product. */
    private Typed power(Typed.Num base, Typed.Num exponent, Expression.Arithmetic expression) {
        int times = Folding.constant(exponent.term())
                .filter(n -> n.stripTrailingZeros().scale() <= 0 && n.signum() > 0 && n.intValue() <= 10)
                .map(java.math.BigDecimal::intValue)
                .orElse(0);
        if (times == 0 || expression.operator() != ArithmeticOperator.POWER) {
            return reports.report(
                    expression,
                    ProblemCode.WRONG_TYPE,
                    Phrase.of(
                            "乘方只能是 1 到 10 的整数；几年的增长请写 复合增长率(…, n)",
                            "a power is a whole number from 1 to 10; for growth over several years write 复合增长率(…, n)"));
        }
        Typed.Num product = base;
        for (int i = 1; i < times; i++) {
            product = new Typed.Num(
                    Folding.multiply(product.term(), base.term()),
                    product.unit().times(base.unit()));
        }
        return product;
    }

    private Typed moved(Typed.Day day, Typed.Span span, Expression.Arithmetic expression) {
        int sign = expression.operator() == ArithmeticOperator.SUBTRACT ? -1 : 1;
        return expression.operator() == ArithmeticOperator.ADD || sign < 0
                ? new Typed.Day(new DateTerm.Moved(day.term(), sign * span.months(), sign * span.days()))
                : wrong(expression, new Phrase("日期加减时长", "a date plus or minus a duration"), day);
    }

    private Typed logic(Expression left, Expression right, boolean and) {
        List<Condition> parts = new ArrayList<>();
        int read = collect(left, and, parts) + collect(right, and, parts);
        if (parts.size() < read) {
            return new Typed.Broken();
        }
        return new Typed.Bool(and ? new Condition.And(parts) : Prefixes.merged(parts));
    }

    /** {@code a and b and c} is one node of three parts. Returns how many parts were written; broken ones are not collected. */
    private int collect(Expression expression, boolean and, List<Condition> parts) {
        if (and && expression instanceof Expression.And inner) {
            return collect(inner.left(), true, parts) + collect(inner.right(), true, parts);
        }
        if (!and && expression instanceof Expression.Or inner) {
            return collect(inner.left(), false, parts) + collect(inner.right(), false, parts);
        }
        if (condition(expression) instanceof Typed.Bool bool) {
            parts.add(bool.condition());
        }
        return 1;
    }

    /** The expression as a condition; anything else is reported. */
    Typed condition(Expression expression) {
        return switch (typed(expression)) {
            case Typed.Bool bool -> bool;
            case Typed.Broken broken -> broken;
            case Typed other -> wrong(expression, CONDITION, other);
        };
    }

    /** The expression as a number; anything else is reported. */
    Typed number(Expression expression) {
        return switch (typed(expression)) {
            case Typed.Num number -> number;
            case Typed.Broken broken -> broken;
            case Typed other -> wrong(expression, NUMBER, other);
        };
    }

    private Typed between(Expression.Between between) {
        Typed value = typed(between.value());
        Typed low = comparisons.compare(
                value,
                org.lingqu.engine.policy.feel.syntax.ComparisonOperator.GREATER_OR_EQUAL,
                typed(between.low()),
                between);
        Typed high = comparisons.compare(
                value,
                org.lingqu.engine.policy.feel.syntax.ComparisonOperator.LESS_OR_EQUAL,
                typed(between.high()),
                between);
        return low instanceof Typed.Bool a && high instanceof Typed.Bool b
                ? new Typed.Bool(Condition.and(a.condition(), b.condition()))
                : new Typed.Broken();
    }

    private Typed choice(Expression.If choice) {
        Typed condition = condition(choice.condition());
        Typed then = typed(choice.then());
        Typed otherwise = typed(choice.otherwise());
        if (!(condition instanceof Typed.Bool test)
                || then instanceof Typed.Broken
                || otherwise instanceof Typed.Broken) {
            return new Typed.Broken();
        }
        if (then instanceof Typed.Num a && otherwise instanceof Typed.Num b && Comparisons.fits(a, b)) {
            return new Typed.Num(
                    new NumberTerm.Choose(test.condition(), a.term(), b.term()),
                    a.unit().with(b.unit()));
        }
        if (then instanceof Typed.Bool a && otherwise instanceof Typed.Bool b) {
            return new Typed.Bool(new Condition.If(test.condition(), a.condition(), b.condition()));
        }
        return reports.report(
                choice,
                ProblemCode.WRONG_TYPE,
                Phrase.of(
                        "两个分支要同类；「then」是{0}，「else」是{1}",
                        "both branches have to be of one kind; \"then\" is {0}, \"else\" is {1}",
                        then.says(),
                        otherwise.says()));
    }

    /** {@code some p in ["51", "52"] satisfies …} is written out. */
    private Typed quantified(Expression.Quantified quantified) {
        boolean plain = quantified.iterations().size() == 1
                && quantified.iterations().getFirst().last() == null;
        if (!plain || !(typed(quantified.iterations().getFirst().domain()) instanceof Typed.Items items)) {
            return reports.report(
                    quantified,
                    ProblemCode.WRONG_TYPE,
                    Phrase.of(
                            "「some」和「every」后面是写明的一个列表，如 [\"51\", \"52\"]",
                            "\"some\" and \"every\" run over one written list, like [\"51\", \"52\"]"));
        }
        String variable = quantified.iterations().getFirst().variable();
        List<Condition> parts = new ArrayList<>();
        for (Typed item : items.items()) {
            bound.put(variable, item);
            if (condition(quantified.condition()) instanceof Typed.Bool bool) {
                parts.add(bool.condition());
            }
            bound.remove(variable);
        }
        if (parts.size() < items.items().size()) {
            return new Typed.Broken();
        }
        return new Typed.Bool(
                quantified.quantifier() == Quantifier.EVERY ? new Condition.And(parts) : Prefixes.merged(parts));
    }

    Typed wrong(Expression at, Phrase wanted, Typed found) {
        Phrase advice = found instanceof Typed.YearlyFact yearly
                ? Phrase.of(
                        "；「{0}」分年份：请写「{0}.上年」或其他期间",
                        "; \"{0}\" is kept by year: write \"{0}.上年\" or another period",
                        yearly.fact().name())
                : Phrase.NOTHING;
        ProblemCode code = found instanceof Typed.YearlyFact ? ProblemCode.WRONG_PERIOD : ProblemCode.WRONG_TYPE;
        return reports.report(
                at,
                code,
                Phrase.of(
                        "「{0}」是{1}，这里要的是{2}{3}",
                        "\"{0}\" is {1} where {2} is asked{3}", reports.text(at), found.says(), wanted, advice));
    }

    Scope scope() {
        return scope;
    }

    /** A day written as text. */
    static java.util.Optional<LocalDate> day(String text) {
        try {
            return java.util.Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return java.util.Optional.empty();
        }
    }
}
