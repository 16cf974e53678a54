package org.lingqu.bench.match;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.store.FirmReader;
import org.lingqu.engine.policy.store.RegionMatch;

/** What {@code ./lingqu match} does with a Parquet file, in a process of its own whose heap is bounded. */
final class DiskRun {

    private DiskRun() {}

    /** {@code FIRMS POLICIES DATE OUT THREADS}; prints one line of figures. */
    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        LocalDate asOf = LocalDate.parse(arguments[2]);
        int threads = Integer.parseInt(arguments[4]);
        PolicyPack pack = PackReader.read(Path.of(arguments[1]));
        double packRead = seconds(start);
        List<Policy> policies = pack.policies();
        Path out = Path.of(arguments[3]);
        long opened = System.nanoTime();
        RegionMatch.Done done;
        try (FirmReader reader = FirmReader.parquet(Path.of(arguments[0]), threads)) {
            done = RegionMatch.run(reader, policies, asOf, out, threads, firms -> {});
        }
        System.out.printf(
                Locale.ROOT,
                "%d %d %d %d %d %.2f %.2f %.2f %.2f %.0f %.0f %.0f%n",
                done.firms(),
                done.policies(),
                done.criteria(),
                done.columns(),
                done.secondLooks(),
                packRead,
                seconds(opened),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3,
                processor(),
                heapPeak() / 1e6,
                residentPeak() / 1e6,
                Files.size(out) / 1e6);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Seconds of all threads. */
    private static double processor() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    /** Never below what the heap really held: the pools peak at different times. */
    private static double heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToDouble(usage -> usage.getUsed())
                .sum();
    }

    private static double residentPeak() throws java.io.IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
