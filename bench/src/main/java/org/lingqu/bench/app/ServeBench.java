package org.lingqu.bench.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast pages and lists are answered from a large base. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a base with made pages (kept for the next time), starts the application on it and asks for pages,"
                    + " lists and",
            "conflicts at constant rates. Application and load share this machine's processors."
        },
        footer = {"", "Example:", "  ./lingqu bench serve --data out/large --seconds 20"})
public final class ServeBench implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "FOLDER", description = "default out/large", defaultValue = "out/large")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(names = "--pages", paramLabel = "N", description = "default 100000, with about ten statements each")
    private int pages = 100_000;

    @Option(names = "--rate", paramLabel = "N", description = "pages and lists a second, default 200")
    private int rate = 200;

    @Option(names = "--seconds", paramLabel = "N", description = "for each kind of request, default 20")
    private int seconds = 20;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "seconds of each kind before the first is measured, default 20; a server runs for weeks")
    private int warmUp = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private record Load(int rate, IntFunction<String> path) {}

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        LargeBase.fill(data, pages, out);
        int errors = 0;
        try (Running running = Running.begin(data)) {
            String address = running.address().replaceFirst("/$", "");
            for (Load load : loads().values()) {
                OpenLoad.run(address, load.rate(), warmUp, load.path());
                running.awaitIdle();
            }
            for (Map.Entry<String, Load> each : loads().entrySet()) {
                Load load = each.getValue();
                double before = running.processorSeconds();
                OpenLoad.Outcome outcome = OpenLoad.run(address, load.rate(), seconds, load.path());
                errors += outcome.errors();
                out.printf(
                        "%-34s %3d/s: %s; %.1f ms of the processor each; resident %d MB%n",
                        each.getKey(),
                        load.rate(),
                        outcome,
                        (running.processorSeconds() - before) * 1000 / outcome.requests(),
                        running.residentMegabytes());
                running.awaitIdle();
            }
        }
        return errors == 0 ? 0 : 1;
    }

    private Map<String, Load> loads() {
        var random = new Random(1);
        int few = Math.max(1, rate / 20);
        int seldom = Math.max(1, rate / 200); // they read all quotes or all values there are
        var all = new LinkedHashMap<String, Load>();
        all.put("page view", new Load(rate, i -> "/library/pages/" + (1 + random.nextInt(pages))));
        all.put(
                "statements of region and indicator",
                new Load(rate, i -> "/library/statements?region=" + city(random) + "&indicator=" + indicator(random)));
        all.put("newest statements", new Load(rate, i -> "/library/statements?page=" + (1 + random.nextInt(20))));
        all.put("statements with words", new Load(few, i -> "/library/statements?words=" + city(random)));
        all.put("statements with rare words", new Load(seldom, i -> "/library/statements?words=" + encoded("没有这样的词")));
        all.put("conflicts", new Load(seldom, i -> "/library/statements/conflicts?region=" + city(random)));
        return all;
    }

    private static String city(Random random) {
        return encoded(MadePages.CITIES.get(random.nextInt(MadePages.CITIES.size())));
    }

    private static String indicator(Random random) {
        return encoded(MadePages.INDICATORS.get(random.nextInt(MadePages.INDICATORS.size())));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, UTF_8);
    }
}
