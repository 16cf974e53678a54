package org.lingqu.engine.policy.feel.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.feel.syntax.Expression.And;
import org.lingqu.engine.policy.feel.syntax.Expression.Arithmetic;
import org.lingqu.engine.policy.feel.syntax.Expression.Between;
import org.lingqu.engine.policy.feel.syntax.Expression.Comparison;
import org.lingqu.engine.policy.feel.syntax.Expression.In;
import org.lingqu.engine.policy.feel.syntax.Expression.InstanceOf;
import org.lingqu.engine.policy.feel.syntax.Expression.Negation;
import org.lingqu.engine.policy.feel.syntax.Expression.NullLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.NumberLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.OpenRange;
import org.lingqu.engine.policy.feel.syntax.Expression.Or;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;
import org.lingqu.engine.policy.feel.syntax.Token.Kind;

/**
 * Recursive descent over the grammar of DMN 1.5, 10.3.1.2: operators here, what they combine in {@link Operands}. It goes
 * on after a problem as if the text had been right, so that all problems are found at once; it never throws.
 */
public final class Parser {

    /** How deep parentheses, calls and chains of operators may nest together. */
    public static final int DEEPEST = 400;

    /** Longest text that is read, in UTF-16 units. */
    public static final int LONGEST = 1_000_000;

    /** From loosest to tightest. */
    private enum Level {
        OR,
        AND,
        COMPARISON,
        ADDITIVE,
        MULTIPLICATIVE,
        POWER,
        UNARY
    }

    private final String text;
    private final Problems problems;
    private final NameTable names;
    private final Lexer lexer;
    private final Operands operands;
    private int position;
    private int depth;
    private int lastEnd;
    private @Nullable Token peeked;

    private Parser(String text, Collection<String> known) {
        this.text = text;
        this.problems = new Problems(text);
        this.names = new NameTable(known);
        this.lexer = new Lexer(text, names, problems);
        this.operands = new Operands(this);
    }

    /**
     * Reads an expression.
     *
     * @param known names in scope; only those of more than one word matter
     */
    public static Parsed<Expression> expression(String text, Collection<String> known) {
        Parser parser = new Parser(text, known);
        return parser.whole(parser::expression);
    }

    /**
     * Reads the cell of a decision table.
     *
     * @param known names in scope; only those of more than one word matter
     */
    public static Parsed<UnaryTests> unaryTests(String text, Collection<String> known) {
        Parser parser = new Parser(text, known);
        return parser.whole(parser::tests);
    }

    private interface Rule<T> {
        T read();
    }

    private <T> Parsed<T> whole(Rule<T> rule) {
        if (text.length() > LONGEST) {
            problems.add(
                    Code.TOO_LONG,
                    LONGEST,
                    text.length(),
                    Phrase.of("表达式太长。", "The expression is too long."),
                    Phrase.of("请控制在一百万字以内。", "Keep it below a million characters."));
            return new Parsed.Broken<>(problems.inOrder());
        }
        if (peek().kind() == Kind.END) {
            problems.add(
                    Code.EMPTY_EXPRESSION,
                    0,
                    0,
                    Phrase.of("表达式是空的。", "The expression is empty."),
                    Phrase.of("请写条件或数值。", "Write a condition or a value."));
        }
        T tree = rule.read();
        readRest();
        return problems.count() == 0 ? new Parsed.Tree<>(tree) : new Parsed.Broken<>(problems.inOrder());
    }

    /** Whatever follows a complete expression is a problem; what it holds is checked all the same. */
    private void readRest() {
        while (peek().kind() != Kind.END) {
            Token token = peek();
            problems.add(
                    Code.UNEXPECTED_TOKEN,
                    token.start(),
                    token.end(),
                    Phrase.of("表达式到「{0}」之前已经写完。", "The expression was complete before \"{0}\".", clipped(token)),
                    token.startsOperand()
                            ? Phrase.of("前面可能漏了「and」之类的运算符。", "An operator such as \"and\" may be missing before it.")
                            : Phrase.of("请删去，或补上它所属的内容。", "Take it out, or add what it belongs to."));
            if (token.startsOperand()) {
                expression();
            } else {
                take();
            }
        }
    }

    String clipped(Token token) {
        return text.substring(token.start(), Math.min(token.end(), token.start() + 40));
    }

    // ---- unary tests -------------------------------------------------------------------------------------------

    private UnaryTests tests() {
        if (peek().isSymbol("-") && lexer.next(peek().end()).kind() == Kind.END) {
            take();
            return new UnaryTests(List.of(), false);
        }
        UnaryTests negated = peek().kind() == Kind.NAME && peek().text().equals("not") ? negatedTests() : null;
        return negated != null ? negated : new UnaryTests(testList(), false);
    }

    /** {@code not(…)} as a whole cell; null, with nothing read, if it is but the beginning of an expression. */
    private @Nullable UnaryTests negatedTests() {
        int start = position;
        int problemsBefore = problems.count();
        take();
        if (accept("(")) {
            List<Expression> tests = testList();
            if (accept(")") && peek().kind() == Kind.END) {
                return new UnaryTests(tests, true);
            }
        }
        problems.backTo(problemsBefore);
        position = start;
        peeked = null;
        return null;
    }

    private List<Expression> testList() {
        List<Expression> tests = new ArrayList<>();
        do {
            tests.add(test(Level.OR));
        } while (accept(","));
        return tests;
    }

    private Expression test(Level level) {
        Token token = peek();
        ComparisonOperator operator = comparison(token);
        if (operator == null) {
            return binary(level);
        }
        take();
        Expression end = binary(Level.ADDITIVE);
        return new OpenRange(operator, end, from(token.start()));
    }

    // ---- operators ---------------------------------------------------------------------------------------------

    Expression expression() {
        return binary(Level.OR);
    }

    /** {@code a + b}, but nothing looser: the end of an interval or a comparison. */
    Expression sum() {
        return binary(Level.ADDITIVE);
    }

    /** Precedence climbing: operators of level {@code least} and tighter. */
    private Expression binary(Level least) {
        int outer = depth;
        Expression left = unary();
        Level level = level(peek());
        while (level != null && level.compareTo(least) >= 0) {
            left = extended(left, take(), level);
            // A chain nests to the left as parentheses nest to the right: both count.
            deepen();
            level = level(peek());
        }
        depth = outer;
        return left;
    }

    private static @Nullable Level level(Token token) {
        return switch (token.kind()) {
            case KEYWORD ->
                switch (token.text()) {
                    case "or" -> Level.OR;
                    case "and" -> Level.AND;
                    case "in", "between" -> Level.COMPARISON;
                    default -> null;
                };
            case SYMBOL ->
                switch (token.text()) {
                    case "=", "!=", "<", "<=", ">", ">=" -> Level.COMPARISON;
                    case "+", "-" -> Level.ADDITIVE;
                    case "*", "/" -> Level.MULTIPLICATIVE;
                    case "**" -> Level.POWER;
                    default -> null;
                };
            case NUMBER, STRING, NAME, END -> null;
        };
    }

    private Expression extended(Expression left, Token operator, Level level) {
        return switch (level) {
            case OR -> or(left);
            case AND -> and(left);
            case COMPARISON -> compared(left, operator);
            case ADDITIVE -> computed(left, arithmetic(operator), binary(Level.MULTIPLICATIVE));
            case MULTIPLICATIVE -> computed(left, arithmetic(operator), binary(Level.POWER));
            case POWER -> computed(left, arithmetic(operator), binary(Level.UNARY));
            case UNARY -> left;
        };
    }

    private Expression or(Expression left) {
        Expression right = binary(Level.AND);
        return new Or(left, right, from(left));
    }

    private Expression and(Expression left) {
        Expression right = binary(Level.COMPARISON);
        return new And(left, right, from(left));
    }

    private Expression computed(Expression left, ArithmeticOperator operator, Expression right) {
        return new Arithmetic(operator, left, right, from(left));
    }

    private static ArithmeticOperator arithmetic(Token token) {
        for (ArithmeticOperator operator : ArithmeticOperator.values()) {
            if (operator.symbol().equals(token.text())) {
                return operator;
            }
        }
        throw new IllegalStateException("Not an operator: " + token);
    }

    private Expression compared(Expression left, Token token) {
        ComparisonOperator operator = comparison(token);
        if (operator != null) {
            ComparisonOperator meant = operator == ComparisonOperator.LESS ? lessOrSlip(token) : operator;
            Expression right = sum();
            return new Comparison(meant, left, right, from(left));
        }
        if (token.isKeyword("in")) {
            List<Expression> tests = inTests();
            return new In(left, tests, from(left));
        }
        Expression low = sum();
        expectKeyword("and");
        Expression high = sum();
        return new Between(left, low, high, from(left));
    }

    /** {@code <>} is two tokens, because of {@code function<>}. */
    private ComparisonOperator lessOrSlip(Token less) {
        Token next = peek();
        if (!next.isSymbol(">") || next.start() != less.end()) {
            return ComparisonOperator.LESS;
        }
        take();
        problems.add(
                Code.FOREIGN_OPERATOR,
                less.start(),
                next.end(),
                Phrase.of("条件里没有运算符「<>」。", "FEEL does not know the operator <>."),
                Phrase.of("请写 !=。", "Write !=."));
        return ComparisonOperator.NOT_EQUAL;
    }

    private List<Expression> inTests() {
        Token open = peek();
        if (!open.isSymbol("(")) {
            return List.of(test(Level.ADDITIVE));
        }
        take();
        return operands.nested(() -> {
            List<Expression> tests = testList();
            if (tests.size() == 1 && peek().isSymbol("..")) {
                return List.of(operands.rangeFrom(open, false, tests.getFirst()));
            }
            expect(")");
            return tests;
        });
    }

    static @Nullable ComparisonOperator comparison(Token token) {
        if (token.kind() == Kind.SYMBOL) {
            for (ComparisonOperator operator : ComparisonOperator.values()) {
                if (operator.symbol().equals(token.text())) {
                    return operator;
                }
            }
        }
        return null;
    }

    private Expression unary() {
        Token token = peek();
        if (!token.isSymbol("-")) {
            return instance();
        }
        take();
        boolean literal = peek().kind() == Kind.NUMBER;
        Expression operand = operands.nested(this::unary);
        if (literal && operand instanceof NumberLiteral(BigDecimal value, Place ignored)) {
            return new NumberLiteral(value.negate(), from(token.start()));
        }
        return new Negation(operand, from(token.start()));
    }

    private Expression instance() {
        Expression value = operands.postfix();
        if (!peek().isKeyword("instance")) {
            return value;
        }
        take();
        if (peek().kind() == Kind.NAME && peek().text().equals("of")) {
            take();
        } else {
            missing("of");
        }
        TypeName type = operands.types().read();
        return new InstanceOf(value, type, from(value));
    }

    // ---- tokens ------------------------------------------------------------------------------------------------

    Token peek() {
        if (peeked == null) {
            peeked = lexer.next(position);
        }
        return peeked;
    }

    Token after(Token token) {
        return lexer.next(token.end());
    }

    Token take() {
        Token token = peek();
        position = token.end();
        lastEnd = token.end();
        peeked = null;
        return token;
    }

    boolean accept(String symbol) {
        if (peek().isSymbol(symbol)) {
            take();
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!accept(symbol)) {
            missing(symbol);
        }
    }

    void expectKeyword(String word) {
        if (peek().isKeyword(word)) {
            take();
        } else {
            missing(word);
        }
    }

    void missing(String what) {
        Token token = peek();
        report(
                Code.MISSING_TOKEN,
                token,
                token.kind() == Kind.END
                        ? Phrase.of("末尾缺少「{0}」。", "\"{0}\" is missing at the end.", what)
                        : Phrase.of("「{1}」前缺少「{0}」。", "\"{0}\" is missing before \"{1}\".", what, clipped(token)),
                Phrase.of("请补上，或删去需要它的部分。", "Add it, or take out what asks for it."));
    }

    void report(Code code, Token token, Phrase message, Phrase advice) {
        problems.add(code, token.start(), token.end(), message, advice);
    }

    Expression missingOperand() {
        Token token = peek();
        report(
                Code.MISSING_OPERAND,
                token,
                token.kind() == Kind.END
                        ? Phrase.of("末尾缺少一个值。", "A value is missing at the end.")
                        : Phrase.of("「{0}」前缺少一个值。", "A value is missing before \"{0}\".", clipped(token)),
                Phrase.of(
                        "请写数字、名称、英文双引号里的文字，或括号里的表达式。",
                        "Write a number, a name, a text in double quotes or an expression in parentheses."));
        return new NullLiteral(token.place());
    }

    /** A name as it is being declared, any words up to what ends it; empty, with nothing read, if there is none. */
    String declaredName() {
        int start = lexer.skipSpaceAndComments(position);
        int end = lexer.declaredNameEnd(start);
        return moveOver(start, end);
    }

    /** The same for a loop's variable, which the word {@code in} ends. */
    String declaredVariable() {
        int start = lexer.skipSpaceAndComments(position);
        int end = Characters.wordEnd(text, start);
        while (true) {
            int next = Characters.skipSpace(text, end);
            int wordEnd = Characters.runEnd(text, next);
            if (next == end || wordEnd == next || text.substring(next, wordEnd).equals("in")) {
                return moveOver(start, end);
            }
            end = wordEnd;
        }
    }

    private String moveOver(int start, int end) {
        if (end > start) {
            position = end;
            lastEnd = end;
            peeked = null;
        }
        return text.substring(start, end).replaceAll("\\s+", " ");
    }

    /** The name before a colon, with both read; null, with nothing read, if no such thing comes next. */
    @Nullable String nameBeforeColon() {
        int start = lexer.skipSpaceAndComments(position);
        int end = lexer.declaredNameEnd(start);
        Token colon = end > start ? lexer.next(end) : null;
        if (colon == null || !colon.isSymbol(":")) {
            return null;
        }
        String name = moveOver(start, end);
        take();
        return name;
    }

    void declare(String name) {
        if (names.add(name)) {
            peeked = null;
        }
    }

    int depth() {
        return depth;
    }

    void depth(int restored) {
        depth = restored;
    }

    /** One level down; when it is too deep, the rest of the text is given up. */
    void deepen() {
        if (++depth > DEEPEST && position < text.length()) {
            Token token = peek();
            report(
                    Code.TOO_DEEP,
                    token,
                    Phrase.of("表达式嵌套太深。", "The expression nests too deeply."),
                    Phrase.of("请给其中几部分起名（definitions），或改用列表。", "Name parts of it, or use a list."));
            problems.close();
            position = text.length();
            peeked = null;
        }
    }

    Place from(int start) {
        return new Place(start, Math.max(start, lastEnd));
    }

    Place from(Expression first) {
        return from(first.place().start());
    }
}
