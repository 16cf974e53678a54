package org.lingqu.bench;

import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How much of the main content of saved pages is found, beside two libraries made for that. */
@Command(
        name = "main-content",
        mixinStandardHelpOptions = true,
        description = {
            "F1 of character 4-grams between the text of the article and the annotated main content, white space left out,",
            "beside readability4j and boilerpipe. DIR holds pages.json (id, file, main) and the pages it names."
        },
        footer = {"", "Example:", "  ./lingqu bench main-content gold/main_content"})
final class MainContentBench implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "folder with pages.json")
    private Path folder = Path.of(".");

    @Option(names = "--show", paramLabel = "ID", description = "also print what was found on this page")
    private @Nullable String show;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var reader = new PageReader();
        double[] sums = new double[3];
        int pages = 0;
        out.printf("%-24s %8s %13s %11s%n", "page", "Lingqu", "readability4j", "boilerpipe");
        for (Map<String, @Nullable String> page : GoldJson.read(Files.readString(folder.resolve("pages.json")))) {
            String id = Objects.requireNonNull(page.get("id"), "id");
            byte[] bytes = Files.readAllBytes(folder.resolve(Objects.requireNonNull(page.get("file"), "file")));
            String gold = Objects.requireNonNull(page.get("main"), "main");
            String ours = reader.read(new PageSource(id, bytes)) instanceof PageRead read
                    ? read.article().text().toString()
                    : "";
            String html = new String(bytes, StandardCharsets.UTF_8);
            double[] scores = {
                FourGrams.f1(gold, ours), FourGrams.f1(gold, readability(html)), FourGrams.f1(gold, boilerpipe(html))
            };
            out.printf(Locale.ROOT, "%-24s %8.3f %13.3f %11.3f%n", id, scores[0], scores[1], scores[2]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += scores[i];
            }
            pages++;
            if (id.equals(show)) {
                out.println(ours);
            }
        }
        int count = Math.max(1, pages);
        out.printf(
                Locale.ROOT, "%-24s %8.3f %13.3f %11.3f%n", "mean", sums[0] / count, sums[1] / count, sums[2] / count);
        return pages == 0 ? 1 : 0;
    }

    private static String readability(String html) {
        String content =
                new Readability4JExtended("http://localhost/", html).parse().getTextContent();
        return content == null ? "" : content;
    }

    private static String boilerpipe(String html) {
        try {
            return ArticleExtractor.INSTANCE.getText(html);
        } catch (de.l3s.boilerpipe.BoilerpipeProcessingException e) {
            return "";
        }
    }
}
