package org.lingqu.bench;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.json.ReadingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How fast a page is read, beside what other libraries do of the same work. One thread. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Full reading in MB/s of text and pages/s on one thread, beside readability4j and boilerpipe (main content only)",
            "on the same HTML and HanLP (segmentation only) on the same text; then memory over many pages."
        },
        footer = {"", "Example:", "  ./lingqu bench read --seconds 5 regions/demo/pages"})
final class ReadBench implements Callable<Integer> {

    private static final double MEGABYTE = 1e6;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "pages; by default the demonstration pages")
    private List<Path> paths = List.of(Path.of("regions/demo/pages"));

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "how long each candidate is measured, three times over (default 3)")
    private int seconds = 3;

    @Option(names = "--pages", paramLabel = "N", description = "how many pages the memory run reads (default 10000)")
    private int pages = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final PageReader reader = new PageReader();

    /** What came out of all runs; printed at the end, so that no work can be left out. */
    private long sum;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<PageSource> all = load();
        List<PageSource> html = all.stream().filter(ReadBench::isHtml).toList();
        List<String> texts = all.stream().flatMap(this::text).toList();
        if (texts.isEmpty()) {
            spec.commandLine().getErr().println("no page could be read");
            return 1;
        }
        List<PageSource> scraped = texts.stream()
                .map(text -> new PageSource("text.txt", text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        out.printf(
                Locale.ROOT,
                "%d pages, %d of them HTML; %s, one thread, median of 3 × %d s%n%n",
                all.size(),
                html.size(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                seconds);
        out.printf("%-44s %12s %12s%n", "on the clean text", "MB/s", "pages/s");
        report(out, "Lingqu, full reading with JSON", scraped, this::read);
        Segment segment = HanLP.newSegment();
        report(
                out,
                "HanLP portable, segmentation only",
                texts,
                text -> segment.seg(text).size());
        if (!html.isEmpty()) {
            List<String> sources = html.stream()
                    .map(page -> new String(page.bytes(), StandardCharsets.UTF_8))
                    .toList();
            out.printf("%n%-44s %12s %12s%n", "on the HTML", "MB/s", "pages/s");
            report(out, "Lingqu, full reading with JSON", html, this::read);
            report(out, "readability4j, main content only", sources, ReadBench::readability);
            report(out, "boilerpipe, main content only", sources, ReadBench::boilerpipe);
        }
        memory(out, all);
        out.printf("%n(checksum of all results: %d)%n", sum);
        return 0;
    }

    private List<PageSource> load() throws IOException {
        var sources = new ArrayList<PageSource>();
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sources.add(new PageSource(file.toString(), Files.readAllBytes(file)));
                }
            }
        }
        return sources;
    }

    private static boolean isHtml(PageSource page) {
        return page.file().endsWith(".html") || page.file().endsWith(".htm");
    }

    private Stream<String> text(PageSource page) {
        return reader.read(page) instanceof PageRead read
                        && !read.article().text().isEmpty()
                ? Stream.of(read.article().text().toString())
                : Stream.empty();
    }

    private int read(PageSource page) {
        try {
            ReadingJson.write(reader.read(page), Writer.nullWriter());
        } catch (IOException e) {
            throw new IllegalStateException("a writer to nowhere does not fail", e);
        }
        return 1;
    }

    private static int readability(String html) {
        String content =
                new Readability4JExtended("http://localhost/", html).parse().getTextContent();
        return content == null ? 0 : content.length();
    }

    private static int boilerpipe(String html) {
        try {
            return ArticleExtractor.INSTANCE.getText(html).length();
        } catch (de.l3s.boilerpipe.BoilerpipeProcessingException e) {
            return 0;
        }
    }

    private <T> void report(PrintWriter out, String name, List<T> items, Work<T> work) {
        double[] megabytes = new double[3];
        double[] perSecond = new double[3];
        run(items, work, seconds); // until the compiler is done
        for (int i = 0; i < 3; i++) {
            long[] done = run(items, work, seconds);
            megabytes[i] = done[0] / MEGABYTE / (done[2] / 1e9);
            perSecond[i] = done[1] / (done[2] / 1e9);
        }
        Arrays.sort(megabytes);
        Arrays.sort(perSecond);
        out.printf(Locale.ROOT, "%-44s %12.2f %12.0f%n", name, megabytes[1], perSecond[1]);
    }

    /** Bytes, items and nanoseconds of whole passes over the items, at least {@code atLeast} seconds long. */
    private <T> long[] run(List<T> items, Work<T> work, int atLeast) {
        long bytes = 0;
        long count = 0;
        long result = 0;
        long start = System.nanoTime();
        do {
            for (T item : items) {
                result += work.apply(item);
                bytes += size(item);
                count++;
            }
        } while (System.nanoTime() - start < atLeast * 1_000_000_000L);
        sum += result;
        return new long[] {bytes, count, System.nanoTime() - start};
    }

    private static int size(Object item) {
        return item instanceof PageSource page ? page.bytes().length : utf8Length((String) item);
    }

    private static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    private void memory(PrintWriter out, List<PageSource> all) {
        out.printf("%nheap after a collection, over %d pages%n", pages);
        int step = Math.max(1, pages / 5);
        for (int i = 0; i < pages; i++) {
            sum += read(all.get(i % all.size()));
            if ((i + 1) % step == 0) {
                System.gc();
                long used = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
                out.printf(Locale.ROOT, "%8d pages %8.1f MB%n", i + 1, used / MEGABYTE);
            }
        }
    }

    private interface Work<T> {
        int apply(T item);
    }
}
