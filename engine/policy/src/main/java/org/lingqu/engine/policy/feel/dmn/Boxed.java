package org.lingqu.engine.policy.feel.dmn;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Quantifier;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;

/** A boxed expression: what a decision's logic is made of (DMN 1.5, 7.3 and 10.2). */
sealed interface Boxed {

    /** FEEL text; empty where the text is broken, which is worth null. */
    record Literal(Optional<Expression> expression) implements Boxed {}

    /** Entries that see those before them; one without a name, or called {@code <result>}, is the value of the whole. */
    record Context(List<Entry> entries) implements Boxed {}

    /** One line of a context; {@code typeRef} empty where undeclared. */
    record Entry(String name, String typeRef, Boxed value) {}

    /** A call with named arguments. */
    record Invocation(Boxed function, List<Entry> bindings) implements Boxed {}

    /** A function; {@code feel} is false for Java and PMML. */
    record Function(List<Parameter> parameters, Boxed body, boolean feel, String resultTypeRef) implements Boxed {}

    /** A formal parameter; {@code typeRef} empty where undeclared. */
    record Parameter(String name, String typeRef) {}

    /** A list. */
    record Items(List<Boxed> items) implements Boxed {}

    /** Rows of contexts. */
    record Relation(List<String> columns, List<List<Boxed>> rows) implements Boxed {}

    /** {@code if}. */
    record Conditional(Boxed condition, Boxed then, Boxed otherwise) implements Boxed {}

    /** {@code source[match]}. */
    record Filter(Boxed source, Boxed match) implements Boxed {}

    /** {@code for}. */
    record For(String variable, Boxed source, Boxed result) implements Boxed {}

    /** {@code some} and {@code every}. */
    record Quantified(Quantifier quantifier, String variable, Boxed source, Boxed condition) implements Boxed {}

    /** A decision table. */
    record Table(
            HitPolicy hitPolicy, Aggregation aggregation, List<Input> inputs, List<Output> outputs, List<Rule> rules)
            implements Boxed {}

    /** How the rules that match make one answer. */
    enum HitPolicy {
        UNIQUE,
        FIRST,
        PRIORITY,
        ANY,
        COLLECT,
        RULE_ORDER,
        OUTPUT_ORDER
    }

    /** What {@link HitPolicy#COLLECT} makes of the results. */
    enum Aggregation {
        NONE,
        SUM,
        COUNT,
        MIN,
        MAX
    }

    /** A column of conditions; {@code allowed} null where any value is. */
    record Input(Boxed expression, String typeRef, @Nullable UnaryTests allowed) {}

    /** A column of results; {@code priorities} are the output values, best first; {@code standard} null where there is no default. */
    record Output(
            String name,
            String typeRef,
            List<Expression> priorities,
            @Nullable Boxed standard) {}

    /** A row; a condition whose text is broken is empty and never met. */
    record Rule(List<Optional<UnaryTests>> conditions, List<Boxed> results) {}

    /** No logic. */
    record Nothing() implements Boxed {}

    /** Wrapped so that its value is converted to a type. */
    record Typed(Boxed value, String typeRef) implements Boxed {}
}
