package org.lingqu.bench.dmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.dmn.DmnModel;
import org.lingqu.engine.policy.feel.dmn.Model;
import org.lingqu.engine.policy.feel.dmn.ModelEvaluator;
import org.lingqu.engine.policy.feel.dmn.XmlReader;
import org.lingqu.engine.policy.feel.value.Value;

/** An engine that has loaded one model: the values of all its decisions by name, for inputs by name. */
interface DmnPeer {

    Map<String, Value> decide(Map<String, Value> inputs);

    /** An engine before it has loaded anything. */
    interface Loader {
        /** @throws IllegalStateException if the engine finds anything wrong with the model */
        DmnPeer load(DmnModel model);
    }

    /** Lingqu's own strict evaluator, from the same XML as the others. */
    static DmnPeer strict(DmnModel model) {
        try {
            byte[] xml = model.xml().getBytes(StandardCharsets.UTF_8);
            Model loaded = Model.of(XmlReader.read(new ByteArrayInputStream(xml)), List.of());
            return inputs -> new ModelEvaluator(List.of(loaded)).decisions(loaded, inputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
