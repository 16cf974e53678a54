package org.lingqu.engine.policy.feel;

import java.util.Collection;
import java.util.List;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Parsed;
import org.lingqu.engine.policy.feel.syntax.Parser;
import org.lingqu.engine.policy.feel.syntax.Printer;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;

/**
 * The front door: text becomes a tree, a tree becomes text. Nothing here throws on any text.
 *
 * <p>Names of more than one word ({@code string length}, {@code a-b}) are read as one where they are known; those of the
 * built-in functions always are.
 */
public final class Feel {

    private Feel() {}

    /** Reads an expression: {@code 研发费用.近三年 / 销售收入.近三年 >= 0.05}. */
    public static Parsed<Expression> parse(String text) {
        return Parser.expression(text, List.of());
    }

    /** Reads an expression in whose scope are {@code names} besides the built-in ones. */
    public static Parsed<Expression> parse(String text, Collection<String> names) {
        return Parser.expression(text, names);
    }

    /** Reads a decision table's cell, where {@code ?} is the value tested. */
    public static Parsed<UnaryTests> parseUnaryTests(String text, Collection<String> names) {
        return Parser.unaryTests(text, names);
    }

    /** Writes an expression so that reading it gives an equal one. */
    public static String print(Expression expression) {
        return Printer.print(expression);
    }
}
