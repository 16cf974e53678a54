package org.lingqu.engine.policy.feel.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.feel.syntax.Expression.Argument;
import org.lingqu.engine.policy.feel.syntax.Expression.ContextLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Entry;
import org.lingqu.engine.policy.feel.syntax.Expression.For;
import org.lingqu.engine.policy.feel.syntax.Expression.FunctionLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.If;
import org.lingqu.engine.policy.feel.syntax.Expression.Invocation;
import org.lingqu.engine.policy.feel.syntax.Expression.Iteration;
import org.lingqu.engine.policy.feel.syntax.Expression.Parameter;
import org.lingqu.engine.policy.feel.syntax.Expression.Quantified;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;
import org.lingqu.engine.policy.feel.syntax.Token.Kind;

/** Calls, conditions, loops, functions and contexts. */
final class Composites {

    private final Parser parser;
    private final Operands operands;

    Composites(Parser parser, Operands operands) {
        this.parser = parser;
        this.operands = operands;
    }

    /** Whether a list goes on: after a comma, or where a comma has been forgotten. */
    boolean another(String close) {
        if (parser.accept(",")) {
            return true;
        }
        Token token = parser.peek();
        if (token.startsOperand()) {
            parser.report(
                    Code.MISSING_TOKEN,
                    token,
                    Phrase.of(
                            "「{1}」前缺少「,」或「{0}」。",
                            "\",\" or \"{0}\" is missing before \"{1}\".", close, parser.clipped(token)),
                    Phrase.of(
                            "各部分用英文逗号隔开；也可能漏了运算符。", "Separate the parts with commas; an operator may be missing too."));
            return true;
        }
        return false;
    }

    private Expression inner() {
        return operands.nested(parser::expression);
    }

    Expression invocation(Expression function) {
        parser.take();
        List<Argument> arguments = new ArrayList<>();
        if (!parser.accept(")")) {
            do {
                arguments.add(argument(arguments));
            } while (another(")"));
            parser.expect(")");
        }
        return new Invocation(function, arguments, parser.from(function));
    }

    private Argument argument(List<Argument> before) {
        Token first = parser.peek();
        String name = parser.nameBeforeColon();
        if (!before.isEmpty() && (before.getFirst().name() == null) != (name == null)) {
            parser.report(
                    Code.MIXED_ARGUMENTS,
                    first,
                    Phrase.of("有的参数写了名称，有的没写。", "Some arguments have a name and others have none."),
                    Phrase.of("请全部写名称，或全部不写。", "Name all of them or none."));
        }
        return new Argument(name, inner());
    }

    Expression condition() {
        Token start = parser.take();
        Expression condition = inner();
        parser.expectKeyword("then");
        Expression then = inner();
        parser.expectKeyword("else");
        return new If(condition, then, inner(), parser.from(start.start()));
    }

    Expression loop() {
        Token start = parser.take();
        List<Iteration> iterations = iterations();
        parser.expectKeyword("return");
        parser.declare("partial");
        return new For(iterations, inner(), parser.from(start.start()));
    }

    Expression quantified(Quantifier quantifier) {
        Token start = parser.take();
        List<Iteration> iterations = iterations();
        parser.expectKeyword("satisfies");
        return new Quantified(quantifier, iterations, inner(), parser.from(start.start()));
    }

    private List<Iteration> iterations() {
        List<Iteration> iterations = new ArrayList<>();
        do {
            String variable = parser.declaredVariable();
            if (variable.isEmpty()) {
                parser.report(
                        Code.MISSING_NAME,
                        parser.peek(),
                        Phrase.of("缺少变量名。", "A variable's name is missing."),
                        Phrase.of("请写成：x in …。", "Write: x in …"));
            }
            parser.expectKeyword("in");
            Expression domain = inner();
            Expression last = parser.accept("..") ? inner() : null;
            parser.declare(variable);
            iterations.add(new Iteration(variable, domain, last));
        } while (parser.accept(","));
        return iterations;
    }

    Expression function() {
        Token start = parser.take();
        List<Parameter> parameters = new ArrayList<>();
        parser.expect("(");
        if (!parser.accept(")")) {
            do {
                parameters.add(parameter());
            } while (parser.accept(","));
            parser.expect(")");
        }
        parameters.forEach(parameter -> parser.declare(parameter.name()));
        Token next = parser.peek();
        boolean external = next.kind() == Kind.NAME && next.text().equals("external");
        if (external) {
            parser.take();
        }
        return new FunctionLiteral(parameters, inner(), external, parser.from(start.start()));
    }

    private Parameter parameter() {
        String name = parser.declaredName();
        if (name.isEmpty()) {
            parser.report(
                    Code.MISSING_NAME,
                    parser.peek(),
                    Phrase.of("缺少参数名。", "A parameter's name is missing."),
                    Phrase.of("请写成：function(x) …。", "Write: function(x) …"));
        }
        @Nullable TypeName type = parser.accept(":") ? operands.types().read() : null;
        return new Parameter(name, type);
    }

    Expression context() {
        Token open = parser.take();
        List<Entry> entries = new ArrayList<>();
        if (!parser.accept("}")) {
            Set<String> keys = new HashSet<>();
            do {
                entries.add(entry(keys));
            } while (parser.accept(","));
            parser.expect("}");
        }
        return new ContextLiteral(entries, parser.from(open.start()));
    }

    private Entry entry(Set<String> keys) {
        Token first = parser.peek();
        String key = key(first);
        if (!keys.add(key)) {
            parser.report(
                    Code.DUPLICATE_KEY,
                    first,
                    Phrase.of("「{0}」写了两次。", "\"{0}\" is there twice.", key),
                    Phrase.of("每一项请用不同的名称。", "Give every entry its own name."));
        }
        Expression value = inner();
        parser.declare(key);
        return new Entry(key, value);
    }

    private String key(Token first) {
        if (first.kind() == Kind.STRING) {
            parser.take();
            parser.expect(":");
            return first.text();
        }
        String name = parser.nameBeforeColon();
        if (name == null) {
            parser.report(
                    Code.MISSING_NAME,
                    first,
                    Phrase.of("每一项以名称和冒号开头。", "An entry begins with its name and a colon."),
                    Phrase.of("请写成：{名称: 值}。", "Write: {name: value}"));
            return "";
        }
        return name;
    }
}
