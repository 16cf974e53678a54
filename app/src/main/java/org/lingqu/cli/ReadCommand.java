package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lingqu.text.PageReader;
import org.lingqu.text.PageRefused;
import org.lingqu.text.Reading;
import org.lingqu.text.json.ReadingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu read}: pages become JSON, one object a line. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Reads pages (HTML, scraped text, DOCX, text PDF; files, folders, zip archives) and prints one JSON object a page.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every page was read",
            "1:some pages could not be read; each has an \"error\"",
            "2:wrong usage"
        },
        footer = {"", "Example:", "  ./lingqu read regions/demo/pages > pages.jsonl"})
final class ReadCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "file, folder or zip archive")
    private List<Path> paths = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var reader = new PageReader();
        var pages = new Pages(spec.commandLine().getErr());
        var refused = new int[1];
        pages.each(paths, source -> {
            Reading reading = reader.read(source);
            if (reading instanceof PageRefused) {
                refused[0]++;
            }
            ReadingJson.write(reading, out);
        });
        out.flush();
        return refused[0] == 0 ? 0 : 1;
    }
}
