package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.feel.tck.TckReport;
import org.lingqu.engine.policy.feel.tck.TckReport.Outcome;
import org.lingqu.engine.policy.feel.tck.TckRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu policy tck}: how much of the DMN standard's conformance suite is passed. */
@Command(
        name = "tck",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the public DMN Technology Compatibility Kit (dmn-tck/tck) from a folder; docs/feel.md tells what is covered.",
            "运行公开的 DMN 一致性测试集，统计覆盖与通过数。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every covered case passed", "1:a covered case failed, or there was none", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu policy tck ../tck/TestCases"})
final class TckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "folder of the suite: compliance-level-N/NNNN-name/*.dmn with *-test-NN.xml")
    private Path folder = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "no such folder: " + folder);
        }
        TckReport report = new TckRunner().run(folder);
        PrintWriter out = spec.commandLine().getOut();
        write(report, out);
        out.flush();
        return report.isClean() ? 0 : 1;
    }

    private static void write(TckReport report, PrintWriter out) {
        out.printf("%7s %7s %7s  %s%n", "cases", "covered", "passed", "folder");
        for (TckReport.Folder folder : report.folders()) {
            out.printf("%7d %7d %7d  %s%n", folder.cases(), folder.covered(), folder.passed(), folder.name());
            for (Outcome outcome : folder.outcomes()) {
                if (outcome instanceof Outcome.Failed(String id, String node, String expected, String actual)) {
                    out.printf("        FAILED %s, %s: expected %s, got %s%n", id, node, expected, actual);
                }
            }
        }
        out.printf("%7d %7d %7d  in all%n", report.cases(), report.covered(), report.passed());
        notCovered(report)
                .forEach((why, cases) -> out.printf(
                        "not covered because it %s (%d): %s%n", why, cases.size(), String.join(", ", cases)));
    }

    /** Folder and id of the cases left out, by the reason. */
    private static Map<String, List<String>> notCovered(TckReport report) {
        record Left(String why, String where) {}
        return report.folders().stream()
                .flatMap(folder -> folder.outcomes().stream()
                        .filter(Outcome.NotCovered.class::isInstance)
                        .map(Outcome.NotCovered.class::cast)
                        .map(outcome -> new Left(outcome.why(), folder.name() + " " + outcome.id())))
                .collect(Collectors.groupingBy(
                        Left::why, TreeMap::new, Collectors.mapping(Left::where, Collectors.toList())));
    }
}
