package org.lingqu.bench.match;

import com.gs.dmn.DMNModelRepository;
import com.gs.dmn.ast.TDRGElement;
import com.gs.dmn.ast.TDefinitions;
import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.NopBuildLogger;
import com.gs.dmn.runtime.interpreter.EvaluationContext;
import com.gs.dmn.runtime.interpreter.Result;
import com.gs.dmn.serialization.xstream.XMLDMNSerializer;
import com.gs.dmn.transformation.InputParameters;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/** jDMN's interpreter. The Java code that jDMN can generate of a model, to be compiled into a program, is not measured. */
final class JdmnPeer {

    private JdmnPeer() {}

    /**
     * @param model with types, which jDMN wants
     * @param values of a row, a new map each time; null where a fact is missing
     */
    static RowPeer of(String model, String namespace, String decision, IntFunction<Map<String, Object>> values) {
        var parameters = new InputParameters();
        TDefinitions definitions =
                new XMLDMNSerializer(new NopBuildLogger(), parameters).readModel(new StringReader(model));
        var repository = new DMNModelRepository(definitions);
        var dialect = new JavaTimeDMNDialectDefinition();
        // nobody says that several threads may share an interpreter
        var idle = new ConcurrentLinkedQueue<>(List.of(dialect.createDMNInterpreter(repository, parameters)));
        TDRGElement element = repository.findDRGElementByName(definitions, decision);
        return row -> {
            Map<String, Object> inputs = values.apply(row);
            inputs.replaceAll((name, value) -> value instanceof Long whole ? BigDecimal.valueOf(whole) : value);
            var ready = idle.poll();
            var interpreter = ready == null ? dialect.createDMNInterpreter(repository, parameters) : ready;
            Result result = interpreter.evaluateDecision(
                    namespace, decision, EvaluationContext.makeDecisionEvaluationContext(element, inputs));
            idle.offer(interpreter);
            return RowPeer.of(Result.value(result));
        };
    }
}
