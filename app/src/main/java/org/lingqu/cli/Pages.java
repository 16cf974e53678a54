package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lingqu.text.PageSource;

/** The pages that paths on the command line stand for, one after the other. */
final class Pages {

    private final PrintWriter progress;

    Pages(PrintWriter progress) {
        this.progress = progress;
    }

    void each(List<Path> paths, Use use) throws IOException {
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    use.accept(new PageSource(file.toString(), Files.readAllBytes(file)));
                }
            }
        }
        progress.flush();
    }

    interface Use {
        void accept(PageSource page) throws IOException;
    }
}
