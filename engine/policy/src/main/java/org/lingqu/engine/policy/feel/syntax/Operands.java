package org.lingqu.engine.policy.feel.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.feel.syntax.Expression.AtLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.BooleanLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Filter;
import org.lingqu.engine.policy.feel.syntax.Expression.ListLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Name;
import org.lingqu.engine.policy.feel.syntax.Expression.NullLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.NumberLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.OpenRange;
import org.lingqu.engine.policy.feel.syntax.Expression.Path;
import org.lingqu.engine.policy.feel.syntax.Expression.Range;
import org.lingqu.engine.policy.feel.syntax.Expression.StringLiteral;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;
import org.lingqu.engine.policy.feel.syntax.Token.Kind;

/** What operators combine: literals, names, brackets of all kinds, and what may follow them. */
final class Operands {

    /** Decimal digits of the largest number there is (decimal128: 10 ^ 6145), with some to spare. */
    private static final int MOST_DIGITS = 6_200;

    private final Parser parser;
    private final Composites composites;
    private final TypeNames types;
    /** Whether a {@code [} at this level closes an interval: {@code ]1..2[}. */
    private boolean inRange;

    Operands(Parser parser) {
        this.parser = parser;
        this.composites = new Composites(parser, this);
        this.types = new TypeNames(parser);
    }

    TypeNames types() {
        return types;
    }

    /** Runs one rule a level deeper. */
    <T> T nested(Supplier<T> rule) {
        int outer = parser.depth();
        boolean outerRange = inRange;
        inRange = false;
        parser.deepen();
        T result = rule.get();
        parser.depth(outer);
        inRange = outerRange;
        return result;
    }

    Expression postfix() {
        int outer = parser.depth();
        Expression value = nested(this::primary);
        while (true) {
            Token token = parser.peek();
            if (token.isSymbol(".")) {
                value = path(value);
            } else if (token.isSymbol("[") && !closesRange(token)) {
                value = filter(value);
            } else if (token.isSymbol("(")) {
                value = composites.invocation(value);
            } else {
                parser.depth(outer);
                return value;
            }
            parser.deepen();
        }
    }

    private boolean closesRange(Token bracket) {
        Token next = parser.after(bracket);
        return inRange && !next.startsOperand() && !next.isSymbol("-");
    }

    private Expression path(Expression source) {
        parser.take();
        Token token = parser.peek();
        if (token.kind() != Kind.NAME && token.kind() != Kind.KEYWORD) {
            parser.report(
                    Code.MISSING_NAME,
                    token,
                    Phrase.of("点号后缺少名称。", "A name is missing after the point."),
                    Phrase.of("请写出所指的那一部分。", "Write the name of the part that is meant."));
            return source;
        }
        parser.take();
        return new Path(source, token.text(), parser.from(source));
    }

    private Expression filter(Expression source) {
        parser.take();
        Expression condition = nested(parser::expression);
        parser.expect("]");
        return new Filter(source, condition, parser.from(source));
    }

    private Expression primary() {
        Token token = parser.peek();
        return switch (token.kind()) {
            case NUMBER -> number(parser.take());
            case STRING -> new StringLiteral(parser.take().text(), token.place());
            case NAME -> new Name(parser.take().text(), token.place());
            case KEYWORD -> keyword(token);
            case SYMBOL -> symbol(token);
            case END -> parser.missingOperand();
        };
    }

    private Expression number(Token token) {
        String digits = token.text();
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (digits.length() <= MOST_DIGITS && (exponent < 0 || digits.length() - exponent <= 6)) {
            BigDecimal value = new BigDecimal(digits);
            if (Math.abs((long) value.precision() - value.scale()) <= MOST_DIGITS) {
                return new NumberLiteral(value, token.place());
            }
        }
        parser.report(
                Code.BAD_NUMBER,
                token,
                Phrase.of("数字太大或太小。", "The number is too large or too small."),
                Phrase.of("最大到 10 的 6144 次方。", "Numbers go up to 10 ** 6144."));
        return new NullLiteral(token.place());
    }

    private Expression keyword(Token token) {
        return switch (token.text()) {
            case "true", "false" -> new BooleanLiteral(parser.take().text().equals("true"), token.place());
            case "null" -> new NullLiteral(parser.take().place());
            case "if" -> composites.condition();
            case "for" -> composites.loop();
            case "some" -> composites.quantified(Quantifier.SOME);
            case "every" -> composites.quantified(Quantifier.EVERY);
            case "function" -> composites.function();
            default -> parser.missingOperand();
        };
    }

    private Expression symbol(Token token) {
        return switch (token.text()) {
            case "(" -> parenthesis();
            case "[" -> bracket();
            case "]" -> range(parser.take(), false);
            case "{" -> composites.context();
            case "@" -> at();
            default -> parser.missingOperand();
        };
    }

    private Expression at() {
        Token at = parser.take();
        if (parser.peek().kind() != Kind.STRING) {
            parser.report(
                    Code.MISSING_TOKEN,
                    parser.peek(),
                    Phrase.of("@ 后缺少文字。", "A text is missing after @."),
                    Phrase.of("例如写 @\"2026-04-01\"。", "Write for example @\"2026-04-01\"."));
            return new NullLiteral(at.place());
        }
        return new AtLiteral(parser.take().text(), parser.from(at.start()));
    }

    private Expression parenthesis() {
        Token open = parser.take();
        ComparisonOperator operator = Parser.comparison(parser.peek());
        if (operator != null) {
            parser.take();
            Expression end = nested(parser::sum);
            parser.expect(")");
            return new OpenRange(operator, end, parser.from(open.start()));
        }
        Expression first = nested(parser::expression);
        if (parser.peek().isSymbol("..")) {
            return rangeFrom(open, false, first);
        }
        parser.expect(")");
        return first;
    }

    private Expression bracket() {
        Token open = parser.take();
        List<Expression> items = new ArrayList<>();
        if (parser.accept("]")) {
            return new ListLiteral(items, parser.from(open.start()));
        }
        items.add(nested(parser::expression));
        if (parser.peek().isSymbol("..")) {
            return rangeFrom(open, true, items.getFirst());
        }
        while (composites.another("]")) {
            items.add(nested(parser::expression));
        }
        parser.expect("]");
        return new ListLiteral(items, parser.from(open.start()));
    }

    private Expression range(Token open, boolean lowIncluded) {
        return rangeFrom(open, lowIncluded, nested(parser::expression));
    }

    Expression rangeFrom(Token open, boolean lowIncluded, Expression low) {
        parser.expect("..");
        boolean outer = inRange;
        Expression high = nested(() -> {
            inRange = true;
            return parser.expression();
        });
        inRange = outer;
        boolean highIncluded = parser.peek().isSymbol("]");
        if (!highIncluded && !parser.peek().isSymbol("[")) {
            parser.expect(")");
        } else {
            parser.take();
        }
        return new Range(lowIncluded, low, high, highIncluded, parser.from(open.start()));
    }
}
