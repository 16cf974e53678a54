package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.Reading;
import org.lingqu.engine.text.suspicion.NearDuplicates;
import org.lingqu.library.PageFiles;
import org.lingqu.library.PageRun;

/** Reads the pages of a command, telling on the terminal how far it is and of each page which earlier one says the same. */
final class ReadRun {

    private final NearDuplicates duplicates = new NearDuplicates();
    private final Progress progress;

    ReadRun(PrintWriter terminal) {
        progress = new Progress(terminal);
    }

    /** @param use called by one thread, page after page */
    void read(List<Path> paths, Use use) throws IOException {
        PageFiles files = PageFiles.of(paths);
        new PageRun(new PageReader()).read(files, new PageRun.Use() {
            @Override
            public void accept(PageRun.PageIn page) throws IOException {
                use.accept(duplicates.check(page.reading()));
            }

            @Override
            public void fileDone(int done) {
                progress.show("读取网页 reading", done, files.size());
            }
        });
    }

    /** What is done with each reading. */
    interface Use {
        void accept(Reading reading) throws IOException;
    }
}
