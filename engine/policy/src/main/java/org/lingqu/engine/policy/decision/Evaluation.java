package org.lingqu.engine.policy.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.Expansion;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Truth;

/**
 * The tree, computed exactly for one firm and one date. This is the oracle that every other execution agrees with. Null
 * stands for an unknown value; a value of the wrong type counts as missing. What was computed of a node is kept, for that very
 * node; so it is not for several threads at once.
 */
public final class Evaluation {

    /** Stands in the memo for a number that is unknown. */
    private static final Object NOTHING = new Object();

    private static final DateTerm FOUNDED = new DateTerm.FactDate(Facts.FOUNDED);

    private final FirmFacts facts;
    private final LocalDate asOf;
    private final Assumption assumption;
    private final @Nullable Supposed supposed;
    private final @Nullable Reads reads;
    private final IdentityHashMap<Term, Object> known;
    private final Evaluation open; // with nothing supposed of people's answers; keeps the two others
    private @Nullable Evaluation favourable;
    private @Nullable Evaluation unfavourable;
    private @Nullable Needs needs;
    private @Nullable Reasons reasons;

    public Evaluation(FirmFacts facts, LocalDate asOf) {
        this(facts, asOf, null, 0);
    }

    /**
     * @param reads what nodes look at, as far as it is known
     * @param nodes about how many will be computed
     */
    Evaluation(FirmFacts facts, LocalDate asOf, @Nullable Reads reads, int nodes) {
        this(facts, asOf, Assumption.OPEN, null, reads, null, nodes);
    }

    private Evaluation(
            FirmFacts facts,
            LocalDate asOf,
            Assumption assumption,
            @Nullable Supposed supposed,
            @Nullable Reads reads,
            @Nullable Evaluation open,
            int nodes) {
        this.known = new IdentityHashMap<>(Math.max(nodes, 16));
        this.facts = facts;
        this.asOf = asOf;
        this.assumption = assumption;
        this.supposed = supposed;
        this.reads = reads;
        this.open = open == null ? this : open;
    }

    /** The same firm with people's answers supposed. */
    Evaluation assuming(Assumption other) {
        return switch (other) {
            case OPEN -> open;
            case YES -> {
                if (open.favourable == null) {
                    open.favourable = open.supposing(other);
                }
                yield open.favourable;
            }
            case NO -> {
                if (open.unfavourable == null) {
                    open.unfavourable = open.supposing(other);
                }
                yield open.unfavourable;
            }
        };
    }

    private Evaluation supposing(Assumption answers) {
        return new Evaluation(
                facts, asOf, answers, supposed == null ? null : supposed.assuming(answers), reads, this, 0);
    }

    /**
     * The same firm with one thing other than it is. What does not look at it is not computed again.
     *
     * @param value null for a title
     */
    private record Supposed(
            Evaluation without,
            Reads reads,
            int place,
            @Nullable FactRef ref,
            @Nullable HeldValue value,
            @Nullable String title,
            boolean held) {

        boolean concerns(Term term) {
            return reads.at(term, place);
        }

        Supposed assuming(Assumption what) {
            return new Supposed(without.assuming(what), reads, place, ref, value, title, held);
        }
    }

    /** The firm as it would be with another value of a fact. */
    public Evaluation supposing(FactRef ref, HeldValue value, Reads reads) {
        int place = reads.place(new Missing.MissingFact(ref));
        return new Evaluation(
                facts,
                asOf,
                Assumption.OPEN,
                new Supposed(open, reads, place, ref, value, null, false),
                reads,
                null,
                0);
    }

    /** The firm as it would be with a title, or without. */
    public Evaluation supposing(String title, boolean held, Reads reads) {
        int place = reads.place(new Missing.MissingTitle(title));
        return new Evaluation(
                facts,
                asOf,
                Assumption.OPEN,
                new Supposed(open, reads, place, null, null, title, held),
                reads,
                null,
                0);
    }

    /** What is held of a fact, supposed or really; null if nothing. */
    public @Nullable HeldValue held(FactRef ref) {
        if (supposed == null) {
            return facts.get(ref, asOf);
        }
        return ref.equals(supposed.ref())
                ? supposed.value()
                : supposed.without().held(ref);
    }

    /** Whether a title is held, supposed or really; null if nothing is known of it. */
    public @Nullable Boolean holds(String title) {
        if (supposed == null) {
            return facts.holds(title, asOf);
        }
        return title.equals(supposed.title())
                ? Boolean.valueOf(supposed.held())
                : supposed.without().holds(title);
    }

    /** What is missing, seen from here. */
    Needs needs() {
        if (needs == null) {
            needs = new Needs(this);
        }
        return needs;
    }

    /** Why things stay unknown, seen from here. */
    Reasons reasons() {
        if (reasons == null) {
            reasons = new Reasons(this);
        }
        return reasons;
    }

    public FirmFacts facts() {
        return facts;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Another evaluation that says the same of a node, because what is supposed here does not concern it; null for none. */
    private @Nullable Evaluation elsewhere(Term term) {
        if (supposed != null && !supposed.concerns(term)) {
            return supposed.without();
        }
        return assumption != Assumption.OPEN && reads != null && !reads.asks(term) ? open : null;
    }

    /** A number, or null when it is unknown. */
    public @Nullable Rational number(NumberTerm term) {
        if (term instanceof NumberTerm.Literal literal) {
            return Rational.of(literal.value());
        }
        Evaluation same = elsewhere(term);
        if (same != null) {
            return same.number(term);
        }
        Object before = known.get(term);
        if (before != null) {
            return NOTHING.equals(before) ? null : (Rational) before;
        }
        Rational value = computed(term);
        known.put(term, value == null ? NOTHING : value);
        return value;
    }

    private @Nullable Rational computed(NumberTerm term) {
        return switch (term) {
            case NumberTerm.Literal literal -> Rational.of(literal.value());
            case NumberTerm.FactNumber fact -> amount(fact.ref());
            case NumberTerm.YearSum sum -> sum(sum);
            case NumberTerm.YearCount count -> count(count);
            case NumberTerm.ListSize size ->
                held(size.ref()) instanceof HeldValue(FactValue.Codes codes, var source)
                        ? Rational.of(codes.values().size())
                        : null;
            case NumberTerm.Add add -> both(add.left(), add.right(), Rational::plus);
            case NumberTerm.Subtract minus -> both(minus.left(), minus.right(), Rational::minus);
            case NumberTerm.Multiply times -> both(times.left(), times.right(), Rational::times);
            case NumberTerm.Divide divide ->
                both(divide.left(), divide.right(), (a, b) -> b.signum() == 0 ? null : a.over(b));
            case NumberTerm.Min min -> extreme(min.terms(), Rational::min);
            case NumberTerm.Max max -> extreme(max.terms(), Rational::max);
            case NumberTerm.Floor floor -> map(number(floor.term()), Rational::floor);
            case NumberTerm.Choose choose ->
                switch (truth(choose.condition())) {
                    case TRUE -> number(choose.then());
                    case FALSE -> number(choose.otherwise());
                    case UNKNOWN -> null;
                };
            case NumberTerm.Steps steps -> step(steps);
            case NumberTerm.CompoundGrowth growth -> growth(growth);
            case NumberTerm.DaysBetween days -> span(days.from(), days.to(), ChronoUnit.DAYS);
            case NumberTerm.MonthsBetween months -> span(months.from(), months.to(), ChronoUnit.MONTHS);
            case NumberTerm.YearOf year -> map(date(year.date()), day -> Rational.of(day.getYear()));
            case NumberTerm.Unset unset -> null;
            case NumberTerm.Judged judged -> map(facts.judgement(judged.item()), Rational::of);
            case NumberTerm.Fallback fallback ->
                Objects.requireNonNullElse(number(fallback.term()), Rational.of(fallback.whenUnknown()));
        };
    }

    /** As {@link Expansion#of(NumberTerm.YearSum)}, without its nodes. */
    private @Nullable Rational sum(NumberTerm.YearSum sum) {
        Rational total = Rational.ZERO;
        for (int year = sum.first(); year <= sum.last() && total != null; year++) {
            var ref = new FactRef(sum.fact(), year);
            total = switch (exists(ref)) {
                case TRUE -> plus(total, amount(ref));
                case FALSE -> total;
                case UNKNOWN -> null;
            };
        }
        return total;
    }

    /** As {@link Expansion#of(NumberTerm.YearCount)}, without its nodes. */
    private @Nullable Rational count(NumberTerm.YearCount count) {
        Rational years = Rational.ZERO;
        for (int year = count.first(); year <= count.last() && years != null; year++) {
            years = switch (exists(new FactRef(count.fact(), year))) {
                case TRUE -> years.plus(Rational.ONE);
                case FALSE -> years;
                case UNKNOWN -> null;
            };
        }
        return years;
    }

    private static @Nullable Rational plus(Rational sum, @Nullable Rational more) {
        return more == null ? null : sum.plus(more);
    }

    private interface Operation {
        @Nullable Rational apply(Rational left, Rational right);
    }

    private @Nullable Rational both(NumberTerm left, NumberTerm right, Operation operation) {
        Rational a = number(left);
        Rational b = a == null ? null : number(right);
        return a == null || b == null ? null : operation.apply(a, b);
    }

    private @Nullable Rational extreme(List<NumberTerm> terms, Operation operation) {
        Rational found = number(terms.getFirst());
        for (int i = 1; i < terms.size() && found != null; i++) {
            Rational next = number(terms.get(i));
            found = next == null ? null : operation.apply(found, next);
        }
        return found;
    }

    private @Nullable Rational amount(FactRef ref) {
        return held(ref) instanceof HeldValue(FactValue.Amount amount, var source) ? Rational.of(amount.value()) : null;
    }

    private @Nullable Rational step(NumberTerm.Steps steps) {
        for (NumberTerm.Step step : steps.steps()) {
            Integer order = order(steps.subject(), Rational.of(step.bound()));
            if (order == null) {
                return null;
            }
            if (order > 0 || (order == 0 && step.inclusive())) {
                return Rational.of(step.value());
            }
        }
        return Rational.of(steps.lowest());
    }

    private @Nullable Rational growth(NumberTerm.CompoundGrowth growth) {
        Rational base = number(growth.base());
        Rational last = number(growth.last());
        return base == null || last == null || base.signum() <= 0 || last.signum() < 0
                ? null
                : last.over(base).root(growth.intervals()).minus(Rational.ONE);
    }

    private @Nullable Rational span(DateTerm from, DateTerm to, ChronoUnit unit) {
        LocalDate a = date(from);
        LocalDate b = date(to);
        return a == null || b == null ? null : Rational.of(unit.between(a, b));
    }

    /** How a number lies to a bound, exactly even for growth rates; null when it is unknown. */
    private @Nullable Integer order(NumberTerm term, Rational bound) {
        if (term instanceof NumberTerm.CompoundGrowth growth) {
            return growthOrder(growth, bound);
        }
        Rational value = number(term);
        return value == null ? null : value.compareTo(bound);
    }

    private @Nullable Integer growthOrder(NumberTerm.CompoundGrowth growth, Rational bound) {
        Rational base = number(growth.base());
        Rational last = number(growth.last());
        if (base == null || last == null || base.signum() <= 0 || last.signum() < 0) {
            return null;
        }
        Rational factor = bound.plus(Rational.ONE);
        return factor.signum() < 0 ? 1 : last.compareTo(base.times(factor.power(growth.intervals())));
    }

    /** A day, or null when it is unknown. */
    public @Nullable LocalDate date(DateTerm term) {
        return switch (term) {
            case DateTerm.DateLiteral literal -> literal.value();
            case DateTerm.FactDate fact ->
                held(fact.ref()) instanceof HeldValue(FactValue.Day day, var source) ? day.value() : null;
            case DateTerm.AsOf now -> asOf;
            case DateTerm.YearEnd end -> LocalDate.of(asOf.getYear() - end.yearsBack(), 12, 31);
            case DateTerm.Moved moved ->
                map(date(moved.date()), day -> day.plusMonths(moved.months()).plusDays(moved.days()));
        };
    }

    /** Kleene's three values. */
    public Truth truth(Condition condition) {
        Evaluation same = elsewhere(condition);
        if (same != null) {
            return same.truth(condition);
        }
        Object before = known.get(condition);
        if (before != null) {
            return (Truth) before;
        }
        Truth truth = computed(condition);
        known.put(condition, truth);
        return truth;
    }

    private Truth computed(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant -> constant.value();
            case Condition.Compare compare -> compare(compare);
            case Condition.CompareRange range -> compare(range);
            case Condition.CompareDates dates -> compare(dates);
            case Condition.FactIsTrue fact ->
                held(fact.ref()) instanceof HeldValue(FactValue.YesNo yes, var source)
                        ? Truth.of(yes.value())
                        : Truth.UNKNOWN;
            case Condition.CodeIn in ->
                kleene(map(code(in.ref()), code -> in.codes().contains(code)));
            case Condition.CodeStartsWith starts ->
                kleene(map(
                        code(starts.ref()), code -> starts.prefixes().stream().anyMatch(code::startsWith)));
            case Condition.ListHasAny has ->
                held(has.ref()) instanceof HeldValue(FactValue.Codes codes, var source)
                        ? Truth.of(has.codes().stream().anyMatch(codes.values()::contains))
                        : Truth.UNKNOWN;
            case Condition.HoldsTitle title -> kleene(holds(title.title()));
            case Condition.IsKnown known -> Truth.of(number(known.term()) != null);
            case Condition.YearExists year -> exists(new FactRef(year.fact(), year.yearsBack()));
            case Condition.Asked asked -> asked(asked);
            case Condition.Not not ->
                assuming(assumption.opposite()).truth(not.condition()).not();
            case Condition.And and -> and(and.conditions());
            case Condition.Or or -> or(or.conditions());
            case Condition.AtLeast least -> atLeast(least);
            case Condition.Derived derived -> {
                Truth first = truth(derived.first());
                yield first.isKnown() ? first : truth(derived.second());
            }
            case Condition.If choice ->
                switch (truth(choice.condition())) {
                    case TRUE -> truth(choice.then());
                    case FALSE -> truth(choice.otherwise());
                    case UNKNOWN -> Truth.UNKNOWN;
                };
        };
    }

    private Truth and(List<Condition> conditions) {
        Truth all = Truth.TRUE;
        for (Condition part : conditions) {
            all = all.and(truth(part));
            if (all == Truth.FALSE) {
                return all;
            }
        }
        return all;
    }

    private Truth or(List<Condition> conditions) {
        Truth any = Truth.FALSE;
        for (Condition part : conditions) {
            any = any.or(truth(part));
            if (any == Truth.TRUE) {
                return any;
            }
        }
        return any;
    }

    private Truth atLeast(Condition.AtLeast least) {
        int certain = 0;
        int possible = 0;
        for (Condition part : least.conditions()) {
            Truth truth = truth(part);
            certain += truth == Truth.TRUE ? 1 : 0;
            possible += truth == Truth.FALSE ? 0 : 1;
        }
        return certain >= least.count() ? Truth.TRUE : possible < least.count() ? Truth.FALSE : Truth.UNKNOWN;
    }

    private Truth asked(Condition.Asked asked) {
        Boolean answer = facts.answer(asked.item());
        return answer != null || assumption == Assumption.OPEN
                ? kleene(answer)
                : Truth.of(assumption == Assumption.YES);
    }

    private static <A, B> @Nullable B map(@Nullable A value, Function<A, B> then) {
        return value == null ? null : then.apply(value);
    }

    private static Truth kleene(@Nullable Boolean value) {
        return value == null ? Truth.UNKNOWN : Truth.of(value);
    }

    private @Nullable String code(FactRef ref) {
        HeldValue held = held(ref);
        return held == null
                ? null
                : switch (held.value()) {
                    case FactValue.Code code -> code.value();
                    case FactValue.Words words -> words.value();
                    case FactValue.Amount amount -> null;
                    case FactValue.Day day -> null;
                    case FactValue.YesNo yes -> null;
                    case FactValue.Codes codes -> null;
                };
    }

    private Truth exists(FactRef ref) {
        if (held(ref) != null) {
            return Truth.TRUE;
        }
        return kleene(map(date(FOUNDED), founded -> founded.getYear() <= ref.year(asOf)));
    }

    private Truth compare(Condition.Compare compare) {
        boolean mirrored = compare.right() instanceof NumberTerm.CompoundGrowth
                && !(compare.left() instanceof NumberTerm.CompoundGrowth);
        NumberTerm subject = mirrored ? compare.right() : compare.left();
        Rational bound = number(mirrored ? compare.left() : compare.right());
        Integer order = bound == null ? null : order(subject, bound);
        Comparison comparison = mirrored ? compare.comparison().mirrored() : compare.comparison();
        return order == null ? Truth.UNKNOWN : Truth.of(comparison.accepts(order));
    }

    private Truth compare(Condition.CompareDates dates) {
        LocalDate left = date(dates.left());
        LocalDate right = date(dates.right());
        return left == null || right == null
                ? Truth.UNKNOWN
                : Truth.of(dates.comparison().accepts(Integer.signum(left.compareTo(right))));
    }

    private Truth compare(Condition.CompareRange compare) {
        Rational bound = number(compare.bound());
        if (bound == null) {
            return Truth.UNKNOWN;
        }
        return assumption == Assumption.OPEN
                ? settle(range(compare.range()), compare.comparison(), bound)
                : supposed(compare, bound);
    }

    /** With judgements supposed; while lines to be computed are missing, points between the extremes would leave it open. */
    private Truth supposed(Condition.CompareRange compare, Rational bound) {
        Truth anyway = open.truth(compare);
        if (anyway.isKnown()) {
            return anyway;
        }
        Assumption points = compare.comparison().isUpwards() ? assumption : assumption.opposite();
        Span span = assuming(points).range(compare.range());
        return span.isSettled() ? settle(span, compare.comparison(), bound) : Truth.UNKNOWN;
    }

    static Truth settle(Span span, Comparison comparison, Rational bound) {
        boolean low = comparison.accepts(span.low().compareTo(bound));
        boolean high = comparison.accepts(span.high().compareTo(bound));
        return low == high ? Truth.of(low) : Truth.UNKNOWN;
    }

    /** The certain and the possible points. */
    public Span range(RangeTerm term) {
        Evaluation same = elsewhere(term);
        if (same != null) {
            return same.range(term);
        }
        Object before = known.get(term);
        if (before != null) {
            return (Span) before;
        }
        Span span = computed(term, null);
        known.put(term, span);
        return span;
    }

    /** @param overrides spans of leaves that are to be supposed, by leaf; null for none */
    Span range(RangeTerm term, @Nullable IdentityHashMap<RangeTerm, Span> overrides) {
        if (overrides == null) {
            return range(term);
        }
        Span supposed = overrides.get(term);
        return supposed != null ? supposed : computed(term, overrides);
    }

    private Span computed(RangeTerm term, @Nullable IdentityHashMap<RangeTerm, Span> overrides) {
        return switch (term) {
            case RangeTerm.Points points ->
                Objects.requireNonNullElseGet(
                        map(number(points.points()), value -> new Span(value, value)),
                        () -> new Span(Rational.of(points.least()), Rational.of(points.most())));
            case RangeTerm.Judgement judgement -> judged(judgement);
            case RangeTerm.Sum sum -> {
                Span total = new Span(Rational.ZERO, Rational.ZERO);
                for (RangeTerm part : sum.parts()) {
                    total = total.plus(range(part, overrides));
                }
                yield total;
            }
            case RangeTerm.Best best -> {
                Span found = range(best.parts().getFirst(), overrides);
                for (RangeTerm part : best.parts()) {
                    found = found.max(range(part, overrides));
                }
                yield found;
            }
            case RangeTerm.Cap cap -> range(cap.part(), overrides).atMost(Rational.of(cap.most()));
        };
    }

    private Span judged(RangeTerm.Judgement judgement) {
        BigDecimal points = facts.judgement(judgement.item());
        if (points != null) {
            return new Span(Rational.of(points), Rational.of(points));
        }
        Rational from = number(judgement.from());
        Rational to = number(judgement.to());
        Rational low = from == null ? Rational.of(judgement.least()) : from;
        Rational high = to == null ? Rational.of(judgement.most()) : to;
        boolean bandKnown = from != null && to != null;
        return switch (bandKnown ? assumption : Assumption.OPEN) {
            case OPEN -> new Span(low, high);
            case YES -> new Span(high, high);
            case NO -> new Span(low, low);
        };
    }
}
