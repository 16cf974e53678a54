package org.lingqu.engine.policy.check;

import java.util.Collection;
import java.util.Set;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.check.Periods.Years;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.PeriodRule;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.yaml.DidYouMean;

/** What a name, or a chain of names, stands for. */
final class Names {

    static final Set<String> CONSTANTS = Set.of("元", "万元", "亿元", "基准日", "上年末", "得分");

    private final Scope scope;
    private final Reports reports;

    Names(Scope scope, Reports reports) {
        this.scope = scope;
        this.reports = reports;
    }

    Typed name(Expression.Name name) {
        return switch (name.name()) {
            case "元" -> money(1);
            case "万元" -> money(10_000);
            case "亿元" -> money(100_000_000);
            case "基准日" -> new Typed.Day(new DateTerm.AsOf());
            case "上年末" -> new Typed.Day(new DateTerm.YearEnd(1));
            default -> declaredOrFact(name.name(), name);
        };
    }

    private Typed declaredOrFact(String name, Expression at) {
        if (scope.declares(name)) {
            Typed meaning = scope.meaning(name);
            return meaning != null
                    ? meaning
                    : reports.report(
                            at,
                            ProblemCode.DEFINITION_CYCLE,
                            Phrase.of("「{0}」的定义又用到了它自己", "\"{0}\" is defined by itself", name));
        }
        Fact fact = scope.facts().get(name);
        return fact == null
                ? unknown(name, at)
                : fact.isYearly() ? new Typed.YearlyFact(fact) : value(fact, FactRef.of(name));
    }

    /** {@code 研发费用.近三年}, {@code 得分.成长性}, {@code 成立日期.year}. */
    Typed path(Expression.Path path) {
        String whole = path.dotted().orElse("");
        if (scope.declares(whole)) {
            return declaredOrFact(whole, path);
        }
        String head = path.source().dotted().orElse("");
        if (head.isEmpty()) {
            return reports.report(
                    path,
                    ProblemCode.WRONG_TYPE,
                    Phrase.of(
                            "点号前要有名称；「.{0}」前面不是名称",
                            "a period or field follows a name; found \".{0}\" after something else", path.name()));
        }
        Fact fact = scope.facts().get(head);
        if (fact != null) {
            return ofFact(fact, path);
        }
        if (head.equals("得分")) {
            return reports.report(
                    path,
                    ProblemCode.UNKNOWN_NAME,
                    Phrase.of(
                            "评分表里没有「{0}」这一行{1}",
                            "the score table has no line \"{0}\".{1}",
                            path.name(),
                            DidYouMean.advice(whole, scope.declaredNames())));
        }
        return unknown(head, path.source());
    }

    private Typed ofFact(Fact fact, Expression.Path path) {
        if (fact.type() == FactType.DATE && path.name().equals("year") && !fact.isYearly()) {
            return new Typed.Num(new NumberTerm.YearOf(new DateTerm.FactDate(FactRef.of(fact.name()))), Unit.PLAIN);
        }
        if (!fact.isYearly()) {
            return reports.report(
                    path,
                    ProblemCode.WRONG_PERIOD,
                    Phrase.of(
                            "「{0}」不分年份，请去掉「.{1}」",
                            "\"{0}\" has no years; write it without \".{1}\"", fact.name(), path.name()));
        }
        Years years = Periods.of(path.name());
        if (years == null) {
            return reports.report(
                    path,
                    ProblemCode.WRONG_PERIOD,
                    Phrase.of(
                            "「{0}」不是期间；期间有 {1}{2}",
                            "\"{0}\" is no period; periods are {1}.{2}",
                            path.name(),
                            String.join(" ", Periods.names()),
                            DidYouMean.advice(path.name(), Periods.names())));
        }
        if (years.isOne()) {
            return value(fact, new FactRef(fact.name(), years.first()));
        }
        if (fact.period() == PeriodRule.YEAR_END || !fact.type().isNumber()) {
            return reports.report(
                    path,
                    ProblemCode.WRONG_PERIOD,
                    Phrase.of(
                            "「{0}」是年末数，不能把几年相加；请写 .上年 或其他某一年",
                            "\"{0}\" is a year-end figure; years of it cannot be added. Write .上年 or another single year",
                            fact.name()));
        }
        return new Typed.Num(new NumberTerm.YearSum(fact.name(), years.first(), years.last()), unit(fact));
    }

    static Typed value(Fact fact, FactRef ref) {
        return switch (fact.type()) {
            case MONEY, COUNT, RATIO -> new Typed.Num(new NumberTerm.FactNumber(ref), unit(fact));
            case DATE -> new Typed.Day(new DateTerm.FactDate(ref));
            case CODE, TEXT -> new Typed.Code(ref, fact);
            case YES_NO -> new Typed.Bool(new Condition.FactIsTrue(ref));
            case LIST -> new Typed.Codes(ref, fact);
            case TITLE -> new Typed.Bool(new Condition.HoldsTitle(fact.name()));
        };
    }

    static Unit unit(Fact fact) {
        return switch (fact.type()) {
            case MONEY -> Unit.MONEY;
            case COUNT -> Unit.of(fact.unit());
            default -> Unit.PLAIN;
        };
    }

    private static Typed money(long yuan) {
        return new Typed.Num(NumberTerm.literal(yuan), Unit.MONEY);
    }

    private Typed unknown(String name, Expression at) {
        Phrase advice = advice(name, scope.facts(), scope.allNames());
        return reports.report(
                at,
                ProblemCode.UNKNOWN_FACT,
                Phrase.of("没有「{0}」这个事实{1}", "\"{0}\" is not a known fact.{1}", name, advice));
    }

    /** What was probably meant: the fact that has this alias, or the most similar name. */
    static Phrase advice(String name, Facts facts, Collection<String> names) {
        Fact alias = facts.called(name);
        return alias != null ? DidYouMean.meant(alias.name()) : DidYouMean.advice(name, names);
    }
}
