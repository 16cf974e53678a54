package org.lingqu.engine.policy.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.policy.agreement.DmnAgreement;
import org.lingqu.engine.policy.agreement.DmnAgreement.Case;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.feel.dmn.Model;
import org.lingqu.engine.policy.feel.dmn.ModelEvaluator;
import org.lingqu.engine.policy.feel.dmn.XmlReader;
import org.lingqu.engine.policy.feel.value.Value;
import org.lingqu.engine.policy.pack.Policy;

/** Exported models, evaluated by the letter of the standard, say what the interpreter says. */
class DmnExportTest {

    private static final Path FOLDER = Path.of("../../policies");
    private static final PolicyPack PACK = read();

    private static PolicyPack read() {
        try {
            return PackReader.read(FOLDER);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<PolicyFile> files() {
        return PACK.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void strictFeelDecidesAsTheInterpreterOnAllExamplesAndWithAnythingMissing(PolicyFile file) throws IOException {
        Map<Policy, DmnModel> exported = new HashMap<>();
        Map<Policy, Model> loaded = new HashMap<>();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        List<Case> cases = new ArrayList<>(DmnAgreement.examples(PACK, FOLDER, file));
        cases.addAll(DmnAgreement.withLess(cases.getFirst()));
        for (Case tried : cases) {
            DmnModel model = exported.computeIfAbsent(tried.policy(), policy -> DmnExport.of(policy, PACK.facts()));
            Model strict = loaded.computeIfAbsent(tried.policy(), policy -> load(model));
            var decision = new Interpreter(PACK.facts())
                    .decide(tried.policy(), new Firm("firm", "firm", tried.firm()), tried.asOf());
            Map<String, Value> values =
                    new ModelEvaluator(List.of(strict)).decisions(strict, model.values(tried.firm(), tried.asOf()));
            var outcome =
                    DmnAgreement.compare(model, tried, decision, name -> values.getOrDefault(name, Value.Null.NULL));
            differences.addAll(outcome.differences());
            compared += outcome.values();
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(30);
    }

    private static Model load(DmnModel model) {
        try {
            return Model.of(
                    XmlReader.read(new ByteArrayInputStream(model.xml().getBytes(StandardCharsets.UTF_8))), List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothingOfThePackIsLeftToOtherSystems() {
        List<DmnModel> models = PACK.policies().stream()
                .map(policy -> DmnExport.of(policy, PACK.facts()))
                .toList();
        assertThat(models).hasSizeGreaterThan(40);
        assertThat(models.stream().filter(model -> model.elsewhere() > 0).map(DmnModel::notes))
                .isEmpty();
    }
}
