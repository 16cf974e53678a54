package org.lingqu.engine.policy.feel.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;
import org.lingqu.engine.policy.feel.syntax.Token.Kind;

/** The grammar of types (DMN 1.5, 10.3.1.2, rules 53 and 54). */
final class TypeNames {

    private static final TypeName ANY = new TypeName.Named("Any");

    private final Parser parser;

    TypeNames(Parser parser) {
        this.parser = parser;
    }

    TypeName read() {
        Token token = parser.peek();
        if (token.kind() != Kind.NAME && !token.isKeyword("function") && !token.isKeyword("null")) {
            parser.report(
                    Code.MISSING_NAME,
                    token,
                    Phrase.of("缺少类型名。", "The name of a type is missing."),
                    Phrase.of("例如写 number 或 list<string>。", "Write for example number or list<string>."));
            return ANY;
        }
        int outer = parser.depth();
        parser.deepen();
        parser.take();
        TypeName type = parser.peek().isSymbol("<") ? generic(token.text()) : named(token.text());
        parser.depth(outer);
        return type;
    }

    private TypeName generic(String name) {
        return switch (name) {
            case "list" -> new TypeName.ListOf(single());
            case "range" -> new TypeName.RangeOf(single());
            case "context" -> context();
            case "function" -> function();
            default -> named(name);
        };
    }

    private TypeName named(String first) {
        StringBuilder name = new StringBuilder(first);
        while (parser.accept(".")) {
            name.append('.')
                    .append(parser.peek().kind() == Kind.NAME ? parser.take().text() : "");
        }
        return new TypeName.Named(name.toString());
    }

    private TypeName single() {
        parser.expect("<");
        TypeName element = read();
        parser.expect(">");
        return element;
    }

    private TypeName context() {
        Map<String, TypeName> entries = new LinkedHashMap<>();
        parser.expect("<");
        if (!parser.peek().isSymbol(">")) {
            do {
                String key = parser.declaredName();
                parser.expect(":");
                entries.put(key, read());
            } while (parser.accept(","));
        }
        parser.expect(">");
        return new TypeName.ContextOf(entries);
    }

    private TypeName function() {
        List<TypeName> parameters = new ArrayList<>();
        parser.expect("<");
        if (!parser.peek().isSymbol(">")) {
            do {
                parameters.add(read());
            } while (parser.accept(","));
        }
        parser.expect(">");
        parser.expect("->");
        return new TypeName.FunctionOf(parameters, read());
    }
}
