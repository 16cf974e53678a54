package org.lingqu.bench.dmn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.dmn.DmnDecision;
import org.lingqu.engine.policy.dmn.DmnModel;
import org.lingqu.engine.policy.feel.Feel;
import org.lingqu.engine.policy.feel.value.Value;

/** Camunda's FEEL engine: each decision's expression in the order of the model, with just what it requires in scope. */
final class Camunda implements DmnPeer {

    private final FeelEngineApi engine = FeelEngineBuilder.create().build();
    private final Map<DmnDecision, ParsedExpression> expressions = new LinkedHashMap<>();

    private Camunda() {}

    static DmnPeer load(DmnModel exported) {
        var camunda = new Camunda();
        exported.decisions().forEach(camunda::parse);
        return camunda;
    }

    private void parse(DmnDecision decision) {
        ParseResult parsed = engine.parseExpression(Feel.print(decision.logic()));
        if (parsed.isFailure()) {
            throw new IllegalStateException(
                    decision.name() + ": " + parsed.failure().message());
        }
        expressions.put(decision, parsed.parsedExpression());
    }

    @Override
    public Map<String, Value> decide(Map<String, Value> inputs) {
        Map<String, @Nullable Object> known = new HashMap<>();
        inputs.forEach((name, value) -> known.put(name, JavaValues.of(value)));
        Map<String, Value> values = new LinkedHashMap<>();
        expressions.forEach((decision, expression) -> {
            Map<String, @Nullable Object> scope = new HashMap<>();
            decision.requires().forEach(name -> scope.put(name, known.get(name)));
            EvaluationResult result = engine.evaluate(expression, scope);
            if (result.isFailure()) {
                throw new IllegalStateException(
                        decision.name() + ": " + result.failure().message());
            }
            known.put(decision.name(), result.result());
            values.put(decision.name(), JavaValues.of((@Nullable Object) result.result()));
        });
        return values;
    }
}
