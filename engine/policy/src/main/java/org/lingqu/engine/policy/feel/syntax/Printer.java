package org.lingqu.engine.policy.feel.syntax;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.Expression.And;
import org.lingqu.engine.policy.feel.syntax.Expression.Argument;
import org.lingqu.engine.policy.feel.syntax.Expression.Arithmetic;
import org.lingqu.engine.policy.feel.syntax.Expression.AtLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Between;
import org.lingqu.engine.policy.feel.syntax.Expression.BooleanLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Comparison;
import org.lingqu.engine.policy.feel.syntax.Expression.ContextLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Entry;
import org.lingqu.engine.policy.feel.syntax.Expression.Filter;
import org.lingqu.engine.policy.feel.syntax.Expression.For;
import org.lingqu.engine.policy.feel.syntax.Expression.FunctionLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.If;
import org.lingqu.engine.policy.feel.syntax.Expression.In;
import org.lingqu.engine.policy.feel.syntax.Expression.InstanceOf;
import org.lingqu.engine.policy.feel.syntax.Expression.Invocation;
import org.lingqu.engine.policy.feel.syntax.Expression.Iteration;
import org.lingqu.engine.policy.feel.syntax.Expression.ListLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Name;
import org.lingqu.engine.policy.feel.syntax.Expression.Negation;
import org.lingqu.engine.policy.feel.syntax.Expression.NullLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.NumberLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.OpenRange;
import org.lingqu.engine.policy.feel.syntax.Expression.Or;
import org.lingqu.engine.policy.feel.syntax.Expression.Parameter;
import org.lingqu.engine.policy.feel.syntax.Expression.Path;
import org.lingqu.engine.policy.feel.syntax.Expression.Quantified;
import org.lingqu.engine.policy.feel.syntax.Expression.Range;
import org.lingqu.engine.policy.feel.syntax.Expression.StringLiteral;

/**
 * Writes trees as FEEL that other DMN engines read too: parentheses where they matter, one space around operators.
 * Reading the text gives an equal tree, provided that the tree's names are known or are single words.
 */
public final class Printer {

    /** How tightly a node holds together; an operand that holds less tightly than its place asks for gets parentheses. */
    private enum Binding {
        GREEDY,
        OR,
        AND,
        COMPARISON,
        SUM,
        PRODUCT,
        POWER,
        MINUS,
        INSTANCE,
        POSTFIX,
        NEVER
    }

    private Printer() {}

    /** The whole expression on one line. */
    public static String print(Expression expression) {
        StringBuilder out = new StringBuilder();
        new Printer().write(expression, out);
        return out.toString();
    }

    /** A decision table's cell. */
    public static String print(UnaryTests tests) {
        if (tests.tests().isEmpty()) {
            return "-";
        }
        String list = tests.tests().stream().map(Printer::test).collect(Collectors.joining(", "));
        return tests.negated() ? "not(" + list + ")" : list;
    }

    private static String test(Expression test) {
        return test instanceof OpenRange range ? open(range) : print(test);
    }

    private static String open(OpenRange range) {
        StringBuilder out = new StringBuilder(range.operator().symbol()).append(' ');
        new Printer().operand(range.end(), Binding.SUM, out);
        return out.toString();
    }

    private static Binding binding(Expression expression) {
        return switch (expression) {
            case If ignored -> Binding.GREEDY;
            case For ignored -> Binding.GREEDY;
            case Quantified ignored -> Binding.GREEDY;
            case FunctionLiteral ignored -> Binding.GREEDY;
            case Or ignored -> Binding.OR;
            case And ignored -> Binding.AND;
            case Comparison ignored -> Binding.COMPARISON;
            case Between ignored -> Binding.COMPARISON;
            case In ignored -> Binding.COMPARISON;
            case Arithmetic arithmetic ->
                switch (arithmetic.operator()) {
                    case ADD, SUBTRACT -> Binding.SUM;
                    case MULTIPLY, DIVIDE -> Binding.PRODUCT;
                    case POWER -> Binding.POWER;
                };
            case Negation ignored -> Binding.MINUS;
            case NumberLiteral number -> number.value().signum() < 0 ? Binding.MINUS : Binding.POSTFIX;
            case InstanceOf ignored -> Binding.INSTANCE;
            case StringLiteral ignored -> Binding.POSTFIX;
            case BooleanLiteral ignored -> Binding.POSTFIX;
            case NullLiteral ignored -> Binding.POSTFIX;
            case AtLiteral ignored -> Binding.POSTFIX;
            case Name ignored -> Binding.POSTFIX;
            case Path ignored -> Binding.POSTFIX;
            case Filter ignored -> Binding.POSTFIX;
            case Invocation ignored -> Binding.POSTFIX;
            case ListLiteral ignored -> Binding.POSTFIX;
            case ContextLiteral ignored -> Binding.POSTFIX;
            case Range ignored -> Binding.POSTFIX;
            case OpenRange ignored -> Binding.POSTFIX;
        };
    }

    private void operand(Expression expression, Binding least, StringBuilder out) {
        if (binding(expression).compareTo(least) >= 0) {
            write(expression, out);
        } else {
            out.append('(');
            write(expression, out);
            out.append(')');
        }
    }

    private void write(Expression expression, StringBuilder out) {
        switch (expression) {
            case NumberLiteral number -> out.append(number(number));
            case StringLiteral text -> out.append(quoted(text.value()));
            case BooleanLiteral truth -> out.append(truth.value());
            case NullLiteral ignored -> out.append("null");
            case AtLiteral at -> out.append('@').append(quoted(at.text()));
            case Name name -> out.append(name.name());
            case Path path -> {
                operand(path.source(), Binding.POSTFIX, out);
                // "5.a" would read as a number.
                out.append(path.source() instanceof NumberLiteral ? " ." : ".").append(path.name());
            }
            case Negation negation -> {
                out.append('-');
                // Straight after a minus a number would be one literal with it.
                boolean number =
                        negation.operand() instanceof NumberLiteral(BigDecimal value, Place at) && value.signum() >= 0;
                operand(negation.operand(), number ? Binding.NEVER : Binding.MINUS, out);
            }
            case Arithmetic arithmetic ->
                infix(
                        arithmetic.left(),
                        arithmetic.operator().symbol(),
                        arithmetic.right(),
                        binding(arithmetic),
                        false,
                        out);
            case Comparison comparison ->
                infix(
                        comparison.left(),
                        comparison.operator().symbol(),
                        comparison.right(),
                        Binding.COMPARISON,
                        true,
                        out);
            case And and -> infix(and.left(), "and", and.right(), Binding.AND, false, out);
            case Or or -> infix(or.left(), "or", or.right(), Binding.OR, false, out);
            case Between between -> {
                operand(between.value(), Binding.SUM, out);
                out.append(" between ");
                operand(between.low(), Binding.SUM, out);
                out.append(" and ");
                operand(between.high(), Binding.SUM, out);
            }
            case In in -> {
                operand(in.value(), Binding.SUM, out);
                out.append(" in (")
                        .append(in.tests().stream().map(Printer::test).collect(Collectors.joining(", ")))
                        .append(')');
            }
            case InstanceOf instance -> {
                operand(instance.value(), Binding.POSTFIX, out);
                out.append(" instance of ").append(type(instance.type()));
            }
            case If choice -> {
                out.append("if ");
                write(choice.condition(), out);
                out.append(" then ");
                write(choice.then(), out);
                out.append(" else ");
                write(choice.otherwise(), out);
            }
            case For loop -> {
                out.append("for ");
                iterations(loop.iterations(), out);
                out.append(" return ");
                write(loop.result(), out);
            }
            case Quantified quantified -> {
                out.append(quantified.quantifier().word()).append(' ');
                iterations(quantified.iterations(), out);
                out.append(" satisfies ");
                write(quantified.condition(), out);
            }
            case Filter filter -> {
                operand(filter.source(), Binding.POSTFIX, out);
                out.append('[');
                write(filter.condition(), out);
                out.append(']');
            }
            case Invocation call -> {
                operand(call.function(), Binding.POSTFIX, out);
                out.append('(')
                        .append(call.arguments().stream().map(Printer::argument).collect(Collectors.joining(", ")))
                        .append(')');
            }
            case ListLiteral list ->
                out.append('[')
                        .append(list.items().stream().map(Printer::print).collect(Collectors.joining(", ")))
                        .append(']');
            case ContextLiteral context ->
                out.append('{')
                        .append(context.entries().stream().map(Printer::entry).collect(Collectors.joining(", ")))
                        .append('}');
            case FunctionLiteral function -> {
                out.append("function(")
                        .append(function.parameters().stream()
                                .map(Printer::parameter)
                                .collect(Collectors.joining(", ")))
                        .append(function.external() ? ") external " : ") ");
                write(function.body(), out);
            }
            case Range range -> {
                out.append(range.lowIncluded() ? '[' : '(');
                write(range.low(), out);
                out.append("..");
                write(range.high(), out);
                out.append(range.highIncluded() ? ']' : ')');
            }
            case OpenRange range -> out.append('(').append(open(range)).append(')');
        }
    }

    private static Binding tighter(Binding level) {
        return switch (level) {
            case GREEDY -> Binding.OR;
            case OR -> Binding.AND;
            case AND -> Binding.COMPARISON;
            case COMPARISON -> Binding.SUM;
            case SUM -> Binding.PRODUCT;
            case PRODUCT -> Binding.POWER;
            case POWER -> Binding.MINUS;
            case MINUS -> Binding.INSTANCE;
            case INSTANCE -> Binding.POSTFIX;
            case POSTFIX, NEVER -> Binding.NEVER;
        };
    }

    private void infix(
            Expression left, String sign, Expression right, Binding level, boolean strict, StringBuilder out) {
        Binding tighter = tighter(level);
        operand(left, strict ? tighter : level, out);
        out.append(' ').append(sign).append(' ');
        operand(right, tighter, out);
    }

    private void iterations(List<Iteration> iterations, StringBuilder out) {
        String separator = "";
        for (Iteration iteration : iterations) {
            out.append(separator).append(iteration.variable()).append(" in ");
            write(iteration.domain(), out);
            Expression last = iteration.last();
            if (last != null) {
                out.append("..");
                write(last, out);
            }
            separator = ", ";
        }
    }

    private static String number(NumberLiteral number) {
        // Plain digits are what officers and every other engine read; far-out exponents would fill pages.
        int scale = number.value().scale();
        return Math.abs(scale) <= 40
                ? number.value().toPlainString()
                : number.value().toString();
    }

    private static String argument(Argument argument) {
        String value = print(argument.value());
        return argument.name() == null ? value : argument.name() + ": " + value;
    }

    private static String entry(Entry entry) {
        boolean plain = Characters.wordEnd(entry.key(), 0) == entry.key().length()
                && !entry.key().isEmpty();
        return (plain ? entry.key() : quoted(entry.key())) + ": " + print(entry.value());
    }

    private static String parameter(Parameter parameter) {
        @Nullable TypeName type = parameter.type();
        return type == null ? parameter.name() : parameter.name() + ": " + type(type);
    }

    static String type(TypeName type) {
        return switch (type) {
            case TypeName.Named named -> named.name();
            case TypeName.ListOf list -> "list<" + type(list.element()) + ">";
            case TypeName.RangeOf range -> "range<" + type(range.element()) + ">";
            case TypeName.ContextOf context ->
                context.entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + type(entry.getValue()))
                        .collect(Collectors.joining(", ", "context<", ">"));
            case TypeName.FunctionOf function ->
                function.parameters().stream().map(Printer::type).collect(Collectors.joining(", ", "function<", ">"))
                        + " -> "
                        + type(function.result());
        };
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
