package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.account.Actor;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.library.Library;
import org.lingqu.library.PageBatch;
import org.lingqu.library.PageFiles;
import org.lingqu.library.PageRun;
import org.lingqu.library.Preview;

/** Takes pages in from the command line, and counts what became of them. */
final class TakenIn implements PageBatch.Outcome {

    private final long begun = System.nanoTime();
    private final List<PageRefused> refused = new ArrayList<>();
    private int fresh;
    private int changed;
    private int held;

    private TakenIn() {}

    static TakenIn of(Library library, Actor by, PageBatch.Visibilities visibility, List<Path> paths, Progress progress)
            throws IOException {
        var taken = new TakenIn();
        var batch = new PageBatch(library, by, visibility, null, taken);
        PageFiles files = PageFiles.byShortName(paths);
        new PageRun(new PageReader()).read(files, new PageRun.Use() {
            @Override
            public void accept(PageRun.PageIn page) {
                switch (page.reading()) {
                    case PageRefused refusal -> taken.refused(page.ordinal(), refusal);
                    case PageRead read -> batch.add(page.ordinal(), Library.Arrival.of(page, read));
                }
            }

            @Override
            public void fileDone(int done) {
                progress.show("导入网页 importing", done, files.size());
            }
        });
        batch.flush();
        return taken;
    }

    @Override
    public void kept(int ordinal, Library.Kept kept) {
        switch (kept.what()) {
            case Preview.Fresh page -> fresh++;
            case Preview.Changed page -> changed++;
            case Preview.Held page -> held++;
            case Preview.Refused page -> throw new IllegalStateException("refused pages are not kept");
        }
    }

    @Override
    public void refused(int ordinal, PageRefused refusal) {
        refused.add(refusal);
    }

    boolean isAll() {
        return refused.isEmpty();
    }

    void print(PrintWriter out) {
        refused.forEach(each -> out.printf("%s: %s %s. %s%n", each.file(), each.code(), each.message(), each.advice()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf("新增 %d 页，更新 %d 页，已有 %d 页，无法读取 %d 页，用时 %.1f 秒%n", fresh, changed, held, refused.size(), seconds);
        out.printf(
                "%d new, %d changed, %d already there, %d refused, in %.1f s%n",
                fresh, changed, held, refused.size(), seconds);
    }
}
