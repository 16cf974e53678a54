package org.lingqu.engine.policy.dmn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.lingqu.engine.policy.feel.syntax.Expression;

/**
 * A FEEL value together with all that makes it unknown.
 *
 * @param value right while nothing makes it unknown; never null then
 * @param names what must not be null
 * @param refusals what must be false where no name is null, such as {@code 销售收入_上年 = 0} under a fraction
 */
record Guarded(Expression value, SequencedSet<String> names, SequencedSet<Expression> refusals) {

    Guarded {
        names = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(names));
        refusals = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(refusals));
    }

    /** A value that is always known. */
    static Guarded known(Expression value) {
        return new Guarded(value, new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /** A variable that may be null. */
    static Guarded named(String name) {
        return new Guarded(Trees.name(name), new LinkedHashSet<>(List.of(name)), new LinkedHashSet<>());
    }

    /** A value that is unknown as soon as one of its parts is. */
    static Guarded of(Expression value, List<Guarded> parts) {
        var names = new LinkedHashSet<String>();
        var refusals = new LinkedHashSet<Expression>();
        parts.forEach(part -> {
            names.addAll(part.names);
            refusals.addAll(part.refusals);
        });
        return new Guarded(value, names, refusals);
    }

    Guarded refusing(Expression... more) {
        var all = new LinkedHashSet<>(refusals);
        all.addAll(List.of(more));
        return new Guarded(value, names, all);
    }

    /** True where the value is unknown, else false; empty when it is always known. */
    Optional<Expression> unknown() {
        List<Expression> all = new ArrayList<>(nulls());
        all.addAll(refusals);
        return all.isEmpty() ? Optional.empty() : Optional.of(Trees.any(all));
    }

    private List<Expression> nulls() {
        return names.stream().map(name -> Trees.isNull(Trees.name(name))).toList();
    }

    boolean isAlwaysKnown() {
        return names.isEmpty() && refusals.isEmpty();
    }

    private boolean isVariable() {
        return value instanceof Expression.Name name && names.equals(new LinkedHashSet<>(List.of(name.name())));
    }

    /** The value, null where it is unknown. */
    Expression orNull() {
        return isVariable() && refusals.isEmpty() ? value : or(Trees.NULL);
    }

    /** The value, another where it is unknown. Divisors are looked at only when no name is null. */
    Expression or(Expression otherwise) {
        return Stream.of(List.copyOf(refusals), nulls())
                .filter(tests -> !tests.isEmpty())
                .reduce(
                        value,
                        (inner, tests) -> Trees.choose(Trees.any(tests), otherwise, inner),
                        (left, right) -> right);
    }
}
