package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lingqu.engine.text.json.ReadingJson;
import org.lingqu.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingqu demo}: the demonstration pages become a report that a person can look at. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the demonstration pages and writes report.html, for a browser, beside pages.jsonl, for programs.",
            "读取演示网页，生成可在浏览器中查看的报告。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the report is written", "1:the folder cannot be written", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu demo --out out/demo"})
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--pages",
            paramLabel = "PATH",
            description = "pages to read instead of those of the demonstration region; may be repeated")
    private List<Path> pages = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "where to write (default: out/demo)",
            defaultValue = "out/demo")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> paths = pages.isEmpty() ? List.of(home().resolve("regions/demo/pages")) : pages;
        ReadCommand.requireAllPresent(spec, paths);
        Files.createDirectories(folder);
        var report = new Report();
        try (Writer json = Files.newBufferedWriter(folder.resolve("pages.jsonl"))) {
            new ReadRun(spec.commandLine().getErr()).read(paths, reading -> {
                report.add(reading);
                ReadingJson.write(reading, json);
            });
        }
        try (Writer html = Files.newBufferedWriter(folder.resolve("report.html"))) {
            report.write(html);
        }
        out.printf(
                "读了 %d 页，得到 %d 条带出处的数据，%d 条提示；%d 页无法读取。%n",
                report.pages().size(),
                report.rows().size(),
                report.warnings(),
                report.refused().size());
        out.printf(
                "Read %d pages: %d cited statements, %d warnings; %d pages refused.%n",
                report.pages().size(),
                report.rows().size(),
                report.warnings(),
                report.refused().size());
        out.printf(
                "%n在浏览器中打开 Open in a browser: %s%n",
                folder.resolve("report.html").toAbsolutePath().toUri());
        out.printf("数据 Data: %s%n", folder.resolve("pages.jsonl"));
        return 0;
    }

    /** Where the project lies; the starting script says so. As seen from here, so that names in the report stay short. */
    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        Path home =
                Path.of(System.getProperty("lingqu.home", ".")).toAbsolutePath().normalize();
        return home.startsWith(here) ? here.relativize(home) : home;
    }
}
