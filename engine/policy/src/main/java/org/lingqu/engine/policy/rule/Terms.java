package org.lingqu.engine.policy.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;

/** Walking trees and writing them down. */
public final class Terms {

    private Terms() {}

    /** Visits a term and everything in it, parents first. Sums over years are visited as they are, not expanded. */
    public static void each(Term term, Consumer<Term> visit) {
        visit.accept(term);
        children(term).forEach(child -> each(child, visit));
    }

    /** How many parts a term has, itself included, counted as often as they are used; not counted on once it is {@code most}. */
    public static int size(Term term, int most) {
        int size = 1;
        for (Term part : children(term)) {
            if (size >= most) {
                break;
            }
            size += size(part, most - size);
        }
        return size;
    }

    /** The parts that a term is made of. */
    public static List<? extends Term> children(Term term) {
        return switch (term) {
            case Condition condition -> ofCondition(condition);
            case NumberTerm number -> ofNumber(number);
            case DateTerm date -> date instanceof DateTerm.Moved moved ? List.of(moved.date()) : List.of();
            case RangeTerm range -> ofRange(range);
        };
    }

    private static List<? extends Term> ofCondition(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare -> List.of(compare.left(), compare.right());
            case Condition.CompareRange compare -> List.of(compare.range(), compare.bound());
            case Condition.CompareDates compare -> List.of(compare.left(), compare.right());
            case Condition.IsKnown known -> List.of(known.term());
            case Condition.Not not -> List.of(not.condition());
            case Condition.And and -> and.conditions();
            case Condition.Or or -> or.conditions();
            case Condition.AtLeast least -> least.conditions();
            case Condition.If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Condition.Derived derived -> List.of(derived.computed(), derived.supplied());
            case Condition.Constant leaf -> List.of();
            case Condition.FactIsTrue leaf -> List.of();
            case Condition.CodeIn leaf -> List.of();
            case Condition.CodeStartsWith leaf -> List.of();
            case Condition.ListHasAny leaf -> List.of();
            case Condition.HoldsTitle leaf -> List.of();
            case Condition.YearExists leaf -> List.of();
            case Condition.Asked leaf -> List.of();
        };
    }

    private static List<? extends Term> ofNumber(NumberTerm number) {
        return switch (number) {
            case NumberTerm.Add add -> List.of(add.left(), add.right());
            case NumberTerm.Subtract minus -> List.of(minus.left(), minus.right());
            case NumberTerm.Multiply times -> List.of(times.left(), times.right());
            case NumberTerm.Divide divide -> List.of(divide.left(), divide.right());
            case NumberTerm.Min min -> min.terms();
            case NumberTerm.Max max -> max.terms();
            case NumberTerm.Floor floor -> List.of(floor.term());
            case NumberTerm.Choose choose -> List.of(choose.condition(), choose.then(), choose.otherwise());
            case NumberTerm.Steps steps -> List.of(steps.subject());
            case NumberTerm.CompoundGrowth growth -> List.of(growth.last(), growth.base());
            case NumberTerm.DaysBetween days -> List.of(days.from(), days.to());
            case NumberTerm.MonthsBetween months -> List.of(months.from(), months.to());
            case NumberTerm.YearOf year -> List.of(year.date());
            case NumberTerm.Fallback fallback -> List.of(fallback.term());
            case NumberTerm.Literal leaf -> List.of();
            case NumberTerm.FactNumber leaf -> List.of();
            case NumberTerm.YearSum leaf -> List.of();
            case NumberTerm.YearCount leaf -> List.of();
            case NumberTerm.ListSize leaf -> List.of();
            case NumberTerm.Unset leaf -> List.of();
            case NumberTerm.Judged leaf -> List.of();
        };
    }

    private static List<? extends Term> ofRange(RangeTerm range) {
        return switch (range) {
            case RangeTerm.Points points -> List.of(points.points());
            case RangeTerm.Judgement judgement -> List.of(judgement.from(), judgement.to());
            case RangeTerm.Sum sum -> sum.parts();
            case RangeTerm.Best best -> best.parts();
            case RangeTerm.Cap cap -> List.of(cap.part());
        };
    }

    /** Every value of the firm that a tree may read, in order of appearance. */
    public static Set<FactRef> facts(Term term) {
        Set<FactRef> refs = new LinkedHashSet<>();
        each(term, part -> refs.addAll(direct(part)));
        return refs;
    }

    /** The values that one node reads itself. */
    public static List<FactRef> direct(Term term) {
        return switch (term) {
            case NumberTerm.FactNumber fact -> List.of(fact.ref());
            case NumberTerm.ListSize size -> List.of(size.ref());
            case NumberTerm.YearSum sum -> years(sum.fact(), sum.first(), sum.last());
            case NumberTerm.YearCount count -> years(count.fact(), count.first(), count.last());
            case DateTerm.FactDate fact -> List.of(fact.ref());
            case Condition.FactIsTrue fact -> List.of(fact.ref());
            case Condition.CodeIn in -> List.of(in.ref());
            case Condition.CodeStartsWith starts -> List.of(starts.ref());
            case Condition.ListHasAny has -> List.of(has.ref());
            case Condition.YearExists year -> years(year.fact(), year.yearsBack(), year.yearsBack());
            default -> List.of();
        };
    }

    private static List<FactRef> years(String fact, int first, int last) {
        List<FactRef> refs = new ArrayList<>();
        for (int back = first; back <= last; back++) {
            refs.add(new FactRef(fact, back));
        }
        refs.add(Facts.FOUNDED);
        return refs;
    }

    /** A number as a person would write it; short, for messages. */
    public static String text(NumberTerm term) {
        return switch (term) {
            case NumberTerm.Literal literal -> literal.value().toPlainString();
            case NumberTerm.FactNumber fact -> fact.ref().toString();
            case NumberTerm.YearSum sum -> sum.fact() + "." + sumWord(sum);
            case NumberTerm.YearCount count -> "实际年数";
            case NumberTerm.ListSize size -> size.ref() + "的个数";
            case NumberTerm.Add add -> text(add.left()) + " + " + text(add.right());
            case NumberTerm.Subtract minus -> text(minus.left()) + " - " + text(minus.right());
            case NumberTerm.Multiply times -> grouped(times.left()) + " × " + grouped(times.right());
            case NumberTerm.Divide divide -> grouped(divide.left()) + " / " + grouped(divide.right());
            case NumberTerm.Min min -> "较小值（" + list(min.terms()) + "）";
            case NumberTerm.Max max -> "较大值（" + list(max.terms()) + "）";
            case NumberTerm.Floor floor -> "取整（" + text(floor.term()) + "）";
            case NumberTerm.Choose choose -> "按情形（" + text(choose.then()) + "，" + text(choose.otherwise()) + "）";
            case NumberTerm.Steps steps -> "按" + text(steps.subject()) + "分档";
            case NumberTerm.CompoundGrowth growth -> text(growth.last()) + "的" + growth.intervals() + "年复合增长率";
            case NumberTerm.DaysBetween days -> "天数";
            case NumberTerm.MonthsBetween months -> "月数";
            case NumberTerm.YearOf year -> "年份";
            case NumberTerm.Unset unset -> unset.parameter();
            case NumberTerm.Judged judged -> judged.item();
            case NumberTerm.Fallback fallback -> text(fallback.term());
        };
    }

    private static String sumWord(NumberTerm.YearSum sum) {
        String[] words = {"", "", "近两年", "近三年", "近四年", "近五年"};
        return sum.first() == 1 && sum.last() < words.length && sum.last() > 1
                ? words[sum.last()]
                : "前" + sum.first() + "至" + sum.last() + "年";
    }

    private static String list(List<NumberTerm> terms) {
        return terms.stream().map(Terms::text).collect(Collectors.joining("，"));
    }

    private static String grouped(NumberTerm term) {
        return term instanceof NumberTerm.Add
                        || term instanceof NumberTerm.Subtract
                        || term instanceof NumberTerm.Divide
                ? "（" + text(term) + "）"
                : text(term);
    }
}
