package org.lingqu.bench.dmn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.agreement.DmnAgreement;
import org.lingqu.engine.policy.agreement.DmnAgreement.Case;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.dmn.DmnExport;
import org.lingqu.engine.policy.dmn.DmnModel;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.feel.value.Value;
import org.lingqu.engine.policy.pack.Policy;

/** One policy file in one engine. */
final class DmnRun {

    private final PolicyPack pack;
    private final Path folder;
    private final DmnPeer.Loader engine;

    /** @param folder where the pack was read from */
    DmnRun(PolicyPack pack, Path folder, DmnPeer.Loader engine) {
        this.pack = pack;
        this.folder = folder;
        this.engine = engine;
    }

    /** @param differences where the engine says otherwise than the interpreter */
    record Result(int firms, int values, List<String> differences) {}

    /** All examples of the file. */
    Result examples(PolicyFile file) throws IOException {
        return of(DmnAgreement.examples(pack, folder, file));
    }

    /** All examples, and the first of them with one thing less known each. */
    Result examplesAndLess(PolicyFile file) throws IOException {
        List<Case> cases = new ArrayList<>(DmnAgreement.examples(pack, folder, file));
        cases.addAll(DmnAgreement.withLess(cases.getFirst()));
        return of(cases);
    }

    private Result of(List<Case> cases) {
        Map<Policy, DmnModel> models = new HashMap<>();
        Map<Policy, DmnPeer> loaded = new HashMap<>();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Case tried : cases) {
            DmnModel model = models.computeIfAbsent(tried.policy(), policy -> DmnExport.of(policy, pack.facts()));
            DmnPeer peer = loaded.computeIfAbsent(tried.policy(), policy -> engine.load(model));
            Map<String, Value> values = peer.decide(model.values(tried.firm(), tried.asOf()));
            var decision = new Interpreter(pack.facts())
                    .decide(tried.policy(), new Firm("firm", "firm", tried.firm()), tried.asOf());
            var outcome =
                    DmnAgreement.compare(model, tried, decision, name -> values.getOrDefault(name, Value.Null.NULL));
            compared += outcome.values();
            differences.addAll(outcome.differences());
        }
        return new Result(cases.size(), compared, differences);
    }
}
