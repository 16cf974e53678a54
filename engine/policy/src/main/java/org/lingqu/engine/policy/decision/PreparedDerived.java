package org.lingqu.engine.policy.decision;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.lingqu.engine.policy.pack.DerivedFact;
import org.lingqu.engine.policy.rule.Condition;

/**
 * What a derived fact can come out as, each value with its condition put together once.
 *
 * @param other that it is a value which no deriving policy gives
 */
record PreparedDerived(DerivedFact fact, List<Value> values, Condition other) {

    record Value(String value, Condition computed) {}

    /** @param planted puts a condition where equal ones are computed once */
    static PreparedDerived of(DerivedFact fact, UnaryOperator<Condition> planted) {
        List<Value> values = fact.values().stream()
                .map(value -> new Value(value, planted.apply(fact.computed(value::equals))))
                .toList();
        Predicate<String> none = value -> false;
        return new PreparedDerived(fact, values, planted.apply(fact.computed(none)));
    }

    /** Whether another policy means the same; the deriving policies are compared as objects, for they are large. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(DerivedFact other) {
        if (fact == other) {
            return true;
        }
        if (!fact.fact().equals(other.fact())
                || fact.suppliedWins() != other.suppliedWins()
                || fact.by().size() != other.by().size()) {
            return false;
        }
        for (int i = 0; i < fact.by().size(); i++) {
            if (fact.by().get(i) != other.by().get(i)) {
                return false;
            }
        }
        return true;
    }

    /** That the derived value is a given one. */
    Condition computed(String value) {
        return values.stream()
                .filter(one -> one.value().equals(value))
                .map(Value::computed)
                .findFirst()
                .orElse(other);
    }
}
