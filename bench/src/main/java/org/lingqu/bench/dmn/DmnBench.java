package org.lingqu.bench.dmn;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.dmn.DmnExport;
import org.lingqu.engine.policy.dmn.DmnModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lingqu bench dmn}: exported policies in other engines, held against the interpreter. */
@Command(
        name = "dmn",
        mixinStandardHelpOptions = true,
        description =
                "Loads every policy, exported as DMN 1.5, into other engines and compares all answers on all examples.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:no difference", "1:differences; they are printed"},
        footer = {"", "Example:", "  ./lingqu bench dmn"})
public final class DmnBench implements Callable<Integer> {

    @Option(names = "--policies", paramLabel = "DIR", description = "the pack (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("policies");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    static Map<String, DmnPeer.Loader> engines() {
        Map<String, DmnPeer.Loader> engines = new LinkedHashMap<>();
        engines.put("Lingqu strict FEEL", DmnPeer::strict);
        engines.put("KIE Drools DMN", Drools::load);
        engines.put("Camunda FEEL", Camunda::load);
        return engines;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PolicyPack pack = PackReader.read(folder);
        List<DmnModel> models = pack.policies().stream()
                .map(policy -> DmnExport.of(policy, pack.facts()))
                .toList();
        out.printf(
                "%d policies, %d with every criterion, line and amount exported; %d inputs, %d decisions%n",
                models.size(),
                models.stream().filter(model -> model.elsewhere() == 0).count(),
                models.stream().mapToInt(model -> model.inputs().size()).sum(),
                models.stream().mapToInt(model -> model.decisions().size()).sum());
        out.printf(
                "criteria %d, lines of score tables %d, amounts %d%n",
                count(models, "判定_"), count(models, "得分_"), count(models, "优惠金额_"));
        List<String> differences = new ArrayList<>();
        for (var engine : engines().entrySet()) {
            var run = new DmnRun(pack, folder, engine.getValue());
            int firms = 0;
            int values = 0;
            long start = System.nanoTime();
            List<String> found = new ArrayList<>();
            for (PolicyFile file : pack.files()) {
                DmnRun.Result result = run.examplesAndLess(file);
                firms += result.firms();
                values += result.values();
                found.addAll(result.differences());
            }
            out.printf(
                    "%-20s %,6d firms, %,7d values, %d differences, %.1f s%n",
                    engine.getKey(), firms, values, found.size(), (System.nanoTime() - start) / 1e9);
            differences.addAll(found);
        }
        differences.forEach(out::println);
        return differences.isEmpty() ? 0 : 1;
    }

    private static long count(List<DmnModel> models, String prefix) {
        return models.stream()
                .flatMap(model -> model.decisions().stream())
                .filter(decision ->
                        decision.name().startsWith(prefix) && !decision.name().contains("_若全"))
                .count();
    }
}
