package org.lingqu.engine.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.yaml.DidYouMean;

/** Comparing: which kinds go together, and in which units. */
final class Comparisons {

    private final Scope scope;
    private final Reports reports;

    Comparisons(Scope scope, Reports reports) {
        this.scope = scope;
        this.reports = reports;
    }

    /** Whether two numbers may meet: same unit, or one of them is 0. */
    static boolean fits(Typed.Num a, Typed.Num b) {
        return a.unit().fits(b.unit()) || isZero(a) || isZero(b);
    }

    private static boolean isZero(Typed.Num number) {
        return Folding.constant(number.term())
                .filter(value -> value.signum() == 0)
                .isPresent();
    }

    static Comparison comparison(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> Comparison.EQUAL;
            case NOT_EQUAL -> Comparison.NOT_EQUAL;
            case LESS -> Comparison.LESS;
            case LESS_OR_EQUAL -> Comparison.AT_MOST;
            case GREATER -> Comparison.GREATER;
            case GREATER_OR_EQUAL -> Comparison.AT_LEAST;
        };
    }

    Typed compare(Typed left, ComparisonOperator operator, Typed right, Expression at) {
        Comparison comparison = comparison(operator);
        if (left instanceof Typed.Broken || right instanceof Typed.Broken) {
            return new Typed.Broken();
        }
        if (left instanceof Typed.Num a && right instanceof Typed.Num b) {
            return fits(a, b) ? new Typed.Bool(numbers(a.term(), comparison, b.term())) : wrongUnit(a, b, at);
        }
        if (left instanceof Typed.Day a && right instanceof Typed.Day b) {
            return new Typed.Bool(new Condition.CompareDates(a.term(), comparison, b.term()));
        }
        if (left instanceof Typed.Points a && right instanceof Typed.Num b && comparison.isOrder()) {
            return new Typed.Bool(new Condition.CompareRange(a.term(), comparison, b.term()));
        }
        if (right instanceof Typed.Points && left instanceof Typed.Num) {
            return compare(right, operator.mirrored(), left, at);
        }
        return equality(left, comparison, right, at);
    }

    private static Condition numbers(NumberTerm left, Comparison comparison, NumberTerm right) {
        return left instanceof NumberTerm.Literal && !(right instanceof NumberTerm.Literal)
                ? new Condition.Compare(right, comparison.mirrored(), left)
                : new Condition.Compare(left, comparison, right);
    }

    private Typed equality(Typed left, Comparison comparison, Typed right, Expression at) {
        boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
        if (equality && left instanceof Typed.Code code && right instanceof Typed.Text text) {
            return signed(codeIn(code, List.of(text.value()), at), comparison);
        }
        if (equality && left instanceof Typed.Text && right instanceof Typed.Code) {
            return equality(right, comparison, left, at);
        }
        if (equality
                && left instanceof Typed.Bool a
                && right instanceof Typed.Bool b
                && b.condition() instanceof Condition.Constant truth) {
            boolean same =
                    (truth.value() == org.lingqu.engine.policy.rule.Truth.TRUE) == (comparison == Comparison.EQUAL);
            return same ? a : new Typed.Bool(new Condition.Not(a.condition()));
        }
        Typed odd = left instanceof Typed.YearlyFact ? left : right instanceof Typed.YearlyFact ? right : left;
        Phrase advice = odd instanceof Typed.YearlyFact yearly
                ? Phrase.of(
                        "；请写「{0}.上年」或其他期间",
                        "; write \"{0}.上年\" or another period", yearly.fact().name())
                : Phrase.NOTHING;
        return reports.report(
                at,
                odd instanceof Typed.YearlyFact ? ProblemCode.WRONG_PERIOD : ProblemCode.WRONG_TYPE,
                Phrase.of(
                        "「{0}」拿{1}与{2}相比{3}",
                        "\"{0}\" compares {1} with {2}{3}", reports.text(at), left.says(), right.says(), advice));
    }

    private static Typed signed(Typed test, Comparison comparison) {
        return test instanceof Typed.Bool bool && comparison == Comparison.NOT_EQUAL
                ? new Typed.Bool(new Condition.Not(bool.condition()))
                : test;
    }

    private Typed wrongUnit(Typed.Num a, Typed.Num b, Expression at) {
        boolean bareBesideMoney =
                a.unit().money() == 1 && b.unit().money() == 0 && b.term() instanceof NumberTerm.Literal;
        Phrase advice = bareBesideMoney
                ? Phrase.of(
                        "；请写单位：{0} * 万元 或 * 元",
                        ". Write the unit: {0} * 万元 or * 元",
                        ((NumberTerm.Literal) b.term()).value().toPlainString())
                : Phrase.NOTHING;
        return reports.report(
                at,
                ProblemCode.WRONG_UNIT,
                Phrase.of(
                        "「{0}」拿{1}与{2}相比{3}",
                        "\"{0}\" compares {1} with {2}{3}",
                        reports.text(at),
                        a.unit().says(),
                        b.unit().says(),
                        advice));
    }

    /** {@code 企业规模 in ("小型", "微型")}, {@code x in [1..5)}. */
    Typed in(Compiler compiler, Expression.In in) {
        Typed value = compiler.typed(in.value());
        if (value instanceof Typed.Broken) {
            return value;
        }
        List<Condition> tests = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        boolean whole = true;
        for (Expression test : in.tests()) {
            whole &= test(compiler, value, test, in, tests, codes);
        }
        if (!whole) {
            return new Typed.Broken();
        }
        if (!codes.isEmpty()) {
            Typed listed = value instanceof Typed.Code code
                    ? codeIn(code, codes, in)
                    : compiler.wrong(in.value(), new Phrase("代码", "a code"), value);
            if (!(listed instanceof Typed.Bool bool)) {
                return listed;
            }
            tests.add(bool.condition());
        }
        return new Typed.Bool(tests.size() == 1 ? tests.getFirst() : new Condition.Or(tests));
    }

    private boolean test(
            Compiler compiler,
            Typed value,
            Expression test,
            Expression.In in,
            List<Condition> tests,
            List<String> codes) {
        List<Typed> found = new ArrayList<>();
        switch (test) {
            case Expression.Range range -> {
                found.add(compare(
                        value,
                        range.lowIncluded() ? ComparisonOperator.GREATER_OR_EQUAL : ComparisonOperator.GREATER,
                        compiler.typed(range.low()),
                        in));
                found.add(compare(
                        value,
                        range.highIncluded() ? ComparisonOperator.LESS_OR_EQUAL : ComparisonOperator.LESS,
                        compiler.typed(range.high()),
                        in));
            }
            case Expression.OpenRange open ->
                found.add(compare(value, open.operator(), compiler.typed(open.end()), in));
            default -> {
                Typed item = compiler.typed(test);
                List<Typed> items = item instanceof Typed.Items list ? list.items() : List.of(item);
                if (items.stream().allMatch(Typed.Text.class::isInstance)) {
                    items.forEach(text -> codes.add(((Typed.Text) text).value()));
                    return !items.isEmpty();
                }
                List<Typed> equal = items.stream()
                        .map(one -> compare(value, ComparisonOperator.EQUAL, one, in))
                        .toList();
                equal.forEach(one -> addIf(one, tests));
                return equal.stream().allMatch(Typed.Bool.class::isInstance);
            }
        }
        List<Condition> both = new ArrayList<>();
        found.forEach(one -> addIf(one, both));
        tests.add(both.size() == 1 ? both.getFirst() : new Condition.And(both));
        return both.size() == found.size();
    }

    private static void addIf(Typed typed, List<Condition> conditions) {
        if (typed instanceof Typed.Bool bool) {
            conditions.add(bool.condition());
        }
    }

    private Typed codeIn(Typed.Code code, List<String> values, Expression at) {
        Fact fact = code.fact();
        boolean known = true;
        for (String value : values) {
            if (!fact.codes().isEmpty() && !fact.codes().contains(value)) {
                known = false;
                reports.report(
                        at,
                        ProblemCode.UNKNOWN_CODE,
                        Phrase.of(
                                "「{0}」没有「{1}」这个值，只能是 {2} 之一{4}",
                                "\"{0}\" is never \"{1}\"; it is one of {3}.{4}",
                                fact.name(),
                                value,
                                Phrase.list(fact.codes()),
                                FirmReader.quoted(fact.codes()),
                                DidYouMean.advice(value, fact.codes())));
            }
        }
        NavigableSet<String> set = new TreeSet<>(values);
        return known
                ? new Typed.Bool(scope.read(code.ref(), new Condition.CodeIn(code.ref(), set), set::contains))
                : new Typed.Broken();
    }

    /** The texts of arguments, or nothing if one is no text. */
    static List<String> texts(Stream<Typed> typed) {
        return typed.flatMap(one -> one instanceof Typed.Items items ? items.items().stream() : Stream.of(one))
                .filter(Typed.Text.class::isInstance)
                .map(text -> ((Typed.Text) text).value())
                .toList();
    }
}
