package org.lingqu.bench.match;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a figure was measured on. */
final class Machine {

    private static final List<String> TOLD = List.of("avx", "avx2", "avx512f", "avx512dq", "asimd", "sve");

    private Machine() {}

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static boolean hasVectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    static void print(PrintWriter out) throws IOException {
        out.printf(
                Locale.ROOT,
                "%s, %d processors%s, load %.2f; %s %s, Vector API %s, collector %s%n",
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                load(),
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.version"),
                hasVectors() ? "on" : "off",
                ManagementFactory.getGarbageCollectorMXBeans().getFirst().getName());
        out.flush();
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return " (" + System.getProperty("os.arch") + ")";
        }
        List<String> lines = Files.readAllLines(info);
        String name = after(lines, "model name");
        List<String> flags = Stream.of(after(lines, "flags").split(" "))
                .filter(TOLD::contains)
                .toList();
        return " (" + name + "; " + String.join(" ", flags) + ")";
    }

    private static String after(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
