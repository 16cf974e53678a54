package org.lingqu.engine.policy.feel.tck;

import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.feel.value.Value;

/**
 * One test case.
 *
 * @param invocable what is called directly; empty where decisions are asked
 * @param inputs by name
 * @param expected the wanted results by the name of the decision
 */
record TckCase(String id, String invocable, Map<String, Value> inputs, List<Expected> expected) {

    record Expected(String name, Value value) {}
}
