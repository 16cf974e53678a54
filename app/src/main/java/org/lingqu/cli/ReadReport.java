package org.lingqu.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lingqu.engine.text.Reading;
import org.lingqu.engine.text.json.ReadingJson;
import org.lingqu.report.Report;

/** What was read as one page for a browser, {@code report.html}, beside {@code pages.jsonl} for programs. */
final class ReadReport implements Closeable {

    private final Path folder;
    private final Report report = new Report();
    private final Writer json;

    ReadReport(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        this.json = Files.newBufferedWriter(folder.resolve("pages.jsonl"));
    }

    void add(Reading reading) throws IOException {
        report.add(reading);
        ReadingJson.write(reading, json);
    }

    /** Writes the page and says where it is. */
    void finish(PrintWriter out) throws IOException {
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
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
