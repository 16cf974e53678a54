package org.lingqu.engine.policy.decision;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.lingqu.engine.policy.decision.Missing.MissingFact;
import org.lingqu.engine.policy.decision.Missing.Unjudged;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Expansion;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;

/**
 * Which missing things settle what is unknown whatever they turn out to be, where {@link Needs} asks with which luck something could be
 * settled: of a conjunction all parts that are open and not one of them. A base that turns out to be zero is not thought of.
 */
final class SureNeeds {

    private final Evaluation evaluation;
    private final Needs needs;
    private final IdentityHashMap<Term, Family> known = new IdentityHashMap<>();

    SureNeeds(Evaluation evaluation, Needs needs) {
        this.evaluation = evaluation;
        this.needs = needs;
    }

    /** The sets that settle a condition, the smallest first. */
    Family of(Condition condition) {
        if (evaluation.truth(condition).isKnown()) {
            return Family.SETTLED;
        }
        Family family = known.get(condition);
        if (family == null) {
            family = ways(condition);
            known.put(condition, family);
        }
        return family;
    }

    private Family ways(Condition condition) {
        return switch (condition) {
            case Condition.Compare(var left, var comparison, var right) -> of(left).and(of(right));
            case Condition.CompareRange range ->
                leaves(range.range()).map(this::line).reduce(of(range.bound()), Family::and);
            case Condition.Not not -> of(not.condition());
            case Condition.And and -> every(and.conditions());
            case Condition.Or or -> every(or.conditions());
            case Condition.AtLeast least -> every(least.conditions());
            case Condition.Derived derived -> of(derived.first()).or(of(derived.second()));
            case Condition.If choice -> chosen(choice.condition(), choice.then(), choice.otherwise());
            case Condition.YearExists year ->
                needs.of(new MissingFact(new FactRef(year.fact(), year.yearsBack())))
                        .or(needs.of(new MissingFact(Facts.FOUNDED)));
            // what looks at one thing, or at days, is settled by knowing it
            case Condition.Constant leaf -> needs.towards(leaf, true);
            case Condition.CompareDates leaf -> needs.towards(leaf, true);
            case Condition.FactIsTrue leaf -> needs.towards(leaf, true);
            case Condition.CodeIn leaf -> needs.towards(leaf, true);
            case Condition.CodeStartsWith leaf -> needs.towards(leaf, true);
            case Condition.ListHasAny leaf -> needs.towards(leaf, true);
            case Condition.HoldsTitle leaf -> needs.towards(leaf, true);
            case Condition.IsKnown leaf -> needs.towards(leaf, true);
            case Condition.Asked leaf -> needs.towards(leaf, true);
        };
    }

    private Family every(List<Condition> parts) {
        return parts.stream().map(this::of).reduce(Family.SETTLED, Family::and);
    }

    /** While nobody knows which branch it will be, both; else the one that is taken. */
    private Family chosen(Condition when, Term then, Term otherwise) {
        return switch (evaluation.truth(when)) {
            case TRUE -> of(then);
            case FALSE -> of(otherwise);
            case UNKNOWN -> of(when).and(of(then)).and(of(otherwise));
        };
    }

    private Family of(Term term) {
        return switch (term) {
            case Condition condition -> of(condition);
            case NumberTerm number -> of(number);
            default -> throw new IllegalArgumentException("neither a condition nor a number: " + term);
        };
    }

    /** The sets with which a number becomes known. */
    Family of(NumberTerm term) {
        if (evaluation.number(term) != null) {
            return Family.SETTLED;
        }
        Family family = known.get(term);
        if (family == null) {
            family = ways(term);
            known.put(term, family);
        }
        return family;
    }

    private Family ways(NumberTerm term) {
        return switch (term) {
            case NumberTerm.YearSum sum -> of(Expansion.of(sum));
            case NumberTerm.YearCount count -> of(Expansion.of(count));
            case NumberTerm.Add(var left, var right) -> of(left).and(of(right));
            case NumberTerm.Subtract(var left, var right) -> of(left).and(of(right));
            case NumberTerm.Multiply(var left, var right) -> of(left).and(of(right));
            case NumberTerm.Divide divide -> stuck(of(divide.left()).and(of(divide.right())));
            case NumberTerm.Min min -> all(min.terms());
            case NumberTerm.Max max -> all(max.terms());
            case NumberTerm.Floor floor -> of(floor.term());
            case NumberTerm.Choose choose -> chosen(choose.condition(), choose.then(), choose.otherwise());
            case NumberTerm.Steps steps -> of(steps.subject());
            case NumberTerm.CompoundGrowth growth -> stuck(of(growth.last()).and(of(growth.base())));
            // what looks at one thing, or at days, is settled by knowing it
            case NumberTerm.Literal leaf -> needs.known(leaf);
            case NumberTerm.FactNumber leaf -> needs.known(leaf);
            case NumberTerm.ListSize leaf -> needs.known(leaf);
            case NumberTerm.DaysBetween leaf -> needs.known(leaf);
            case NumberTerm.MonthsBetween leaf -> needs.known(leaf);
            case NumberTerm.YearOf leaf -> needs.known(leaf);
            case NumberTerm.Unset leaf -> needs.known(leaf);
            case NumberTerm.Judged leaf -> needs.known(leaf);
            case NumberTerm.Fallback leaf -> needs.known(leaf);
        };
    }

    private Family all(List<NumberTerm> terms) {
        return terms.stream().map(this::of).reduce(Family.SETTLED, Family::and);
    }

    /** An unknown result of known parts (a base of zero) is not helped by facts. */
    private static Family stuck(Family parts) {
        return parts.isSettled() ? Family.HOPELESS : parts;
    }

    private Stream<RangeTerm> leaves(RangeTerm term) {
        return switch (term) {
            case RangeTerm.Points points -> Stream.of(points);
            case RangeTerm.Judgement judgement -> Stream.of(judgement);
            case RangeTerm.Sum sum -> sum.parts().stream().flatMap(this::leaves);
            case RangeTerm.Best best -> best.parts().stream().flatMap(this::leaves);
            case RangeTerm.Cap cap -> leaves(cap.part());
        };
    }

    /** Of a line that experts judge the facts of its band as well: only with them it is people's to go on. */
    private Family line(RangeTerm leaf) {
        if (evaluation.range(leaf).isSettled()) {
            return Family.SETTLED;
        }
        return switch (leaf) {
            case RangeTerm.Points points -> of(points.points());
            case RangeTerm.Judgement judgement -> {
                Family points = needs.of(new Unjudged(judgement.item()));
                Family band = of(judgement.from()).and(of(judgement.to()));
                yield band.isHopeless() ? points : band.and(points);
            }
            case RangeTerm.Sum sum -> Family.SETTLED;
            case RangeTerm.Best best -> Family.SETTLED;
            case RangeTerm.Cap cap -> Family.SETTLED;
        };
    }
}
