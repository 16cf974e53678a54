package org.lingqu.engine.policy.feel.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.feel.syntax.Expression.FunctionLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Parameter;
import org.lingqu.engine.policy.feel.syntax.TypeName;
import org.lingqu.engine.policy.feel.value.Type;
import org.lingqu.engine.policy.feel.value.Types;
import org.lingqu.engine.policy.feel.value.Value;

/** A function written in FEEL together with the scope it was written in. Two are equal only if they are the same one. */
final class Closure implements Value.Function {

    private final Evaluator evaluator;
    private final FunctionLiteral literal;
    private final Scope scope;
    private final List<Type> types;

    Closure(Evaluator evaluator, FunctionLiteral literal, Scope scope) {
        this.evaluator = evaluator;
        this.literal = literal;
        this.scope = scope;
        this.types = literal.parameters().stream().map(this::type).toList();
    }

    private Type type(Parameter parameter) {
        TypeName type = parameter.type();
        return type == null ? Type.ANY : Types.resolve(type, evaluator.types());
    }

    @Override
    public List<String> parameters() {
        return literal.parameters().stream().map(Parameter::name).toList();
    }

    @Override
    public Type type() {
        return new Type.FunctionOf(types, Type.ANY);
    }

    @Override
    public Value call(List<Value> arguments) {
        if (arguments.size() != types.size() || literal.external()) {
            return Value.Null.NULL;
        }
        Map<String, Value> values = new HashMap<>();
        List<Value> fitting = fit(arguments, types);
        if (fitting.isEmpty() && !arguments.isEmpty()) {
            return Value.Null.NULL;
        }
        for (int i = 0; i < fitting.size(); i++) {
            values.put(literal.parameters().get(i).name(), fitting.get(i));
        }
        return evaluator.value(literal.body(), scope.with(values));
    }

    /** The arguments as the parameters want them; empty if one does not fit. */
    static List<Value> fit(List<Value> arguments, List<Type> types) {
        List<Value> fitting = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Value fitted = Types.coerce(arguments.get(i), types.get(i));
            if (fitted.isNull() && !arguments.get(i).isNull()) {
                return List.of();
            }
            fitting.add(fitted);
        }
        return fitting;
    }
}
