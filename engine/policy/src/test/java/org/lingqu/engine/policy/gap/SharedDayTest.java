package org.lingqu.engine.policy.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.Example;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.explain.DecisionJson;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;

/** What one policy has computed of a firm serves the next, and changes nothing of what the next says. */
class SharedDayTest {

    /** Every so many of the pack's examples. */
    private static final int STEP = 25;

    @Test
    void sharingBetweenPoliciesChangesNothing() throws IOException {
        PolicyPack pack = PackReader.read(Path.of("../../policies"));
        var shared = new Interpreter(pack.facts());
        var gaps = new Gaps(shared);
        List<Example> examples =
                pack.files().stream().flatMap(file -> file.examples().stream()).toList();
        for (int i = 0; i < examples.size(); i += STEP) {
            Example one = examples.get(i);
            var firm = new Firm("example", one.name(), one.firm());
            FirmDay day = shared.on(firm, one.asOf());
            FirmGaps lacking = gaps.on(day);
            for (Policy policy : pack.inForce(one.asOf())) {
                var alone = new Interpreter(pack.facts());
                assertThat(DecisionJson.of(day.decide(policy), lacking.of(policy)))
                        .as("%s, %s", one.name(), policy.fullName())
                        .isEqualTo(DecisionJson.of(
                                alone.decide(policy, firm, one.asOf()), new Gaps(alone).of(policy, firm, one.asOf())));
            }
        }
    }
}
