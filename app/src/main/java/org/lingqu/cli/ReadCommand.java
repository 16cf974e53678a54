package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.Reading;
import org.lingqu.engine.text.json.ReadingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu read}: pages become JSON, one object a line. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Reads pages (HTML, scraped text, DOCX, text PDF) and prints one JSON object a page; docs/read-output.md describes it.",
            "把网页、文本、DOCX、PDF 读成带出处的数据，每页一行 JSON。",
            "With --report a page for the browser is written instead. 加 --report 生成可在浏览器中查看的报告。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every page was read",
            "1:some pages could not be read; each has an \"error\"",
            "2:wrong usage"
        },
        footer = {
            "",
            "Example:",
            "  ./lingqu read regions/demo/pages > pages.jsonl",
            "  ./lingqu read --report out/report regions/demo/pages"
        })
final class ReadCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "files, folders (all below them) and zip archives of pages")
    private List<Path> paths = List.of();

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description = "writes report.html, for a browser, and pages.jsonl, for programs, into this folder")
    private @Nullable Path report;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireAllPresent(spec, paths);
        PrintWriter out = spec.commandLine().getOut();
        var run = new ReadRun(spec.commandLine().getErr());
        var refused = new int[1];
        if (report == null) {
            run.read(paths, reading -> {
                count(reading, refused);
                ReadingJson.write(reading, out);
            });
        } else {
            try (var written = new ReadReport(report)) {
                run.read(paths, reading -> {
                    count(reading, refused);
                    written.add(reading);
                });
                written.finish(out);
            }
        }
        out.flush();
        return refused[0] == 0 ? 0 : 1;
    }

    private static void count(Reading reading, int[] refused) {
        if (reading instanceof PageRefused) {
            refused[0]++;
        }
    }

    /** Names every path that is not there, before any is read. */
    static void requireAllPresent(CommandSpec spec, List<Path> paths) {
        List<Path> missing = paths.stream().filter(path -> !Files.exists(path)).toList();
        if (!missing.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no such file or folder: "
                            + String.join(
                                    ", ", missing.stream().map(Path::toString).toList()));
        }
    }
}
