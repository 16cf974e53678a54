package org.lingqu.bench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lingqu.database.Folders;
import org.lingqu.library.Library;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many pages a second are kept once they are read: snapshots, versions, statements and audit record, safe from a power cut. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Reads made pages of about ten statements, then keeps them in a fresh base as an import does: one thread,"
                    + " SQLite,",
            "every batch synchronised to the disk before the next. The first pages warm up and do not count."
        },
        footer = {"", "Example:", "  ./lingqu bench import --pages 4000"})
public final class ImportBench implements Callable<Integer> {

    private static final int WARM_UP = 512;

    @Option(names = "--pages", paramLabel = "N", description = "default 2048")
    private int pages = 2048;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = Files.createTempDirectory("lingqu-import");
        long begun = System.nanoTime();
        List<Library.Arrival> all = Bases.read(0, WARM_UP + pages);
        int statements =
                all.stream().mapToInt(each -> each.read().statements().size()).sum();
        out.printf(
                "%d pages, %.1f statements each, read in %.1f s%n",
                all.size(), (double) statements / all.size(), (System.nanoTime() - begun) / 1e9);
        try (ConfigurableApplicationContext context = Bases.open(data)) {
            Library library = context.getBean(Library.class);
            Bases.keep(library, all.subList(0, WARM_UP));
            long start = System.nanoTime();
            long processor =
                    java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Bases.keep(library, new ArrayList<>(all.subList(WARM_UP, all.size())));
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy =
                    (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor)
                            / 1e9;
            out.printf(
                    "kept %d pages in %.1f s: %.0f pages/s; %.1f s of it on the processor: %.0f pages/s of a core%n",
                    pages, seconds, pages / seconds, busy, pages / busy);
        }
        Folders.remove(data);
        return 0;
    }
}
