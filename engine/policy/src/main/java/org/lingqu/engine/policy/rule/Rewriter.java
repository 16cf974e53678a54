package org.lingqu.engine.policy.rule;

import java.util.List;
import java.util.function.UnaryOperator;
import org.lingqu.engine.policy.rule.NumberTerm.Add;
import org.lingqu.engine.policy.rule.NumberTerm.Subtract;

/**
 * Makes trees again with some nodes replaced. Override {@code in} for the kind of node to be replaced and ask {@code parts} for
 * the node with its parts rewritten.
 */
public abstract class Rewriter {

    public Condition in(Condition condition) {
        return parts(condition);
    }

    public NumberTerm in(NumberTerm number) {
        return parts(number);
    }

    public DateTerm in(DateTerm date) {
        return parts(date);
    }

    public RangeTerm in(RangeTerm range) {
        return parts(range);
    }

    private static <T> List<T> each(List<T> terms, UnaryOperator<T> rewrite) {
        return terms.stream().map(rewrite).toList();
    }

    /** The same condition with its parts rewritten. */
    protected final Condition parts(Condition condition) {
        return switch (condition) {
            case Condition.Compare(var left, var comparison, var right) ->
                new Condition.Compare(in(left), comparison, in(right));
            case Condition.CompareRange(var range, var comparison, var bound) ->
                new Condition.CompareRange(in(range), comparison, in(bound));
            case Condition.CompareDates(var left, var comparison, var right) ->
                new Condition.CompareDates(in(left), comparison, in(right));
            case Condition.IsKnown(var term) -> new Condition.IsKnown(in(term));
            case Condition.Not(var of) -> new Condition.Not(in(of));
            case Condition.And(var of) -> new Condition.And(each(of, this::in));
            case Condition.Or(var of) -> new Condition.Or(each(of, this::in));
            case Condition.AtLeast(int count, var of) -> new Condition.AtLeast(count, each(of, this::in));
            case Condition.If(var when, var then, var otherwise) -> new Condition.If(in(when), in(then), in(otherwise));
            case Condition.Derived(var computed, var supplied, boolean suppliedFirst) ->
                new Condition.Derived(in(computed), in(supplied), suppliedFirst);
            case Condition.Constant leaf -> leaf;
            case Condition.FactIsTrue leaf -> leaf;
            case Condition.CodeIn leaf -> leaf;
            case Condition.CodeStartsWith leaf -> leaf;
            case Condition.ListHasAny leaf -> leaf;
            case Condition.HoldsTitle leaf -> leaf;
            case Condition.YearExists leaf -> leaf;
            case Condition.Asked leaf -> leaf;
        };
    }

    /** The same number with its parts rewritten. */
    protected final NumberTerm parts(NumberTerm number) {
        return switch (number) {
            case Add(var left, var right) -> new Add(in(left), in(right));
            case Subtract(var left, var right) -> new Subtract(in(left), in(right));
            case NumberTerm.Multiply(var left, var right) -> new NumberTerm.Multiply(in(left), in(right));
            case NumberTerm.Divide(var left, var right) -> new NumberTerm.Divide(in(left), in(right));
            case NumberTerm.Min(var terms) -> new NumberTerm.Min(each(terms, this::in));
            case NumberTerm.Max(var terms) -> new NumberTerm.Max(each(terms, this::in));
            case NumberTerm.Floor(var of) -> new NumberTerm.Floor(in(of));
            case NumberTerm.Choose(var when, var then, var otherwise) ->
                new NumberTerm.Choose(in(when), in(then), in(otherwise));
            case NumberTerm.Steps(var subject, var steps, var lowest) ->
                new NumberTerm.Steps(in(subject), steps, lowest);
            case NumberTerm.CompoundGrowth(var last, var base, int intervals) ->
                new NumberTerm.CompoundGrowth(in(last), in(base), intervals);
            case NumberTerm.DaysBetween(var from, var to) -> new NumberTerm.DaysBetween(in(from), in(to));
            case NumberTerm.MonthsBetween(var from, var to) -> new NumberTerm.MonthsBetween(in(from), in(to));
            case NumberTerm.YearOf(var date) -> new NumberTerm.YearOf(in(date));
            case NumberTerm.Fallback(var of, var whenUnknown) -> new NumberTerm.Fallback(in(of), whenUnknown);
            case NumberTerm.Literal leaf -> leaf;
            case NumberTerm.FactNumber leaf -> leaf;
            case NumberTerm.YearSum leaf -> leaf;
            case NumberTerm.YearCount leaf -> leaf;
            case NumberTerm.ListSize leaf -> leaf;
            case NumberTerm.Unset leaf -> leaf;
            case NumberTerm.Judged leaf -> leaf;
        };
    }

    /** The same day with its parts rewritten. */
    protected final DateTerm parts(DateTerm date) {
        return date instanceof DateTerm.Moved(var from, int months, int days)
                ? new DateTerm.Moved(in(from), months, days)
                : date;
    }

    /** The same range with its parts rewritten. */
    protected final RangeTerm parts(RangeTerm range) {
        return switch (range) {
            case RangeTerm.Points(var points, var least, var most) -> new RangeTerm.Points(in(points), least, most);
            case RangeTerm.Judgement(var item, var from, var to, var least, var most) ->
                new RangeTerm.Judgement(item, in(from), in(to), least, most);
            case RangeTerm.Sum(var of) -> new RangeTerm.Sum(each(of, this::in));
            case RangeTerm.Best(var of) -> new RangeTerm.Best(each(of, this::in));
            case RangeTerm.Cap(var part, var most) -> new RangeTerm.Cap(in(part), most);
        };
    }
}
