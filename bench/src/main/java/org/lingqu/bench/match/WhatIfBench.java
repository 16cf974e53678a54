package org.lingqu.bench.match;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.GroupBy;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.whatif.GroupChange;
import org.lingqu.engine.policy.whatif.PolicyBaseline;
import org.lingqu.engine.policy.whatif.PolicyChange;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.engine.policy.whatif.Thresholds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lingqu bench what-if}: one figure of a real policy changed over a million firms, counted by group; and its curve. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "高新技术企业认定 over made-up firms (5 %% of facts missing): rd-ratio.1 from 5 %% to 4.5 %%, with counts and money by",
            "industry and by size; other figures likewise; and the curves of a limit of a band, of the score and of a border."
        },
        footer = {"", "Example:", "  ./lingqu bench what-if --firms 1000000 --seconds 2"})
public final class WhatIfBench implements Callable<Integer> {

    private static final LocalDate AS_OF = LocalDate.of(WhatIfFirms.AS_OF_YEAR, 6, 30);
    private static final List<GroupBy> INDUSTRY = List.of(new GroupBy("行业代码", 2));
    private static final List<GroupBy> SIZE = List.of(GroupBy.code("企业规模"));

    /** Other figures of the same policy: of a line of the score, the score's limit, and one that everything else rests on. */
    private static final Map<String, String> OTHERS =
            new TreeMap<>(Map.of("staff.1", "0.12", "innovation.1", "60", "conversion.1.low", "20"));

    private static final String FILE = "policies/cn/high-tech.yaml";

    @Option(names = "--firms", paramLabel = "N", description = "how many firms (default 1000000)")
    private int count = 1_000_000;

    @Option(names = "--seconds", paramLabel = "S", description = "how long each measurement runs (default 2)")
    private double seconds = 2;

    @Option(names = "--seed", paramLabel = "N", description = "of the made-up firms (default 1)")
    private long seed = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(System.getProperty("lingqu.home", "."));
        PolicyPack pack = PackReader.read(home.resolve("policies"));
        Thresholds thresholds = Thresholds.of(FILE, Files.readString(home.resolve(FILE)), pack);
        FirmColumns columns = WhatIfFirms.of(count, seed);
        print("%d firms, seed %d, Java %s, load %.2f%n", count, seed, System.getProperty("java.version"), load());
        change(thresholds, columns, pack);
        for (String name : List.of("rd-ratio.1", "innovation.1", "rd-ratio.border.1")) {
            curve(thresholds, columns, pack, name);
        }
        print("load at the end %.2f%n", load());
        return 0;
    }

    private void change(Thresholds thresholds, FirmColumns columns, PolicyPack pack) throws Exception {
        Threshold limit = thresholds.called("rd-ratio.1").orElseThrow();
        Policy before = thresholds.with(Map.of()).policy().orElseThrow();
        var after = new Policy[1];
        Timing.Seconds read = Timing.of(
                Math.min(seconds, 1),
                () -> after[0] = thresholds
                        .with(Map.of(limit, new BigDecimal("0.045")))
                        .policy()
                        .orElseThrow());
        line("the changed file read and checked", read);
        for (int threads = 1; threads <= 2; threads++) {
            int now = threads;
            String of = ", " + now + " thread(s)";
            line("both versions decided, nothing kept" + of, Timing.of(seconds, () -> {
                PolicyChange change = PolicyChange.of(before, after[0], columns, AS_OF, pack.facts(), now);
                counted(change);
            }));
            var baseline = new PolicyBaseline[1];
            line(
                    "the policy decided once, its parts kept" + of,
                    Timing.of(
                            seconds, () -> baseline[0] = PolicyBaseline.of(before, columns, AS_OF, pack.facts(), now)));
            line("one figure changed, counts and money" + of, Timing.of(seconds, () -> {
                counted(baseline[0].with(after[0], now));
            }));
            for (Map.Entry<String, String> other : OTHERS.entrySet()) {
                Threshold figure = thresholds.called(other.getKey()).orElseThrow();
                Policy changed = thresholds
                        .with(Map.of(figure, new BigDecimal(other.getValue())))
                        .policy()
                        .orElseThrow();
                line(
                        "… " + other.getKey() + " = " + other.getValue() + of,
                        Timing.of(seconds, () -> counted(baseline[0].with(changed, now))));
            }
        }
        GroupChange total = PolicyChange.of(before, after[0], columns, AS_OF, pack.facts(), 2)
                .total();
        print(
                "  before %s%n  after  %s%n  gained %d, lost %d%n",
                total.before(), total.after(), total.gained(), total.lost());
    }

    private static void counted(PolicyChange change) {
        change.groups(INDUSTRY);
        change.groups(SIZE);
    }

    private void curve(Thresholds thresholds, FirmColumns columns, PolicyPack pack, String name) throws Exception {
        Threshold threshold = thresholds.called(name).orElseThrow();
        BigDecimal value = threshold.value().orElseThrow();
        int steps = name.contains("border") ? 5 : 50;
        List<BigDecimal> values = IntStream.rangeClosed(0, 2 * steps)
                .mapToObj(i -> value.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(steps)))
                .toList();
        var result = new ThresholdCurve.Result[1];
        var curve = new ThresholdCurve(columns, AS_OF, pack.facts(), 1);
        Timing.Seconds time = Timing.of(seconds, () -> result[0] = curve.of(thresholds, threshold, values, done -> {}));
        line("curve of " + name + ", " + values.size() + " values" + (result[0].inOnePass() ? ", one pass" : ""), time);
    }

    private void line(String what, Timing.Seconds time) {
        print(
                "  %-52s first %.3f s, median %.3f s (processor %.3f s), %d runs%n",
                what, time.first(), time.median(), time.cpu(), time.runs());
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
