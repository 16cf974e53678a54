package org.lingqu.engine.policy.feel.syntax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A FEEL expression as a tree. Every node knows its {@link Place}, which takes no part in {@code equals}: expressions
 * that say the same are equal values. Parentheses leave no trace; {@link Printer} puts back those that matter.
 *
 * <p>A tree that came from the parser is never deeper than {@code 2 * }{@link Parser#DEEPEST}, so that recursion over it
 * is safe.
 */
public sealed interface Expression {

    /** Where it stands in the text; {@link Place#NONE} if it was built. */
    Place place();

    /**
     * A chain of plain names as one word: {@code 研发费用.近三年}.
     *
     * @return the names joined by dots, or empty if this is anything but a {@link Name} or a {@link Path} of names
     */
    default Optional<String> dotted() {
        return switch (this) {
            case Name name -> Optional.of(name.name());
            case Path path -> path.source().dotted().map(source -> source + "." + path.name());
            default -> Optional.empty();
        };
    }

    /** A number. Trailing zeros are dropped, so that {@code 0.05} and {@code 0.050} are one value; never negative from the parser except for {@code -5}. */
    record NumberLiteral(BigDecimal value, Place place) implements Expression {
        public NumberLiteral {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /** A string, escapes resolved. */
    record StringLiteral(String value, Place place) implements Expression {}

    /** {@code true} or {@code false}. */
    record BooleanLiteral(boolean value, Place place) implements Expression {}

    /** {@code null}. */
    record NullLiteral(Place place) implements Expression {}

    /** {@code @"2026-04-01"}: a date, time, date and time or duration. */
    record AtLiteral(String text, Place place) implements Expression {}

    /** A variable or function by its name, white space normalised; {@code ?} is the value that unary tests are put to. */
    record Name(String name, Place place) implements Expression {}

    /** {@code source.name}. */
    record Path(Expression source, String name, Place place) implements Expression {}

    /** {@code -operand}; a minus straight before a number is part of the {@link NumberLiteral}. */
    record Negation(Expression operand, Place place) implements Expression {}

    /** {@code left + right} and its like. */
    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, Place place)
            implements Expression {}

    /** {@code left >= right} and its like. */
    record Comparison(ComparisonOperator operator, Expression left, Expression right, Place place)
            implements Expression {}

    /** {@code left and right}. */
    record And(Expression left, Expression right, Place place) implements Expression {}

    /** {@code left or right}. */
    record Or(Expression left, Expression right, Place place) implements Expression {}

    /** {@code value between low and high}, both ends included. */
    record Between(Expression value, Expression low, Expression high, Place place) implements Expression {}

    /** {@code value in (test, test)}: true when one of the tests holds; a test may be an {@link OpenRange}, a {@link Range} or any expression. */
    record In(Expression value, List<Expression> tests, Place place) implements Expression {
        public In {
            tests = List.copyOf(tests);
        }
    }

    /** {@code value instance of type}. */
    record InstanceOf(Expression value, TypeName type, Place place) implements Expression {}

    /** {@code if condition then then else otherwise}. */
    record If(Expression condition, Expression then, Expression otherwise, Place place) implements Expression {}

    /** {@code for x in xs, y in ys return result}. */
    record For(List<Iteration> iterations, Expression result, Place place) implements Expression {
        public For {
            iterations = List.copyOf(iterations);
        }
    }

    /** {@code some x in xs satisfies condition}. */
    record Quantified(Quantifier quantifier, List<Iteration> iterations, Expression condition, Place place)
            implements Expression {
        public Quantified {
            iterations = List.copyOf(iterations);
        }
    }

    /** {@code source[condition]}. */
    record Filter(Expression source, Expression condition, Place place) implements Expression {}

    /** {@code function(arguments)}: all arguments positional or all named. */
    record Invocation(Expression function, List<Argument> arguments, Place place) implements Expression {
        public Invocation {
            arguments = List.copyOf(arguments);
        }

        /** The called function's name; empty if it is not called by a plain name. */
        public Optional<String> name() {
            return function instanceof Name called ? Optional.of(called.name()) : Optional.empty();
        }
    }

    /** {@code [a, b]}. */
    record ListLiteral(List<Expression> items, Place place) implements Expression {
        public ListLiteral {
            items = List.copyOf(items);
        }
    }

    /** <code>{a: 1, b: a + 1}</code>; an entry sees those before it. */
    record ContextLiteral(List<Entry> entries, Place place) implements Expression {
        public ContextLiteral {
            entries = List.copyOf(entries);
        }
    }

    /** {@code function(a: number, b) body}. {@code external}: the body names a Java or PMML function. */
    record FunctionLiteral(List<Parameter> parameters, Expression body, boolean external, Place place)
            implements Expression {
        public FunctionLiteral {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code [low..high]}, {@code (low..high]} and so on. */
    record Range(boolean lowIncluded, Expression low, Expression high, boolean highIncluded, Place place)
            implements Expression {}

    /** {@code < 5}: as a unary test, or in parentheses as a range with one end. */
    record OpenRange(ComparisonOperator operator, Expression end, Place place) implements Expression {}

    /** One {@code x in domain} of a loop; with {@code last}, the whole numbers or days {@code domain..last}, downwards too. */
    record Iteration(
            String variable, Expression domain, @Nullable Expression last) {}

    /** One argument of a call; {@code name} null when it is positional. */
    record Argument(@Nullable String name, Expression value) {}

    /** One entry of a context. */
    record Entry(String key, Expression value) {}

    /** One parameter of a function; {@code type} null when undeclared. */
    record Parameter(String name, @Nullable TypeName type) {}
}
