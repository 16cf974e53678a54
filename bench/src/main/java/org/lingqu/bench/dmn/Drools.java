package org.lingqu.bench.dmn;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.lingqu.engine.policy.dmn.DmnModel;
import org.lingqu.engine.policy.feel.value.Value;

/** KIE Drools DMN: reads the model as a whole. */
final class Drools implements DmnPeer {

    private final DMNRuntime runtime;
    private final DMNModel model;

    private Drools(DMNRuntime runtime, DMNModel model) {
        this.runtime = runtime;
        this.model = model;
    }

    static DmnPeer load(DmnModel exported) {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(exported.xml()))))
                .getOrElseThrow(
                        problem -> new IllegalStateException("Drools did not load " + exported.policy(), problem));
        DMNModel model = runtime.getModels().getFirst();
        refuse(model.getMessages());
        return new Drools(runtime, model);
    }

    private static void refuse(List<DMNMessage> messages) {
        List<String> problems = messages.stream()
                .filter(message -> message.getLevel() != Message.Level.INFO)
                .map(DMNMessage::getText)
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    @Override
    public Map<String, Value> decide(Map<String, Value> inputs) {
        DMNContext context = runtime.newContext();
        inputs.forEach((name, value) -> context.set(name, JavaValues.of(value)));
        DMNResult result = runtime.evaluateAll(model, context);
        refuse(result.getMessages());
        Map<String, Value> values = new LinkedHashMap<>();
        for (DMNDecisionResult decision : result.getDecisionResults()) {
            values.put(decision.getDecisionName(), JavaValues.of((@Nullable Object) decision.getResult()));
        }
        return values;
    }
}
