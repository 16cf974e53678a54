package org.lingqu.bench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.lingqu.database.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a second start takes, from the process to the first answer, and how much memory it holds then. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a fresh data folder with the demonstration region, then starts the application again and again:",
            "seconds from the start of the process to the first page answered, and resident memory then.",
            "Say ./lingqu prepare first to measure what a second start of an installed Lingqu takes."
        },
        footer = {"", "Example:", "  ./lingqu prepare && ./lingqu bench start --times 7"})
public final class StartBench implements Callable<Integer> {

    @Option(names = "--times", paramLabel = "N", description = "default 5")
    private int times = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = Files.createTempDirectory("lingqu-start");
        out.printf("%s, load %.1f%n", Running.isPrepared() ? "prepared" : "not prepared", load());
        start(data, out, "first start, with filling");
        var seconds = new ArrayList<Double>();
        for (int i = 1; i <= times; i++) {
            seconds.add(start(data, out, "second start " + i));
        }
        seconds.sort(null);
        out.printf("median of %d second starts: %.1f s%n", times, seconds.get(times / 2));
        Folders.remove(data);
        return 0;
    }

    private static double start(Path data, PrintWriter out, String what) throws IOException, InterruptedException {
        try (Running running = Running.begin(data);
                Officer visitor = new Officer(running.address())) {
            int status = visitor.get("/library/pages").statusCode();
            double took = running.age().toMillis() / 1e3;
            out.printf(
                    "%-28s %5.1f s, answer %d, resident %d MB, load %.1f%n",
                    what, took, status, running.residentMegabytes(), load());
            if (status != 200) {
                throw new IOException("the first page answers " + status);
            }
            return took;
        }
    }

    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
