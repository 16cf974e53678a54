package org.lingqu.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.json.ReadingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well pages are read, against pages that a person annotated: {@code docs.jsonl}, {@code statements.jsonl} and
 * {@code policies.jsonl} beside the pages themselves.
 */
@Command(
        name = "gold",
        mixinStandardHelpOptions = true,
        description = {
            "Precision, recall and F1 of what is read, against annotated pages.",
            "figures: every number with its unit, in place. statements: overlapping words and the same leading figure.",
            "whole: a found statement with every field right. policies: titles. article: title, dates, number, body."
        },
        footer = {"", "Example:", "  ./lingqu bench gold --misses 20 GOLD_FOLDER PAGES_FOLDER…"})
final class GoldBench implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(
            index = "0",
            paramLabel = "GOLD",
            description = "folder with docs.jsonl, statements.jsonl, policies.jsonl")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path gold;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PAGES",
            description = "folders with the pages; the first file whose name fits is read, text before HTML")
    private List<Path> pages = List.of();

    @Option(names = "--misses", paramLabel = "N", description = "show so many misses (default 0)")
    private int misses;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final List<String> missed = new ArrayList<>();
    private final Map<String, Integer> wrongFields = new TreeMap<>();
    private final Map<String, double[]> article = new LinkedHashMap<>();
    private final Tally figures = new Tally("figures");
    private final Tally found = new Tally("statements");
    private final Tally whole = new Tally("whole");
    private final Tally titles = new Tally("policies");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Path> files = files();
        List<JsonNode> statements = lines(gold.resolve("statements.jsonl"));
        List<JsonNode> policies = lines(gold.resolve("policies.jsonl"));
        var reader = new PageReader();
        for (JsonNode page : lines(gold.resolve("docs.jsonl"))) {
            String id = page.path("doc").asString();
            Path file = files.get(id);
            if (file == null) {
                spec.commandLine().getErr().println("no page for " + id);
                return 1;
            }
            var json = new StringWriter();
            ReadingJson.write(reader.read(new PageSource(file.toString(), Files.readAllBytes(file))), json);
            measure(id, page, JSON.readTree(json.toString()), of(id, statements), of(id, policies));
        }
        for (Tally tally : List.of(figures, found, whole, titles)) {
            out.println(tally);
        }
        article.forEach(
                (name, sum) -> out.printf(Locale.ROOT, "%-11s %6.3f   (of %.0f)%n", name, sum[0] / sum[1], sum[1]));
        out.println("wrong among found: " + wrongFields);
        missed.stream().limit(misses).forEach(out::println);
        return 0;
    }

    private void measure(String id, JsonNode page, JsonNode read, List<JsonNode> statements, List<JsonNode> policies) {
        JsonNode range = page.path("annotated_range");
        int low = range.isArray() ? range.get(0).asInt() : 0;
        int high = range.isArray() ? range.get(1).asInt() : Integer.MAX_VALUE;
        List<JsonNode> got = new ArrayList<>();
        read.path("statements").forEach(each -> {
            if (within(each, low, high)) {
                got.add(each);
            }
        });
        List<JsonNode> needed = statements.stream()
                .filter(each -> !each.path("optional").asBoolean(false))
                .toList();
        List<JsonNode> optional = statements.stream()
                .filter(each -> each.path("optional").asBoolean(false))
                .toList();
        statements(id, needed, optional, got);
        figures(needed, optional, got);
        policies(policies.stream().filter(each -> within(each, low, high)).toList(), read, low, high);
        article(page, read.path("article"));
    }

    private void statements(String id, List<JsonNode> needed, List<JsonNode> optional, List<JsonNode> got) {
        var free = new ArrayList<>(got);
        int excused = 0;
        for (JsonNode want : concatenated(needed, optional)) {
            boolean isOptional = want.path("optional").asBoolean(false);
            JsonNode best = free.stream()
                    .filter(each -> GoldRules.overlap(want, each) && GoldRules.sameLeading(want, each))
                    .min(Comparator.comparingInt((JsonNode each) ->
                                    GoldRules.wrong(want, each).size())
                            .thenComparingDouble(each -> -GoldRules.characterF1(
                                    GoldRules.text(want, "indicator"), GoldRules.text(each, "indicator"))))
                    .orElse(null);
            if (best == null) {
                if (!isOptional) {
                    missed.add("MISSED " + id + " " + want.path("quote"));
                }
                continue;
            }
            free.remove(best);
            if (isOptional) {
                excused++;
                continue;
            }
            found.hit++;
            List<String> wrong = GoldRules.wrong(want, best);
            wrong.forEach(field -> wrongFields.merge(field, 1, Integer::sum));
            if (wrong.isEmpty()) {
                whole.hit++;
            } else {
                missed.add("WRONG " + wrong + " " + id + " " + want.path("quote") + " got " + best);
            }
        }
        free.forEach(each -> missed.add("EXTRA " + id + " " + each.path("quote")));
        found.gold += needed.size();
        whole.gold += needed.size();
        found.got += got.size() - excused;
        whole.got += got.size() - excused;
    }

    private void figures(List<JsonNode> needed, List<JsonNode> optional, List<JsonNode> got) {
        var pool = new ArrayList<GoldRules.Figure>();
        got.forEach(each -> pool.addAll(GoldRules.figures(each)));
        int total = pool.size();
        for (JsonNode want : needed) {
            for (GoldRules.Figure figure : GoldRules.figures(want)) {
                figures.gold++;
                GoldRules.Figure fit =
                        pool.stream().filter(figure::fits).findFirst().orElse(null);
                if (fit != null) {
                    pool.remove(fit);
                    figures.hit++;
                }
            }
        }
        long excused = pool.stream()
                .filter(each -> optional.stream().anyMatch(want -> GoldRules.overlap(want, each.statement())))
                .count();
        figures.got += total - (int) excused;
    }

    private void policies(List<JsonNode> wanted, JsonNode read, int low, int high) {
        Set<String> want = new HashSet<>();
        wanted.stream()
                .filter(each -> each.path("positive").asBoolean(true))
                .forEach(each -> want.add(GoldRules.fold(GoldRules.text(each, "canonical_title"))));
        Set<String> have = new HashSet<>();
        read.path("policies").forEach(each -> {
            if (within(each, low, high)) {
                have.add(GoldRules.fold(GoldRules.text(each, "title")));
            }
        });
        titles.gold += want.size();
        titles.got += have.size();
        want.retainAll(have);
        titles.hit += want.size();
    }

    private void article(JsonNode page, JsonNode got) {
        if (page.hasNonNull("title")) {
            boolean right = GoldRules.characterF1(GoldRules.text(page, "title"), GoldRules.text(got, "title")) > 0.95;
            score("title", right ? 1 : 0);
        }
        if (page.hasNonNull("publication_date") && page.path("date_in_text").asBoolean(false)) {
            score(
                    "published",
                    GoldRules.text(page, "publication_date").equals(GoldRules.text(got, "published")) ? 1 : 0);
        }
        if (page.hasNonNull("written_date")) {
            score("written", GoldRules.text(page, "written_date").equals(GoldRules.text(got, "written")) ? 1 : 0);
        }
        if (page.hasNonNull("doc_number")) {
            boolean right = GoldRules.fold(GoldRules.text(page, "doc_number"))
                    .equals(GoldRules.fold(GoldRules.text(got, "document_number")));
            score("number", right ? 1 : 0);
        }
        if (page.hasNonNull("body_start")) {
            score("body F1", body(page, got));
        }
    }

    private static double body(JsonNode page, JsonNode got) {
        int start = page.path("body_start").asInt();
        int end = page.path("body_end").asInt();
        long kept = 0;
        long common = 0;
        for (JsonNode span : got.path("body_spans")) {
            int from = span.get(0).asInt();
            int to = span.get(1).asInt();
            kept += to - from;
            common += Math.max(0, Math.min(to, end) - Math.max(from, start));
        }
        return kept == 0 ? 0 : 2.0 * common / (kept + end - start);
    }

    private void score(String name, double value) {
        double[] sum = article.computeIfAbsent(name, ignored -> new double[2]);
        sum[0] += value;
        sum[1]++;
    }

    private static boolean within(JsonNode place, int low, int high) {
        return place.path("start").asInt() < high && place.path("end").asInt() > low;
    }

    private static List<JsonNode> concatenated(List<JsonNode> first, List<JsonNode> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private static List<JsonNode> of(String id, List<JsonNode> records) {
        return records.stream()
                .filter(each -> each.path("doc").asString().equals(id))
                .toList();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        var records = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                records.add(JSON.readTree(line));
            }
        }
        return records;
    }

    /** A page's file by the part of its name before the first underscore or dot; text wins over HTML. */
    private Map<String, Path> files() throws IOException {
        var files = new TreeMap<String, Path>();
        for (Path folder : pages) {
            try (var below = Files.walk(folder)) {
                below.filter(Files::isRegularFile)
                        .sorted(Comparator.comparing(
                                        (Path file) -> !file.toString().endsWith(".txt"))
                                .thenComparing(Comparator.naturalOrder()))
                        .forEach(file ->
                                files.putIfAbsent(file.getFileName().toString().replaceFirst("[_.].*", ""), file));
            }
        }
        return files;
    }

    private static final class Tally {
        private final String name;
        private int hit;
        private int gold;
        private int got;

        Tally(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            double precision = got == 0 ? 0 : (double) hit / got;
            double recall = gold == 0 ? 0 : (double) hit / gold;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            return String.format(
                    Locale.ROOT,
                    "%-11s P %6.3f  R %6.3f  F1 %6.3f   (%d of %d, %d reported)",
                    name,
                    precision,
                    recall,
                    f1,
                    hit,
                    gold,
                    got);
        }
    }
}
