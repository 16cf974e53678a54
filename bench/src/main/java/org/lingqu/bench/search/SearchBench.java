package org.lingqu.bench.search;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.lingqu.library.Visibility;
import org.lingqu.library.search.Dimension;
import org.lingqu.library.search.SearchIndex;
import org.lingqu.library.search.SearchRequest;
import org.lingqu.library.search.SearchResult;
import org.lingqu.library.search.Synonyms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast the index is built and how long a search takes when searches arrive at a constant rate, whether or not earlier ones are done. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Builds an index of made-up pages and statements, then lets searches with highlights, facets and filters arrive at a",
            "constant rate. The time of a search counts from the moment it should have begun, so that stalls show."
        },
        footer = {"", "Example:", "  ./lingqu bench search --pages 100000 --statements 1000000 --rate 50"})
public final class SearchBench implements Callable<Integer> {

    private static final double MILLION = 1e6;
    private static final long WARM_UP = 1;
    private static final long MEASURED = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Option(names = "--pages", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int pages = 100_000;

    @Option(names = "--statements", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int statements = 1_000_000;

    @Option(names = "--rate", paramLabel = "N", description = "searches a second, default ${DEFAULT-VALUE}")
    private int rate = 50;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "how long, after as long again to warm up; default ${DEFAULT-VALUE}")
    private int seconds = 30;

    @Option(names = "--threads", paramLabel = "N", description = "threads that search, default ${DEFAULT-VALUE}")
    private int threads = 2;

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "keep the index here and use it again when it is there")
    private Path kept = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean temporary = kept.toString().isEmpty();
        Path folder = temporary ? Files.createTempDirectory("lingqu-search-bench") : kept;
        try (var index = SearchIndex.open(folder, Synonyms.shipped())) {
            if (index.marker() == null) {
                build(index, out);
            }
            out.printf(Locale.ROOT, "%,d documents, %,d MB on disk%n", index.count(), size(folder) / 1_000_000);
            int failed = arrive(index, WARM_UP, seconds, rate, new ArrayList<>());
            var times = new ArrayList<Answer>();
            failed += arrive(index, MEASURED, seconds, rate, times);
            report(out, times);
            out.printf("%d searches failed%n", failed);
            return failed == 0 ? 0 : 1;
        } finally {
            if (temporary) {
                delete(folder);
            }
        }
    }

    private void build(SearchIndex index, PrintWriter out) {
        var made = new MadeDocuments(20260702L);
        long start = System.nanoTime();
        Stream<org.lingqu.library.search.SearchDocument> all = Stream.concat(
                Stream.iterate(0, i -> i < pages, i -> i + 1).map(made::page),
                Stream.iterate(0, i -> i < statements, i -> i + 1).map(made::statement));
        index.rebuild(all, "whole", done -> {});
        double took = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "built from %,d pages and %,d statements in %.0f s, %,.0f documents/s, one thread%n",
                pages,
                statements,
                took,
                (pages + statements) / took);
    }

    /**
     * How a search went.
     *
     * @param nanoseconds from the moment it should have begun
     * @param processor nanoseconds of a processor it took, however busy the machine was with other things
     */
    private record Answer(SearchRequest request, long nanoseconds, long processor, int total, boolean complete) {}

    /** @return how many searches failed */
    private int arrive(SearchIndex index, long seed, int forSeconds, int perSecond, List<Answer> answers)
            throws InterruptedException {
        var random = new Random(seed);
        var failed = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            long start = System.nanoTime();
            for (int i = 0; i < forSeconds * perSecond; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                SearchRequest request = request(random);
                pool.execute(() -> {
                    try {
                        long processor = THREADS.getCurrentThreadCpuTime();
                        SearchResult result = index.search(request);
                        long spent = THREADS.getCurrentThreadCpuTime() - processor;
                        long took = System.nanoTime() - due;
                        synchronized (answers) {
                            answers.add(new Answer(request, took, spent, result.total(), result.complete()));
                        }
                    } catch (RuntimeException e) {
                        failed.incrementAndGet();
                    }
                });
            }
        }
        return failed.get();
    }

    /** Mostly two words and no filter; sometimes one frequent word, a page further on, a filter, another order. */
    private static SearchRequest request(Random random) {
        SearchRequest request = SearchRequest.of(MadeDocuments.query(random), Visibility.INTERNAL);
        if (random.nextInt(4) == 0) {
            request = request.within(Dimension.KIND, Set.of(random.nextBoolean() ? "page" : "statement"));
        }
        if (random.nextInt(5) == 0) {
            request = request.within(Dimension.YEAR, Set.of(String.valueOf(2018 + random.nextInt(8))));
        }
        if (random.nextInt(6) == 0) {
            request = request.in(SearchRequest.Order.NEWEST);
        }
        return random.nextInt(6) == 0 ? request.page(2 + random.nextInt(3), 20) : request;
    }

    private void report(PrintWriter out, List<Answer> answers) {
        long[] times = answers.stream().mapToLong(Answer::nanoseconds).sorted().toArray();
        out.printf(
                Locale.ROOT,
                "%,d searches at %d/s on %d threads of %d processors: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms; %d cut short by time%n",
                times.length,
                rate,
                threads,
                Runtime.getRuntime().availableProcessors(),
                at(times, 0.5),
                at(times, 0.95),
                at(times, 0.99),
                at(times, 1),
                answers.stream().filter(answer -> !answer.complete()).count());
        long[] processor =
                answers.stream().mapToLong(Answer::processor).sorted().toArray();
        out.printf(
                Locale.ROOT,
                "processor time a search: mean %.1f ms, median %.1f ms, p99 %.1f ms%n",
                Arrays.stream(processor).average().orElse(0) / MILLION,
                at(processor, 0.5),
                at(processor, 0.99));
        long found = answers.stream().filter(answer -> answer.total() > 0).count();
        out.printf("%d of them found something; the slowest:%n", found);
        answers.stream()
                .sorted(Comparator.comparingLong(Answer::nanoseconds).reversed())
                .limit(8)
                .forEach(answer -> out.printf(
                        Locale.ROOT,
                        "  %8.1f ms %,9d results  %s %s%n",
                        answer.nanoseconds() / MILLION,
                        answer.total(),
                        answer.request().query(),
                        answer.request().filters()));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))] / MILLION;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
