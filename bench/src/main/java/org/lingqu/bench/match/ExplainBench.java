package org.lingqu.bench.match;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.explain.DecisionJson;
import org.lingqu.engine.policy.explain.DecisionText;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.gap.FirmGaps;
import org.lingqu.engine.policy.gap.Gap;
import org.lingqu.engine.policy.gap.Gaps;
import org.lingqu.engine.policy.pack.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lingqu bench explain}: one firm against all policies, every reason and the gap. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "One firm against the pack and against 200 policies made of it (same criteria, thresholds moved), with full",
            "explanation: findings, clauses, values with source and period, comparisons, minimal sets of missing facts,",
            "benefits, and the gap of every policy that says no. Counted: from the firm's facts to all of these as objects.",
            "Not counted: reading and checking the files; writing as JSON and text is a line of its own."
        },
        footer = {"", "Example:", "  ./lingqu bench explain --policies 200 --rounds 300"})
public final class ExplainBench implements Callable<Integer> {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    @Option(names = "--policies", paramLabel = "N", description = "how many are made (default 200)")
    private int count = 200;

    @Option(names = "--rounds", paramLabel = "N", description = "firms measured, each once (default 300)")
    private int rounds = 300;

    @Option(names = "--fresh", paramLabel = "N", description = "fresh processes for the first time (default 7)")
    private int fresh = 7;

    @Option(names = "--seed", paramLabel = "N", description = "of thresholds and firms (default 1)")
    private long seed = 1;

    @Option(names = "--first-only", hidden = true, description = "the first time in this process, nothing else")
    private boolean firstOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** What was found of one firm. */
    private record Answers(List<Decision> decisions, List<Optional<Gap>> gaps) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PolicyPack pack = PackReader.read(Path.of(System.getProperty("lingqu.home", "."), "policies"));
        List<Policy> real = pack.inForce(AS_OF);
        List<Policy> made = PackVariants.of(real, count, seed);
        if (firstOnly) {
            var interpreter = new Interpreter(pack.facts());
            Firm firm = new PackFirms(pack, AS_OF, seed).firm(0, 0.05);
            var clock = ManagementFactory.getThreadMXBean();
            long before = clock.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            interpreter.prepare(made);
            long prepared = System.nanoTime();
            answers(interpreter, new Gaps(interpreter), made, firm);
            long end = System.nanoTime();
            print(
                    "%.1f %.1f %.1f%n",
                    (end - start) / 1e6, (end - prepared) / 1e6, (clock.getCurrentThreadCpuTime() - before) / 1e6);
            return 0;
        }
        print(
                "%d policies made of %d in force on %s; %s, %d processors%n",
                made.size(),
                real.size(),
                AS_OF,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        firstTimes();
        print("%n%-34s %9s %9s %9s %9s%n", "one firm, warm, ms", "median", "p99", "CPU", "CPU p99");
        for (double missing : new double[] {0, 0.05, 0.3}) {
            warm(made.size() + " policies", pack, made, missing);
        }
        warm("the pack, " + real.size() + " policies", pack, real, 0.05);
        return 0;
    }

    private static Answers answers(Interpreter interpreter, Gaps gaps, List<Policy> policies, Firm firm) {
        FirmDay day = interpreter.on(firm, AS_OF);
        FirmGaps lacking = gaps.on(day);
        List<Decision> decisions = new ArrayList<>(policies.size());
        List<Optional<Gap>> found = new ArrayList<>(policies.size());
        for (Policy policy : policies) {
            decisions.add(day.decide(policy));
            found.add(lacking.of(policy));
        }
        return new Answers(decisions, found);
    }

    /** One fresh process: milliseconds of all, of all without preparing, and of the thread's processor. */
    private record First(double all, double prepared, double processor) {}

    private void firstTimes() throws IOException, InterruptedException {
        List<First> times = new ArrayList<>();
        for (int i = 0; i < fresh; i++) {
            times.add(fresh());
        }
        if (!times.isEmpty()) {
            print(
                    "first time in a process as ./lingqu policy starts it, after the files were read and checked, of %d:%n",
                    fresh);
            first("  preparing the policies included", times, First::all);
            first("  … of processor", times, First::processor);
            first("  policies prepared before, as a server does", times, First::prepared);
        }
    }

    private void first(String what, List<First> times, ToDoubleFunction<First> figure) {
        double[] sorted = times.stream().mapToDouble(figure).sorted().toArray();
        print("%-46s median %.0f ms, worst %.0f ms%n", what, sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    private First fresh() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-XX:TieredStopAtLevel=1"); // as ./lingqu policy starts
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.lingqu.bench.Bench"));
        command.addAll(List.of("explain", "--first-only", "--policies", "" + count, "--seed", "" + seed));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the fresh process failed: " + said);
        }
        String[] figures = said.strip().split(" ", -1);
        return new First(
                Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }

    private void warm(String what, PolicyPack pack, List<Policy> policies, double missing) {
        var interpreter = new Interpreter(pack.facts());
        var gaps = new Gaps(interpreter);
        var makers = new PackFirms(pack, AS_OF, seed);
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            firms.add(makers.firm(i, missing));
        }
        var clock = ManagementFactory.getThreadMXBean();
        Map<Finding.Kind, Integer> kinds = new EnumMap<>(Finding.Kind.class);
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> writing = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) { // the first pass warms up
            kinds.clear();
            wall.clear();
            cpu.clear();
            writing.clear();
            for (Firm firm : firms) {
                long before = clock.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                Answers answers = answers(interpreter, gaps, policies, firm);
                wall.add((System.nanoTime() - start) / 1e6);
                cpu.add((clock.getCurrentThreadCpuTime() - before) / 1e6);
                long written = clock.getCurrentThreadCpuTime();
                int length = write(answers, pack);
                writing.add((clock.getCurrentThreadCpuTime() - written) / 1e6 + length * 0.0);
                answers.decisions()
                        .forEach(decision -> kinds.merge(decision.outcome().kind(), 1, Integer::sum));
            }
        }
        print(
                "%-34s %9.2f %9.2f %9.2f %9.2f%n",
                String.format(Locale.ROOT, "%s, %.0f %% missing", what, missing * 100),
                at(wall, 0.5),
                at(wall, 0.99),
                at(cpu, 0.5),
                at(cpu, 0.99));
        print("  as JSON and text beside it, CPU: %.1f; answers: %s%n", at(writing, 0.5), kinds);
    }

    private static int write(Answers answers, PolicyPack pack) {
        int length = 0;
        for (int i = 0; i < answers.decisions().size(); i++) {
            Decision decision = answers.decisions().get(i);
            Optional<Gap> gap = answers.gaps().get(i);
            length += DecisionJson.of(decision, gap).length();
            length += DecisionText.of(decision, gap, pack.facts()).length();
        }
        return length;
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would bring a library along
    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
