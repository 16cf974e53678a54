package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.lingqu.engine.policy.column.Node.Operator;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.Expansion;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Truth;

/** Reduces the typed tree of rules to nodes over the columns there are, on a date. What no column holds is missing. */
public final class Lowering {

    private static final Node.Test UNKNOWN = new Node.Constant(Truth.UNKNOWN);
    private static final Node.Amount NOTHING = new Node.Nothing();

    private final LocalDate asOf;
    private final Predicate<String> has;

    /**
     * @param asOf the day for which decisions are taken
     * @param has whether there is a column of that name, see {@link FirmColumns#has}
     */
    public Lowering(LocalDate asOf, Predicate<String> has) {
        this.asOf = asOf;
        this.has = has;
    }

    /** The same condition over columns. */
    public Node.Test lower(Condition condition) {
        return switch (condition) {
            case Condition.Constant(var value) -> new Node.Constant(value);
            case Condition.Compare(var left, var comparison, var right) ->
                new Node.Compare(lower(left), comparison, lower(right));
            case Condition.CompareRange range -> new Node.Agreed(lower(range.low()), lower(range.high()));
            case Condition.CompareDates(var left, var comparison, var right) ->
                new Node.Compare(lower(left), comparison, lower(right));
            case Condition.FactIsTrue(var ref) -> flag(name(ref));
            case Condition.CodeIn(var ref, var codes) ->
                has.test(name(ref)) ? new Node.Among(name(ref), codes) : UNKNOWN;
            case Condition.CodeStartsWith(var ref, var prefixes) ->
                has.test(name(ref)) ? new Node.Begins(name(ref), prefixes) : UNKNOWN;
            case Condition.ListHasAny(var ref, var codes) ->
                has.test(name(ref)) ? new Node.Includes(name(ref), codes) : UNKNOWN;
            case Condition.HoldsTitle(var title) -> {
                String column = ColumnNames.title(title);
                yield has.test(column) ? new Node.Covers(column, (int) asOf.toEpochDay()) : UNKNOWN;
            }
            case Condition.IsKnown(var term) -> new Node.Present(lower(term));
            case Condition.YearExists exists -> yearExists(exists);
            case Condition.Asked(var item) -> flag(ColumnNames.answer(item));
            case Condition.Not(var of) -> new Node.Not(lower(of));
            case Condition.And(var of) -> new Node.All(all(of));
            case Condition.Or(var of) -> new Node.Any(all(of));
            case Condition.AtLeast(int count, var of) -> new Node.CountAtLeast(count, all(of));
            case Condition.Derived derived -> firstKnown(lower(derived.first()), lower(derived.second()));
            case Condition.If(var when, var then, var otherwise) ->
                new Node.Either(lower(when), lower(then), lower(otherwise));
        };
    }

    private static Node.Test firstKnown(Node.Test first, Node.Test second) {
        if (first.equals(UNKNOWN)) {
            return second;
        }
        var known = new Node.Present(new Node.Choice(first, Node.Literal.of(1), Node.Literal.of(0)));
        return new Node.Either(known, first, second);
    }

    /** The same number over columns. */
    public Node.Amount lower(NumberTerm term) {
        return switch (term) {
            case NumberTerm.Literal(var value) -> new Node.Literal(value);
            case NumberTerm.FactNumber(var ref) -> figure(name(ref));
            case NumberTerm.YearSum sum -> lower(Expansion.of(sum));
            case NumberTerm.YearCount count -> lower(Expansion.of(count));
            case NumberTerm.ListSize(var ref) -> has.test(name(ref)) ? new Node.Size(name(ref)) : NOTHING;
            case NumberTerm.Add(var left, var right) -> arithmetic(Operator.PLUS, left, right);
            case NumberTerm.Subtract(var left, var right) -> arithmetic(Operator.MINUS, left, right);
            case NumberTerm.Multiply(var left, var right) -> arithmetic(Operator.TIMES, left, right);
            case NumberTerm.Divide(var left, var right) -> arithmetic(Operator.DIVIDED_BY, left, right);
            case NumberTerm.Min(var terms) -> reduce(Operator.LEAST, terms);
            case NumberTerm.Max(var terms) -> reduce(Operator.GREATEST, terms);
            case NumberTerm.Floor(var of) -> new Node.Floor(lower(of));
            case NumberTerm.Choose choose -> choice(choose);
            case NumberTerm.Steps(var subject, var steps, var lowest) ->
                new Node.Bands(
                        lower(subject),
                        steps.stream()
                                .map(step -> new Node.Band(step.bound(), step.inclusive(), step.value()))
                                .toList(),
                        lowest);
            case NumberTerm.CompoundGrowth(var last, var base, int intervals) ->
                new Node.Growth(lower(last), lower(base), intervals);
            case NumberTerm.DaysBetween(var from, var to) ->
                new Node.Arithmetic(Operator.MINUS, lower(to), lower(from));
            case NumberTerm.MonthsBetween(var from, var to) -> new Node.MonthsBetween(lower(from), lower(to));
            case NumberTerm.YearOf(var date) -> new Node.Year(lower(date));
            case NumberTerm.Unset unset -> NOTHING;
            case NumberTerm.Judged(var item) -> figure(ColumnNames.judgement(item));
            case NumberTerm.Fallback(var of, var whenUnknown) -> new Node.Filled(lower(of), whenUnknown);
        };
    }

    private Node.Amount lower(DateTerm date) {
        return switch (date) {
            case DateTerm.DateLiteral(var value) -> day(value);
            case DateTerm.FactDate(var ref) -> figure(name(ref));
            case DateTerm.AsOf now -> day(asOf);
            case DateTerm.YearEnd(int yearsBack) -> yearEnd(yearsBack);
            case DateTerm.Moved(var from, int months, int days) -> moved(lower(from), months, days);
        };
    }

    private static Node.Amount moved(Node.Amount day, int months, int days) {
        if (day instanceof Node.Literal(BigDecimal value)) {
            return day(LocalDate.ofEpochDay(value.longValueExact())
                    .plusMonths(months)
                    .plusDays(days));
        }
        Node.Amount later = months == 0 ? day : new Node.MonthsLater(day, months);
        return days == 0 ? later : new Node.Arithmetic(Operator.PLUS, later, Node.Literal.of(days));
    }

    private Node.Amount choice(NumberTerm.Choose choose) {
        if (choose.condition() instanceof Condition.YearExists(var fact, int back)
                && choose.then() instanceof NumberTerm.FactNumber(var ref)
                && ref.equals(new FactRef(fact, back))
                && choose.otherwise() instanceof NumberTerm.Literal(var other)
                && other.signum() == 0
                && has.test(name(ref))) {
            return new Node.FigureOrZero(name(ref), new Node.Compare(founded(), Comparison.GREATER, yearEnd(back)));
        }
        return new Node.Choice(lower(choose.condition()), lower(choose.then()), lower(choose.otherwise()));
    }

    private Node.Test yearExists(Condition.YearExists exists) {
        var known = new Node.Present(figure(name(new FactRef(exists.fact(), exists.yearsBack()))));
        var founded = new Node.Compare(founded(), Comparison.AT_MOST, yearEnd(exists.yearsBack()));
        return new Node.Either(known, new Node.Constant(Truth.TRUE), founded);
    }

    private Node.Amount founded() {
        return figure(name(Facts.FOUNDED));
    }

    private Node.Amount yearEnd(int yearsBack) {
        return day(LocalDate.of(asOf.getYear() - yearsBack, 12, 31));
    }

    private static Node.Amount day(LocalDate day) {
        return Node.Literal.of(day.toEpochDay());
    }

    private Node.Amount arithmetic(Operator operator, NumberTerm left, NumberTerm right) {
        return new Node.Arithmetic(operator, lower(left), lower(right));
    }

    private Node.Amount reduce(Operator operator, List<NumberTerm> terms) {
        BinaryOperator<Node.Amount> combine = (left, right) -> new Node.Arithmetic(operator, left, right);
        return terms.stream().map(this::lower).reduce(combine).orElse(NOTHING);
    }

    private List<Node.Test> all(List<Condition> conditions) {
        return conditions.stream().map(this::lower).toList();
    }

    private Node.Amount figure(String column) {
        return has.test(column) ? new Node.Figure(column) : NOTHING;
    }

    private Node.Test flag(String column) {
        return has.test(column) ? new Node.Flag(column) : UNKNOWN;
    }

    private String name(FactRef ref) {
        return ColumnNames.of(ref, asOf);
    }
}
