package org.lingqu.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether title, number, office and dates of official papers are read exactly. */
@Command(
        name = "gov-pages",
        mixinStandardHelpOptions = true,
        description = {
            "Counts on how many pages title, number, office, written and published date are exactly those annotated.",
            "DIR holds pages.jsonl with title, doc_number, office, written, published and html."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all are right", "1:some are not"},
        footer = {"", "Example:", "  ./lingqu bench gov-pages gold/gov_pages"})
final class GovPagesBench implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "folder with pages.jsonl")
    private Path folder = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var reader = new PageReader();
        var right = new LinkedHashMap<String, Integer>();
        List<Map<String, @Nullable String>> pages = GoldJson.read(Files.readString(folder.resolve("pages.jsonl")));
        for (Map<String, @Nullable String> page : pages) {
            byte[] html = Objects.requireNonNull(page.get("html"), "html").getBytes(StandardCharsets.UTF_8);
            Map<String, @Nullable String> found = reader.read(new PageSource("page", html)) instanceof PageRead read
                    ? fields(read.article())
                    : Map.of();
            for (String field : List.of("title", "doc_number", "office", "written", "published")) {
                String wanted = date(page.get(field));
                boolean same = Objects.equals(wanted, found.get(field));
                right.merge(field, same ? 1 : 0, Integer::sum);
                if (!same) {
                    out.printf("%s of %s: wanted %s, found %s%n", field, page.get("url"), wanted, found.get(field));
                }
            }
        }
        right.forEach((field, count) -> out.printf("%-12s %d of %d%n", field, count, pages.size()));
        return right.values().stream().allMatch(count -> count == pages.size()) ? 0 : 1;
    }

    private static Map<String, @Nullable String> fields(Article article) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("title", article.title());
        fields.put("doc_number", article.documentNumber());
        fields.put("office", article.issuer() == null ? null : article.issuer().name());
        fields.put("written", Objects.toString(article.written(), null));
        fields.put("published", Objects.toString(article.published(), null));
        return fields;
    }

    /** {@code 2019年02月15日} as {@code 2019-02-15}. */
    private static @Nullable String date(@Nullable String value) {
        if (value == null || value.length() != 11 || value.charAt(4) != '年' || !value.endsWith("日")) {
            return value;
        }
        return value.substring(0, 4) + "-" + value.substring(5, 7) + "-" + value.substring(8, 10);
    }
}
