package org.lingqu.bench.match;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.PolicyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lingqu bench disk}: a region's firms from a Parquet file, by the whole pack, findings into a Parquet file. */
@Command(
        name = "disk",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a Parquet file of made-up firms with every fact that the policies look at, then decides all of them by all",
            "policies, in a process of its own with a bounded heap, and writes a ternary column for every criterion."
        },
        footer = {"", "Example:", "  ./lingqu bench disk --firms 1000000 --heap 1g"})
public final class DiskBench implements Callable<Integer> {

    @Option(names = "--firms", paramLabel = "N", description = "how many firms (default 1000000)")
    private int firms = 1_000_000;

    @Option(names = "--policies", paramLabel = "DIR", description = "the pack (default: policies)")
    private Path policies = Path.of("policies");

    @Option(names = "--as-of", paramLabel = "DATE", description = "day of the decisions (default 2026-06-30)")
    private LocalDate asOf = LocalDate.of(2026, 6, 30);

    @Option(names = "--heap", paramLabel = "SIZE", description = "largest heap (default 1g)")
    private String heap = "1g";

    @Option(names = "--threads", paramLabel = "N", description = "default 2")
    private int threads = 2;

    @Option(names = "--runs", paramLabel = "N", description = "processes started one after the other (default 3)")
    private int runs = 3;

    @Option(names = "--seed", paramLabel = "N", description = "of the made-up firms (default 1)")
    private long seed = 1;

    @Option(names = "--file", paramLabel = "FILE", description = "firms to read; made if it is not there, and kept")
    private @Nullable Path kept;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PolicyPack pack = PackReader.read(policies);
        Path folder = Files.createTempDirectory("lingqu-disk");
        Path file = kept != null ? kept : folder.resolve("firms.parquet");
        Path out = folder.resolve("findings.parquet");
        try {
            Machine.print(spec.commandLine().getOut());
            if (!Files.exists(file)) {
                new RegionFile(pack.facts(), seed).write(file, firms, PolicyPlan.columns(pack.policies(), asOf));
            }
            print("%nfirms: %.0f MB of Parquet, seed %d%n%n", Files.size(file) / 1e6, seed);
            print(
                    "| firms | policies | criteria | columns | second looks | pack read s | match s | process s | processor s | heap peak MB | resident peak MB | findings MB |%n");
            print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|%n");
            for (int i = 0; i < runs; i++) {
                String line = run(file, out);
                if (line.isEmpty()) {
                    return 1;
                }
                print("| %s |%n", line.strip().replace(" ", " | "));
            }
            print(
                    "%nBar: match ≤ 8 s with a heap of 1 GB on two cores. The file was in the page cache. Load at the end %.2f%n",
                    Machine.load());
            return 0;
        } finally {
            if (kept == null) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(out);
            Files.deleteIfExists(folder);
        }
    }

    private String run(Path file, Path out) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(System.getProperty("lingqu.bench.child", "").split(" ")));
        command.removeIf(String::isEmpty);
        if (Machine.hasVectors()) {
            command.add("--add-modules=jdk.incubator.vector");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DiskRun.class.getName()));
        command.addAll(List.of(
                file.toString(), policies.toString(), asOf.toString(), out.toString(), Integer.toString(threads)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : "";
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would bring a library along
    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
