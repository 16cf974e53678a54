package org.lingqu.bench.match;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.column.Curve;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.column.Plan;
import org.lingqu.engine.policy.column.Rows;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Truth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lingqu bench match}: the same firms and rule for everybody; then many policies, then many thresholds. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "One policy of eight criteria over made-up firms (5 %% of facts missing, 2 %% exactly on borders): Lingqu with all",
            "findings, beside DuckDB, two DMN engines, FEEL, CEL, Aviator, Janino and loops written by hand, which only decide.",
            "Then 200 policies at once, 100 values of one threshold, and the curve of all its values."
        },
        footer = {"", "Example:", "  ./lingqu bench match --firms 1000000 --seconds 2"})
public final class MatchBench implements Callable<Integer> {

    @Option(names = "--firms", paramLabel = "N", description = "how many firms (default 1000000)")
    private int count = 1_000_000;

    @Option(names = "--seconds", paramLabel = "S", description = "how long each candidate runs (default 2)")
    private double seconds = 2;

    @Option(
            names = "--slow-rows",
            paramLabel = "N",
            description = "firms for engines that take one at a time (default 20000)")
    private int slowRows = 20_000;

    @Option(names = "--seed", paramLabel = "N", description = "of the made-up firms (default 1)")
    private long seed = 1;

    @Option(names = "--only-lingqu", description = "leave the others out")
    private boolean onlyLingqu;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // set at the start of call
    private MatchFirms firms;

    @SuppressWarnings("NullAway.Init") // set at the start of call
    private FirmColumns columns;

    @SuppressWarnings("NullAway.Init") // set at the start of call
    private Lowering lowering;

    /** What the exact rule says, as two bit sets: the measure of everybody's answers. */
    private long[] met = {};

    private long[] notMet = {};

    @Override
    public Integer call() throws Exception {
        firms = new MatchFirms(count, seed);
        columns = firms.columns();
        lowering = new Lowering(LocalDate.ofEpochDay(MatchFirms.ASOF), columns::has);
        print(
                "%d firms, seed %d, %s %s, %d processors, load %.2f%n",
                count,
                seed,
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                load());
        bandwidth();
        print("%n| one policy, M firms/s | 1 thread | … of processor | 2 threads | first run, ms | wrong firms |%n");
        print("|---|---:|---:|---:|---:|---:|%n");
        Findings found = lingqu();
        if (!onlyLingqu) {
            others();
        }
        print(
                "%nmet %d, not met %d, unknown %d; second looks %d%n",
                found.countMet(8),
                found.countNotMet(8),
                count - found.countMet(8) - found.countNotMet(8),
                found.secondLooks());
        many();
        whatIf();
        print("%nload at the end %.2f%n", load());
        return 0;
    }

    private void bandwidth() throws Exception {
        double[] sums = new double[1];
        int bytes = firms.figures().size() * Rows.padded(count) * 8;
        Timing.Seconds time =
                Timing.of(Math.min(1, seconds), () -> firms.figures().forEach(values -> sums[0] += sum(values)));
        print(
                "memory read: %.1f GB/s on one thread (sum of %d MB), so %.0f M firms/s at best (%.0f)%n",
                bytes / time.median() / 1e9, bytes / 1_000_000, count / time.median() / 1e6, sums[0] % 7);
    }

    private static double sum(double[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < values.length; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        return a + b + c + d;
    }

    private Findings lingqu() throws Exception {
        var tests = new ArrayList<Node.Test>();
        MatchRule.criteria().forEach(criterion -> tests.add(lowering.lower(criterion)));
        tests.add(lowering.lower(MatchRule.all()));
        var plan = new Plan(tests, List.of(), columns.ranges());
        var findings = new Findings[] {plan.run(columns, 1)};
        met = findings[0].met(8).clone();
        notMet = findings[0].notMet(8).clone();
        var times = new ArrayList<Timing.Seconds>();
        for (int threads = 1; threads <= 2; threads++) {
            int now = threads;
            times.add(Timing.of(seconds, () -> plan.run(columns, now, findings[0])));
        }
        line("Lingqu, every criterion, exact", count, times.get(0), times.get(1), 0);
        return findings[0];
    }

    private void others() throws Exception {
        var loops = new Loops(firms);
        loops("hand-written plain loop", loops, loops::plain);
        loops("hand-written, branch-free", loops, loops::branchFree);
        loops("hand-written, Vector API", loops, loops::vector);
        duck();
        rows("Janino", count, Engines::janino);
        rows("Aviator", Math.min(count, 10 * slowRows), Engines::aviator);
        rows("CEL-Java", slowRows, Engines::cel);
        rows("Camunda FEEL", slowRows / 2, Engines::camunda);
        rows("jDMN, interpreted", slowRows / 10, Engines::jdmn);
        rows("KIE Drools DMN", slowRows / 2, Engines::drools);
    }

    private void loops(String name, Loops loops, Timing.Range range) throws Exception {
        int words = Rows.padded(count) / 64;
        var times = new ArrayList<Timing.Seconds>();
        for (int threads = 1; threads <= 2; threads++) {
            int now = threads;
            times.add(Timing.of(seconds, () -> Timing.split(words, now, range)));
        }
        line(name, count, times.get(0), times.get(1), wrong(loops.met, loops.notMet, count));
    }

    private long wrong(long[] yes, long[] no, int rows) {
        return IntStream.range(0, rows)
                .filter(row -> Rows.get(yes, row) != Rows.get(met, row) || Rows.get(no, row) != Rows.get(notMet, row))
                .count();
    }

    private void duck() throws Exception {
        try (var duck = new DuckPeer(firms)) {
            long[] counts = duck.count();
            long off = Math.abs(counts[0] - count(met)) + Math.abs(counts[1] - count(notMet));
            var counted = new ArrayList<Timing.Seconds>();
            var kept = new ArrayList<Timing.Seconds>();
            for (int threads = 1; threads <= 2; threads++) {
                duck.threads(threads);
                counted.add(Timing.of(seconds, duck::count));
                kept.add(Timing.of(seconds, duck::keep));
            }
            line("DuckDB SQL on doubles, counts only", count, counted.get(0), counted.get(1), off);
            line("DuckDB SQL on doubles, findings kept", count, kept.get(0), kept.get(1), off);
        }
    }

    private long count(long[] bits) {
        return IntStream.range(0, count).filter(row -> Rows.get(bits, row)).count();
    }

    private void rows(String name, int rows, Function<MatchFirms, RowPeer> make) throws Exception {
        var peer = new RowPeer[1];
        double compile = Timing.once(() -> peer[0] = make.apply(firms));
        var answers = new Truth[Math.min(rows, count)];
        Timing.Range direct = (from, to) -> {
            for (int i = from; i < to; i++) {
                answers[i] = peer[0].decide(i);
            }
        };
        var times = new ArrayList<Timing.Seconds>();
        for (int threads = 1; threads <= 2; threads++) {
            int now = threads;
            times.add(Timing.of(seconds, () -> Timing.split(answers.length, now, direct)));
        }
        long wrong = IntStream.range(0, answers.length)
                .filter(row -> answers[row] != truth(row))
                .count();
        line(
                name + String.format(Locale.ROOT, " (%d firms, made in %.0f ms)", answers.length, compile * 1e3),
                answers.length,
                times.get(0),
                times.get(1),
                wrong);
    }

    private Truth truth(int row) {
        return Rows.get(met, row) ? Truth.TRUE : Rows.get(notMet, row) ? Truth.FALSE : Truth.UNKNOWN;
    }

    private void many() throws Exception {
        List<List<Condition>> policies = new ManyPolicies(seed).policies(200);
        var plan = new Plan[1];
        double planned = Timing.once(() -> plan[0] = new Plan(tests(policies), List.of(), columns.ranges()));
        int criteria = policies.stream().mapToInt(List::size).sum();
        print(
                "%n200 policies, %d criteria, %d operations, planned in %.0f ms%n",
                criteria, plan[0].size(), planned * 1e3);
        var findings = new Findings[1];
        print("  first run with new findings: %.3f s%n", Timing.once(() -> findings[0] = plan[0].run(columns, 1)));
        for (int threads = 1; threads <= 2; threads++) {
            int now = threads;
            Timing.Seconds time = Timing.of(seconds, () -> plan[0].run(columns, now, findings[0]));
            print(
                    "  %d thread(s): %.3f s (%.3f s of the calling thread's processor) for %d firms, all findings kept (%d runs); second looks %d%n",
                    threads, time.median(), time.cpu(), count, time.runs(), findings[0].secondLooks());
        }
    }

    private List<Node.Test> tests(List<List<Condition>> policies) {
        var tests = new ArrayList<Node.Test>();
        for (List<Condition> criteria : policies) {
            List<Node.Test> lowered = criteria.stream().map(lowering::lower).toList();
            tests.addAll(lowered);
            tests.add(new Node.All(lowered));
        }
        return tests;
    }

    private void whatIf() throws Exception {
        List<BigDecimal> thresholds = IntStream.range(0, 100)
                .mapToObj(i -> BigDecimal.valueOf(500 + i * 5L, 3))
                .toList();
        NumberTerm share = MatchRule.ratio("高新技术产品收入", "上年销售收入");
        var variants = new ArrayList<Node.Test>();
        for (BigDecimal threshold : thresholds) {
            var changed = new Condition.Compare(share, Comparison.AT_LEAST, new NumberTerm.Literal(threshold));
            var criteria = new ArrayList<>(MatchRule.criteria());
            criteria.set(5, changed);
            variants.add(lowering.lower(changed));
            variants.add(lowering.lower(new Condition.And(criteria)));
        }
        var findings = new Findings[1];
        double first = Timing.once(() -> findings[0] = new Plan(variants, List.of(), columns.ranges()).run(columns, 1));
        print(
                "%n100 values of one threshold, each with its criterion's and the policy's findings%n  first after the edit %.3f s%n",
                first);
        var plan = new Plan(variants, List.of(), columns.ranges());
        var kept = plan.run(columns, 1);
        for (int threads = 1; threads <= 2; threads++) {
            int now = threads;
            Timing.Seconds time = Timing.of(seconds, () -> plan.run(columns, now, kept));
            print("  %d thread(s): %.3f s%n", threads, time.median());
        }
        List<BigDecimal> every =
                IntStream.range(0, 1000).mapToObj(i -> BigDecimal.valueOf(i, 3)).toList();
        var pivot = (Node.Compare) lowering.lower(MatchRule.hightech());
        Node.Test decision = lowering.lower(MatchRule.all());
        Timing.Seconds curve = Timing.of(seconds, () -> Curve.of(columns, decision, pivot, every, Optional.empty(), 1));
        print("  the curve of 1000 values: first %.3f s, then %.3f s%n", curve.first(), curve.median());
        edit();
    }

    /** A policy nobody has seen before: planned and run. */
    private void edit() throws Exception {
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            List<List<Condition>> policies = new ManyPolicies(seed + 100 + i).policies(1);
            times[i] = Timing.once(() -> new Plan(tests(policies), List.of(), columns.ranges()).run(columns, 1));
        }
        Arrays.sort(times);
        print("  a new policy, planned and run over all firms: median %.3f s, worst %.3f s%n", times[4], times[8]);
    }

    private void line(String name, int rows, Timing.Seconds one, Timing.Seconds two, long wrong) {
        print(
                "| %s | %.4f | %.4f | %.4f | %.0f | %d |%n",
                name,
                rows / one.median() / 1e6,
                rows / one.cpu() / 1e6,
                rows / two.median() / 1e6,
                one.first() * 1e3,
                wrong);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would bring a library along
    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
