package org.lingqu.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lingqu.bench.HostilePages.Hostile;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How long pages that were made to break a reader occupy it. The bar is two seconds each. */
@Command(
        name = "hostile",
        mixinStandardHelpOptions = true,
        description = {
            "Seconds that hostile pages occupy the reader, one after the other, and what became of them.",
            "Run it with LINGQU_JAVA_OPTS=-Xmx256m to see that memory is bounded as well."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every page within the bar", "1:some page over it"},
        footer = {"", "Example:", "  LINGQU_JAVA_OPTS=-Xmx256m ./lingqu bench hostile"})
final class HostileBench implements Callable<Integer> {

    private static final double BAR_SECONDS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        var reader = new PageReader();
        reader.read(new PageSource("page", HostilePages.harmless())); // everything is loaded
        boolean within = true;
        for (Hostile page : HostilePages.all()) {
            byte[] bytes = page.content().get();
            long before = System.nanoTime();
            Reading reading = reader.read(new PageSource("hostile", bytes));
            double seconds = (System.nanoTime() - before) / 1e9;
            within &= seconds <= BAR_SECONDS;
            out.printf(
                    Locale.ROOT, "%-36s %9d bytes %7.2f s  %s%n", page.name(), bytes.length, seconds, outcome(reading));
        }
        return within ? 0 : 1;
    }

    private static String outcome(Reading reading) {
        return switch (reading) {
            case PageRefused refused -> "refused: " + refused.code();
            case PageRead read -> "read, " + read.statements().size() + " statements";
        };
    }
}
