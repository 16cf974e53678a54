package org.lingqu.engine.policy.rule;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        for (Iterator<? extends Term> parts = children(term).iterator(); parts.hasNext() && size < most; ) {
            size += size(parts.next(), most - size);
        }
        return size;
    }

    /** The parts that a term is made of. */
    public static Stream<? extends Term> children(Term term) {
        return switch (term) {
            case Condition condition -> ofCondition(condition);
            case NumberTerm number -> ofNumber(number);
            case DateTerm date -> date instanceof DateTerm.Moved moved ? Stream.of(moved.date()) : Stream.empty();
            case RangeTerm range -> ofRange(range);
        };
    }

    private static Stream<? extends Term> ofCondition(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare -> Stream.of(compare.left(), compare.right());
            case Condition.CompareRange compare -> Stream.of(compare.range(), compare.bound());
            case Condition.CompareDates compare -> Stream.of(compare.left(), compare.right());
            case Condition.IsKnown known -> Stream.of(known.term());
            case Condition.Not not -> Stream.of(not.condition());
            case Condition.And and -> and.conditions().stream();
            case Condition.Or or -> or.conditions().stream();
            case Condition.AtLeast least -> least.conditions().stream();
            case Condition.If choice -> Stream.of(choice.condition(), choice.then(), choice.otherwise());
            case Condition.Derived derived -> Stream.of(derived.computed(), derived.supplied());
            case Condition.Constant leaf -> Stream.empty();
            case Condition.FactIsTrue leaf -> Stream.empty();
            case Condition.CodeIn leaf -> Stream.empty();
            case Condition.CodeStartsWith leaf -> Stream.empty();
            case Condition.ListHasAny leaf -> Stream.empty();
            case Condition.HoldsTitle leaf -> Stream.empty();
            case Condition.YearExists leaf -> Stream.empty();
            case Condition.Asked leaf -> Stream.empty();
        };
    }

    private static Stream<? extends Term> ofNumber(NumberTerm number) {
        return switch (number) {
            case NumberTerm.Add add -> Stream.of(add.left(), add.right());
            case NumberTerm.Subtract minus -> Stream.of(minus.left(), minus.right());
            case NumberTerm.Multiply times -> Stream.of(times.left(), times.right());
            case NumberTerm.Divide divide -> Stream.of(divide.left(), divide.right());
            case NumberTerm.Min min -> min.terms().stream();
            case NumberTerm.Max max -> max.terms().stream();
            case NumberTerm.Floor floor -> Stream.of(floor.term());
            case NumberTerm.Choose choose -> Stream.of(choose.condition(), choose.then(), choose.otherwise());
            case NumberTerm.Steps steps -> Stream.of(steps.subject());
            case NumberTerm.CompoundGrowth growth -> Stream.of(growth.last(), growth.base());
            case NumberTerm.DaysBetween days -> Stream.of(days.from(), days.to());
            case NumberTerm.MonthsBetween months -> Stream.of(months.from(), months.to());
            case NumberTerm.YearOf year -> Stream.of(year.date());
            case NumberTerm.Fallback fallback -> Stream.of(fallback.term());
            case NumberTerm.Literal leaf -> Stream.empty();
            case NumberTerm.FactNumber leaf -> Stream.empty();
            case NumberTerm.YearSum leaf -> Stream.empty();
            case NumberTerm.YearCount leaf -> Stream.empty();
            case NumberTerm.ListSize leaf -> Stream.empty();
            case NumberTerm.Unset leaf -> Stream.empty();
            case NumberTerm.Judged leaf -> Stream.empty();
        };
    }

    private static Stream<? extends Term> ofRange(RangeTerm range) {
        return switch (range) {
            case RangeTerm.Points points -> Stream.of(points.points());
            case RangeTerm.Judgement judgement -> Stream.of(judgement.from(), judgement.to());
            case RangeTerm.Sum sum -> sum.parts().stream();
            case RangeTerm.Best best -> best.parts().stream();
            case RangeTerm.Cap cap -> Stream.of(cap.part());
        };
    }

    /** Every value of the firm that a tree may read, in order of appearance. */
    public static Set<FactRef> facts(Term term) {
        Set<FactRef> refs = new LinkedHashSet<>();
        each(term, part -> direct(part).forEach(refs::add));
        return refs;
    }

    /** The values that one node reads itself. */
    public static Stream<FactRef> direct(Term term) {
        return switch (term) {
            case NumberTerm.FactNumber fact -> Stream.of(fact.ref());
            case NumberTerm.ListSize size -> Stream.of(size.ref());
            case NumberTerm.YearSum sum -> years(sum.fact(), sum.first(), sum.last());
            case NumberTerm.YearCount count -> years(count.fact(), count.first(), count.last());
            case DateTerm.FactDate fact -> Stream.of(fact.ref());
            case Condition.FactIsTrue fact -> Stream.of(fact.ref());
            case Condition.CodeIn in -> Stream.of(in.ref());
            case Condition.CodeStartsWith starts -> Stream.of(starts.ref());
            case Condition.ListHasAny has -> Stream.of(has.ref());
            case Condition.YearExists year -> years(year.fact(), year.yearsBack(), year.yearsBack());
            default -> Stream.empty();
        };
    }

    private static Stream<FactRef> years(String fact, int first, int last) {
        return Stream.concat(
                IntStream.rangeClosed(first, last).mapToObj(back -> new FactRef(fact, back)), Stream.of(Facts.FOUNDED));
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
