package org.lingqu.engine.policy.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** Conditions in FEEL: true, false, or null where they are unknown. Tests guard themselves; and, or, not are FEEL's own. */
final class Conditions {

    private final Graph graph;
    private final Dates dates;
    private final Map<Supposition, Numbers> numbers = new HashMap<>();
    private final Map<Supposition, Ranges> ranges = new HashMap<>();
    private final Map<Known, String> decided = new HashMap<>();

    private record Known(Condition condition, Supposition supposition) {}

    Conditions(Graph graph) {
        this.graph = graph;
        dates = new Dates(graph);
        for (Supposition supposition : Supposition.values()) {
            var translated = new Numbers(graph, dates, this, supposition);
            numbers.put(supposition, translated);
            ranges.put(supposition, new Ranges(graph, translated, supposition));
        }
    }

    @SuppressWarnings("NullAway") // every supposition has one
    Numbers numbers(Supposition supposition) {
        return numbers.get(supposition);
    }

    @SuppressWarnings("NullAway") // every supposition has one
    Ranges ranges(Supposition supposition) {
        return ranges.get(supposition);
    }

    /** Whether an answer or a judgement of people is part of it. */
    static boolean isOpen(Term term) {
        boolean[] open = new boolean[1];
        Terms.each(term, part -> open[0] |= part instanceof Condition.Asked || part instanceof RangeTerm.Judgement);
        return open[0];
    }

    /** From now on the condition is read from a decision of that name. */
    void decided(Condition condition, Supposition supposition, String name) {
        boolean leaf = condition instanceof Condition.FactIsTrue
                || condition instanceof Condition.HoldsTitle
                || condition instanceof Condition.Asked
                || condition instanceof Condition.Constant;
        if (!leaf) {
            decided.putIfAbsent(new Known(condition, supposition), name);
        }
    }

    /** True, false or null. */
    Expression of(Condition condition, Supposition supposition) {
        return guarded(condition, supposition).orNull();
    }

    /** The truth with what makes it unknown; what mixes both becomes a variable of its own. */
    Guarded guarded(Condition condition, Supposition supposition) {
        Supposition own = isOpen(condition) ? supposition : Supposition.OPEN;
        String known = decided.get(new Known(condition, own));
        if (known != null) {
            return Guarded.named(known);
        }
        return switch (condition) {
            case Condition.Constant constant ->
                switch (constant.value()) {
                    case TRUE -> Guarded.known(Trees.TRUE);
                    case FALSE -> Guarded.known(Trees.FALSE);
                    case UNKNOWN -> Guarded.known(Trees.FALSE).refusing(Trees.TRUE);
                };
            case Condition.Compare compare -> compare(compare, numbers(own));
            case Condition.CompareRange compare -> compare(compare, own);
            case Condition.CompareDates compare -> {
                Guarded left = dates.of(compare.left());
                Guarded right = dates.of(compare.right());
                yield Guarded.of(
                        Trees.compare(compare.comparison(), left.value(), right.value()), List.of(left, right));
            }
            case Condition.FactIsTrue fact -> Guarded.named(graph.fact(fact.ref()));
            case Condition.CodeIn in ->
                about(in.ref(), code -> Trees.call("list contains", Trees.texts(in.codes()), code));
            case Condition.CodeStartsWith starts ->
                about(
                        starts.ref(),
                        code -> Trees.some(
                                "前缀",
                                Trees.texts(starts.prefixes()),
                                Trees.call("starts with", code, Trees.name("前缀"))));
            case Condition.ListHasAny has ->
                about(
                        has.ref(),
                        list -> Trees.some(
                                "各项", list, Trees.call("list contains", Trees.texts(has.codes()), Trees.name("各项"))));
            case Condition.HoldsTitle title -> Guarded.named(graph.title(title.title()));
            case Condition.IsKnown isKnown ->
                Guarded.known(numbers(own)
                        .of(isKnown.term())
                        .unknown()
                        .map(Trees::not)
                        .orElse(Trees.TRUE));
            case Condition.YearExists year -> variable(exists(year));
            case Condition.Asked asked -> asked(asked, own);
            case Condition.Derived derived -> {
                Expression first = Trees.name("先");
                yield variable(Trees.let(
                        List.of(Trees.entry("先", of(derived.first(), own))),
                        "结果",
                        Trees.choose(Trees.isKnown(first), first, of(derived.second(), own))));
            }
            case Condition.Not not -> {
                Guarded inner = guarded(not.condition(), own.opposite());
                yield Guarded.of(Trees.not(inner.value()), List.of(inner));
            }
            case Condition.And and -> variable(Trees.all(each(and.conditions(), own)));
            case Condition.Or or -> variable(Trees.any(each(or.conditions(), own)));
            case Condition.AtLeast least -> variable(atLeast(least, own));
            case Condition.If choice -> {
                Guarded asked = settled(choice.condition(), own);
                Expression chosen = Trees.choose(asked.value(), of(choice.then(), own), of(choice.otherwise(), own));
                yield variable(Guarded.of(chosen, List.of(asked)).orNull());
            }
        };
    }

    /** The truth for a place where null must not come by, such as behind {@code if}: with all that makes it unknown. */
    Guarded settled(Condition condition, Supposition supposition) {
        Guarded truth = guarded(condition, supposition);
        if (saysItself(condition) || truth.value() instanceof Expression.Name) {
            return truth;
        }
        Supposition own = isOpen(condition) ? supposition : Supposition.OPEN;
        String name = graph.part(own, truth.orNull());
        decided(condition, own, name);
        return Guarded.named(name);
    }

    /** Whether the guards of a condition are all that makes it unknown. */
    private static boolean saysItself(Condition condition) {
        return switch (condition) {
            case Condition.And and -> false;
            case Condition.Or or -> false;
            case Condition.AtLeast least -> false;
            case Condition.If choice -> false;
            case Condition.Derived derived -> false;
            case Condition.YearExists year -> false;
            case Condition.Not not -> saysItself(not.condition());
            case Condition.Constant leaf -> true;
            case Condition.Compare leaf -> true;
            case Condition.CompareRange leaf -> true;
            case Condition.CompareDates leaf -> true;
            case Condition.FactIsTrue leaf -> true;
            case Condition.CodeIn leaf -> true;
            case Condition.CodeStartsWith leaf -> true;
            case Condition.ListHasAny leaf -> true;
            case Condition.HoldsTitle leaf -> true;
            case Condition.IsKnown leaf -> true;
            case Condition.Asked leaf -> true;
        };
    }

    /** An expression that may be null by itself, to be asked as it stands. */
    private static Guarded variable(Expression nullable) {
        return Guarded.known(nullable);
    }

    private List<Expression> each(Collection<Condition> conditions, Supposition supposition) {
        return conditions.stream().map(part -> of(part, supposition)).toList();
    }

    private interface Test {
        Expression of(Expression value);
    }

    private Guarded about(FactRef ref, Test test) {
        String name = graph.fact(ref);
        return Guarded.of(test.of(Trees.name(name)), List.of(Guarded.named(name)));
    }

    private Guarded compare(Condition.Compare compare, Numbers translated) {
        if (compare.left() instanceof NumberTerm.CompoundGrowth growth) {
            return growth(growth, compare.comparison(), compare.right(), translated);
        }
        if (compare.right() instanceof NumberTerm.CompoundGrowth growth) {
            return growth(growth, compare.comparison().mirrored(), compare.left(), translated);
        }
        Guarded left = translated.of(compare.left());
        Guarded right = translated.of(compare.right());
        boolean exact = Exactness.isExact(compare.left(), compare.right());
        Expression test = exact
                ? Trees.compare(compare.comparison(), left.value(), right.value())
                : Trees.compare(
                        compare.comparison(), Exactness.rounded(left.value()), Exactness.rounded(right.value()));
        return Guarded.of(test, List.of(left, right));
    }

    private static Guarded growth(
            NumberTerm.CompoundGrowth growth, Comparison comparison, NumberTerm bound, Numbers translated) {
        Numbers.GrowthSides sides = translated.sides(growth);
        Guarded limit = translated.of(bound);
        return Guarded.of(sides.test(comparison, limit.value()), List.of(sides.guards(), limit));
    }

    /** Settled where the certain and the possible points say the same. */
    private Guarded compare(Condition.CompareRange compare, Supposition supposition) {
        Guarded bound = numbers(supposition).of(compare.bound());
        Ranges.Ends ends = ranges(Supposition.OPEN).of(compare.range());
        boolean exact = Exactness.isExact(compare.range(), compare.bound());
        Expression low = test(compare.comparison(), ends.low(), bound.value(), exact);
        Expression high = test(compare.comparison(), ends.high(), bound.value(), exact);
        if (low.equals(high)) {
            return Guarded.of(low, List.of(bound));
        }
        if (supposition == Supposition.OPEN) {
            return Guarded.of(low, List.of(bound)).refusing(notEqual(low, high));
        }
        Ranges.Ends points = ranges(compare.comparison().isUpwards() ? supposition : supposition.opposite())
                .of(compare.range());
        Expression supposed = test(compare.comparison(), points.low(), bound.value(), exact);
        // while lines to be computed are missing, points between the extremes would leave it open
        return Guarded.of(supposed, List.of(bound))
                .refusing(Trees.all(List.of(notEqual(low, high), notEqual(points.low(), points.high()))));
    }

    private static Expression test(Comparison comparison, Expression points, Expression bound, boolean exact) {
        return exact
                ? Trees.compare(comparison, points, bound)
                : Trees.compare(comparison, Exactness.rounded(points), Exactness.rounded(bound));
    }

    private static Expression notEqual(Expression left, Expression right) {
        return Trees.compare(Comparison.NOT_EQUAL, left, right);
    }

    private Expression exists(Condition.YearExists year) {
        Expression value = Trees.name(graph.fact(new FactRef(year.fact(), year.yearsBack())));
        String founded = graph.fact(Facts.FOUNDED);
        Guarded there = Guarded.of(
                Trees.compare(
                        Comparison.AT_MOST, Trees.path(Trees.name(founded), "year"), dates.year(year.yearsBack())),
                List.of(Guarded.named(founded)));
        return Trees.choose(Trees.isKnown(value), Trees.TRUE, there.orNull());
    }

    private Guarded asked(Condition.Asked asked, Supposition supposition) {
        Guarded answer = Guarded.named(graph.answer(asked.item()));
        return switch (supposition) {
            case OPEN -> answer;
            case YES -> Guarded.known(answer.or(Trees.TRUE));
            case NO -> Guarded.known(answer.or(Trees.FALSE));
        };
    }

    private Expression atLeast(Condition.AtLeast least, Supposition supposition) {
        List<Expression.Entry> entries = new ArrayList<>();
        entries.add(Trees.entry("各项", Trees.list(each(least.conditions(), supposition))));
        entries.add(Trees.entry("满足", count(Trees.TRUE)));
        entries.add(Trees.entry("不满足", count(Trees.FALSE)));
        int most = least.conditions().size() - least.count();
        Expression result = Trees.choose(
                Trees.compare(Comparison.AT_LEAST, Trees.name("满足"), Trees.number(least.count())),
                Trees.TRUE,
                Trees.choose(
                        Trees.compare(Comparison.GREATER, Trees.name("不满足"), Trees.number(most)),
                        Trees.FALSE,
                        Trees.NULL));
        return Trees.let(entries, "结果", result);
    }

    private static Expression count(Expression truth) {
        return Trees.call(
                "sum",
                Trees.each(
                        "一项",
                        Trees.name("各项"),
                        Trees.choose(Trees.equal(Trees.name("一项"), truth), Trees.number(1), Trees.number(0))));
    }
}
