package org.lingqu.engine.policy.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.Truth;

/**
 * A fact that policies derive, and how a condition over it is read: over the facts that it is derived from where those settle it,
 * else over the value supplied; the other way round where the dictionary says that a supplied value wins.
 *
 * @param by the versions of the deriving policy that apply while the reading policy does, earliest first; never empty
 * @param suppliedWins whether a supplied value goes before the derived one
 */
public record DerivedFact(String fact, List<Policy> by, boolean suppliedWins) {

    private static final Condition UNKNOWN = new Condition.Constant(Truth.UNKNOWN);

    public DerivedFact {
        by = List.copyOf(by);
    }

    /** @param supplied the condition over the value that somebody supplied */
    public Condition read(Condition supplied, Predicate<String> accepts) {
        return new Condition.Derived(computed(accepts), supplied, suppliedWins);
    }

    /** Whether the derived value is one of those accepted; unknown outside the deriving policy's days and audience. */
    public Condition computed(Predicate<String> accepts) {
        Condition found = UNKNOWN;
        for (Policy policy : by.reversed()) {
            Condition one = of(policy, accepts);
            found = found.equals(UNKNOWN) && by.size() == 1 && policy.validity().to() == null
                    ? one
                    : new Condition.If(during(policy.validity()), one, found);
        }
        return found;
    }

    private static Condition during(Validity validity) {
        List<Condition> ends = new ArrayList<>();
        var asOf = new DateTerm.AsOf();
        ends.add(new Condition.CompareDates(asOf, Comparison.AT_LEAST, new DateTerm.DateLiteral(validity.from())));
        Optional.ofNullable(validity.to())
                .ifPresent(to ->
                        ends.add(new Condition.CompareDates(asOf, Comparison.AT_MOST, new DateTerm.DateLiteral(to))));
        return new Condition.And(ends);
    }

    private static Condition of(Policy policy, Predicate<String> accepts) {
        Yield yield = policy.yields().orElseThrow();
        Condition member = constant(accepts.test(yield.otherwise()));
        for (Yield.Case one : yield.cases().reversed()) {
            member = accepts.test(one.value())
                    ? either(one.condition(), member)
                    : both(new Condition.Not(one.condition()), member);
        }
        Condition inside = member;
        return policy.audience()
                .<Condition>map(audience -> new Condition.If(Combination.passes(audience), inside, UNKNOWN))
                .orElse(inside);
    }

    private static Condition constant(boolean value) {
        return new Condition.Constant(Truth.of(value));
    }

    /** Constants are folded away, so that "not large" does not ask whether a firm is middle or small. */
    private static Condition either(Condition holds, Condition rest) {
        if (rest instanceof Condition.Constant(Truth value)) {
            return value == Truth.TRUE ? rest : holds;
        }
        return new Condition.Or(List.of(holds, rest));
    }

    private static Condition both(Condition holds, Condition rest) {
        if (rest instanceof Condition.Constant(Truth value)) {
            return value == Truth.TRUE ? holds : rest;
        }
        return new Condition.And(List.of(holds, rest));
    }

    /** Every value that a deriving policy gives, in the order of their cases. */
    public SequencedSet<String> values() {
        SequencedSet<String> values = new LinkedHashSet<>();
        for (Policy policy : by) {
            Yield yield = policy.yields().orElseThrow();
            yield.cases().forEach(one -> values.add(one.value()));
            values.add(yield.otherwise());
        }
        return values;
    }

    /** The value supplied, as conditions name it. */
    public FactRef ref() {
        return FactRef.of(fact);
    }
}
