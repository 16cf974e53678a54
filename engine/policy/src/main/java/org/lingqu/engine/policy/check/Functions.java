package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.engine.policy.yaml.DidYouMean;

/** What may be called in a condition: a little of FEEL, and the words that policies use. */
final class Functions {

    /** Names, for advice and for the documentation's test. */
    static final Set<String> NAMES = Set.of(
            "not",
            "min",
            "max",
            "floor",
            "abs",
            "count",
            "starts with",
            "list contains",
            "date",
            "duration",
            "有称号",
            "增长率",
            "平均增长率",
            "复合增长率",
            "成长率",
            "年均",
            "满年数",
            "满月数",
            "满天数",
            "行业属于",
            "注册于",
            "含有",
            "已知");

    private static final int MOST_YEARS = 6;

    private final Compiler compiler;
    private final Scope scope;
    private final Reports reports;

    Functions(Compiler compiler, Scope scope, Reports reports) {
        this.compiler = compiler;
        this.scope = scope;
        this.reports = reports;
    }

    Typed call(Expression.Invocation call) {
        String name = call.name().orElse("");
        return switch (name) {
            case "not" -> not(call);
            case "min" -> extreme(call, Folding::min);
            case "max" -> extreme(call, Folding::max);
            case "floor" -> floor(call);
            case "abs" -> abs(call);
            case "count" -> count(call);
            case "starts with" -> startsWith(call);
            case "list contains", "含有" -> contains(call);
            case "date", "duration" -> temporal(call);
            case "有称号" -> title(call);
            case "增长率" -> growth(call);
            case "平均增长率" -> averageGrowth(call);
            case "复合增长率" -> compoundGrowth(call);
            case "成长率" -> firmGrowth(call);
            case "年均" -> yearlyMean(call);
            case "满年数" -> since(call, Functions::fullYears, "年");
            case "满月数" -> since(call, span -> new NumberTerm.MonthsBetween(span.from(), span.to()), "月");
            case "满天数" -> since(call, span -> new NumberTerm.DaysBetween(span.from(), span.to()), "天");
            case "已知" -> known(call);
            case "行业属于" -> industry(call);
            case "注册于" -> registeredIn(call);
            default ->
                reports.report(
                        call,
                        ProblemCode.UNKNOWN_FUNCTION,
                        Phrase.of(
                                "条件里没有「{0}」这个函数{1}",
                                "\"{0}\" is no function that conditions know.{1}",
                                name,
                                DidYouMean.advice(name, NAMES)));
        };
    }

    private @Nullable Expression argument(Expression.Invocation call, int index) {
        return index < call.arguments().size() ? call.arguments().get(index).value() : null;
    }

    private Typed wrongArguments(Expression.Invocation call, Phrase usage) {
        return reports.report(
                call,
                ProblemCode.WRONG_TYPE,
                Phrase.of("「{0}」的写法应为 {1}", "\"{0}\" is called like {1}", reports.text(call), usage));
    }

    private Typed not(Expression.Invocation call) {
        Expression only = argument(call, 0);
        return only != null && call.arguments().size() == 1
                ? compiler.condition(only) instanceof Typed.Bool bool
                        ? new Typed.Bool(new Condition.Not(bool.condition()))
                        : new Typed.Broken()
                : wrongArguments(call, new Phrase("not(条件)", "not(condition)"));
    }

    private Typed extreme(Expression.Invocation call, Function<List<NumberTerm>, NumberTerm> build) {
        List<Typed> typed =
                call.arguments().stream().map(a -> compiler.number(a.value())).toList();
        if (typed.stream().anyMatch(Typed.Broken.class::isInstance)) {
            return new Typed.Broken();
        }
        List<Typed.Num> numbers = typed.stream().map(Typed.Num.class::cast).toList();
        if (numbers.isEmpty() || numbers.stream().anyMatch(n -> !Comparisons.fits(n, numbers.getFirst()))) {
            return wrongArguments(call, new Phrase("min(甲, 乙)，各数单位相同", "min(a, b) with numbers of one unit"));
        }
        Unit unit = numbers.stream().map(Typed.Num::unit).reduce(Unit::with).orElse(Unit.PLAIN);
        Unit money = numbers.stream()
                .map(Typed.Num::unit)
                .filter(u -> u.money() != 0)
                .findFirst()
                .orElse(unit);
        return new Typed.Num(build.apply(numbers.stream().map(Typed.Num::term).toList()), money);
    }

    private Typed floor(Expression.Invocation call) {
        Expression only = argument(call, 0);
        if (only == null || call.arguments().size() != 1) {
            return wrongArguments(call, new Phrase("floor(数值)", "floor(number)"));
        }
        return compiler.number(only) instanceof Typed.Num n
                ? new Typed.Num(new NumberTerm.Floor(n.term()), n.unit())
                : new Typed.Broken();
    }

    private Typed abs(Expression.Invocation call) {
        Expression only = argument(call, 0);
        if (only == null || call.arguments().size() != 1) {
            return wrongArguments(call, new Phrase("abs(数值)", "abs(number)"));
        }
        return compiler.number(only) instanceof Typed.Num n
                ? new Typed.Num(
                        Folding.max(List.of(n.term(), Folding.subtract(NumberTerm.literal(0), n.term()))), n.unit())
                : new Typed.Broken();
    }

    /** For rules that say themselves what a missing figure means ("missing years: use the available ones"). */
    private Typed known(Expression.Invocation call) {
        Expression only = argument(call, 0);
        if (only == null || call.arguments().size() != 1) {
            return wrongArguments(call, new Phrase("已知(数值)", "已知(number)"));
        }
        return compiler.number(only) instanceof Typed.Num n
                ? new Typed.Bool(new Condition.IsKnown(n.term()))
                : new Typed.Broken();
    }

    private Typed count(Expression.Invocation call) {
        Expression only = argument(call, 0);
        return only != null && compiler.typed(only) instanceof Typed.Codes list
                ? new Typed.Num(
                        new NumberTerm.ListSize(list.ref()), Unit.of(list.fact().unit()))
                : wrongArguments(call, new Phrase("count(清单类事实)", "count(list fact)"));
    }

    private Typed startsWith(Expression.Invocation call) {
        Expression first = argument(call, 0);
        List<String> prefixes = textArguments(call, 1);
        return first != null && compiler.typed(first) instanceof Typed.Code code && !prefixes.isEmpty()
                ? new Typed.Bool(scope.read(
                        code.ref(),
                        new Condition.CodeStartsWith(code.ref(), new TreeSet<>(prefixes)),
                        value -> prefixes.stream().anyMatch(value::startsWith)))
                : wrongArguments(call, new Phrase("starts with(行业代码, \"51\")", "starts with(行业代码, \"51\")"));
    }

    private Typed contains(Expression.Invocation call) {
        Expression first = argument(call, 0);
        List<String> codes = textArguments(call, 1);
        return first != null && compiler.typed(first) instanceof Typed.Codes list && !codes.isEmpty()
                ? new Typed.Bool(new Condition.ListHasAny(list.ref(), new TreeSet<>(codes)))
                : wrongArguments(
                        call, new Phrase("list contains(清单类事实, \"代码\")", "list contains(list fact, \"code\")"));
    }

    private List<String> textArguments(Expression.Invocation call, int from) {
        return Comparisons.texts(call.arguments().stream().skip(from).map(a -> compiler.typed(a.value())));
    }

    private Typed temporal(Expression.Invocation call) {
        List<String> texts = textArguments(call, 0);
        return texts.size() == 1
                ? Temporals.read(texts.getFirst(), call, reports)
                : wrongArguments(
                        call,
                        new Phrase(
                                "date(\"2026-04-01\") 或 duration(\"P1Y\")",
                                "date(\"2026-04-01\") or duration(\"P1Y\")"));
    }

    private Typed title(Expression.Invocation call) {
        List<String> titles = textArguments(call, 0);
        if (titles.isEmpty() || titles.size() != call.arguments().size()) {
            return wrongArguments(call, new Phrase("有称号(\"高新技术企业\")", "有称号(\"高新技术企业\")"));
        }
        List<Condition> held =
                titles.stream().<Condition>map(Condition.HoldsTitle::new).toList();
        return new Typed.Bool(held.size() == 1 ? held.getFirst() : new Condition.Or(held));
    }

    private Typed industry(Expression.Invocation call) {
        List<String> prefixes = textArguments(call, 0);
        return prefixes.isEmpty() || scope.facts().get("行业代码") == null
                ? wrongArguments(
                        call,
                        new Phrase(
                                "行业属于(\"51\", \"52\")，用 GB/T 4754 的代码", "行业属于(\"51\", \"52\") with codes of GB/T 4754"))
                : new Typed.Bool(new Condition.CodeStartsWith(FactRef.of("行业代码"), new TreeSet<>(prefixes)));
    }

    /** A region's code without its trailing pairs of zeros is the prefix of every code below it. */
    private Typed registeredIn(Expression.Invocation call) {
        List<String> regions = textArguments(call, 0);
        if (regions.isEmpty()
                || scope.facts().get("注册地") == null
                || !regions.stream().allMatch(r -> r.matches("\\d{6}"))) {
            return wrongArguments(
                    call, new Phrase("注册于(\"450100\")，用 GB/T 2260 的代码", "注册于(\"450100\") with codes of GB/T 2260"));
        }
        var prefixes = new TreeSet<String>();
        regions.forEach(region -> prefixes.add(Regions.prefix(region)));
        return new Typed.Bool(
                prefixes.contains("")
                        ? new Condition.Constant(Truth.TRUE)
                        : new Condition.CodeStartsWith(FactRef.of("注册地"), prefixes));
    }

    private record Span(DateTerm from, DateTerm to) {}

    private static NumberTerm fullYears(Span span) {
        return new NumberTerm.Floor(
                new NumberTerm.Divide(new NumberTerm.MonthsBetween(span.from(), span.to()), NumberTerm.literal(12)));
    }

    private Typed since(Expression.Invocation call, Function<Span, NumberTerm> measure, String thing) {
        Expression first = argument(call, 0);
        Expression second = argument(call, 1);
        if (first == null || !(compiler.typed(first) instanceof Typed.Day from)) {
            return wrongArguments(
                    call,
                    Phrase.of(
                            "{0}(成立日期)，或再加一个截止日",
                            "{0}(成立日期) or with a second day up to which is counted",
                            call.name().orElse("")));
        }
        Typed to = second == null ? new Typed.Day(new DateTerm.AsOf()) : compiler.typed(second);
        return to instanceof Typed.Day day
                ? new Typed.Num(measure.apply(new Span(from.term(), day.term())), Unit.of(thing))
                : wrongArguments(
                        call,
                        Phrase.of(
                                "{0}(成立日期, 上年末)", "{0}(成立日期, 上年末)", call.name().orElse("")));
    }

    /** A yearly number fact as first argument. */
    private @Nullable Fact yearly(Expression.Invocation call) {
        Expression first = argument(call, 0);
        return first != null
                        && compiler.typed(first) instanceof Typed.YearlyFact y
                        && y.fact().type().isNumber()
                ? y.fact()
                : null;
    }

    /** How many years, or 0 if the argument is no such number. */
    private int years(Expression.Invocation call) {
        Expression second = argument(call, 1);
        return second instanceof Expression.NumberLiteral n
                        && n.value().scale() <= 0
                        && n.value().compareTo(BigDecimal.ONE) >= 0
                        && n.value().compareTo(BigDecimal.valueOf(MOST_YEARS)) <= 0
                ? n.value().intValueExact()
                : 0;
    }

    private static NumberTerm at(Fact fact, int back) {
        return new NumberTerm.FactNumber(new FactRef(fact.name(), back));
    }

    private static NumberTerm rate(Fact fact, int back) {
        return new NumberTerm.Divide(at(fact, back), at(fact, back + 1));
    }

    private static Typed minusOne(NumberTerm term) {
        return new Typed.Num(new NumberTerm.Subtract(term, NumberTerm.literal(1)), Unit.PLAIN);
    }

    private Typed growth(Expression.Invocation call) {
        Fact fact = yearly(call);
        return fact == null || call.arguments().size() != 1
                ? wrongArguments(call, new Phrase("增长率(营业收入)，括号里是按年的数据", "增长率(营业收入), with a yearly fact"))
                : minusOne(rate(fact, 1));
    }

    private Typed averageGrowth(Expression.Invocation call) {
        Fact fact = yearly(call);
        int years = years(call);
        if (fact == null || years == 0) {
            return wrongArguments(
                    call,
                    new Phrase(
                            "平均增长率(主营业务收入, 2)，按年的数据和 1 到 6 年",
                            "平均增长率(主营业务收入, 2), with a yearly fact and 1 to 6 years"));
        }
        NumberTerm sum = rate(fact, 1);
        for (int back = 2; back <= years; back++) {
            sum = new NumberTerm.Add(sum, rate(fact, back));
        }
        return minusOne(Folding.divide(sum, NumberTerm.literal(years)));
    }

    private Typed compoundGrowth(Expression.Invocation call) {
        Fact fact = yearly(call);
        int intervals = years(call);
        return fact == null || intervals == 0
                ? wrongArguments(
                        call,
                        new Phrase(
                                "复合增长率(营业收入, 2)，按年的数据和 1 到 6 个间隔",
                                "复合增长率(营业收入, 2), with a yearly fact and 1 to 6 intervals"))
                : new Typed.Num(
                        new NumberTerm.CompoundGrowth(at(fact, 1), at(fact, 1 + intervals), intervals), Unit.PLAIN);
    }

    private Typed firmGrowth(Expression.Invocation call) {
        Fact fact = yearly(call);
        return fact == null || call.arguments().size() != 1
                ? wrongArguments(call, new Phrase("成长率(净资产)，括号里是按年的数据", "成长率(净资产), with a yearly fact"))
                : new Typed.Num(FirmGrowth.of(fact.name()), Unit.PLAIN);
    }

    private Typed yearlyMean(Expression.Invocation call) {
        Fact fact = yearly(call);
        int years = years(call);
        return fact == null || years == 0
                ? wrongArguments(
                        call,
                        new Phrase(
                                "年均(科技成果转化数, 3)，按年的数据和 1 到 6 年", "年均(科技成果转化数, 3), with a yearly fact and 1 to 6 years"))
                : new Typed.Num(
                        new NumberTerm.Divide(
                                new NumberTerm.YearSum(fact.name(), 1, years),
                                new NumberTerm.YearCount(fact.name(), 1, years)),
                        Names.unit(fact));
    }
}
