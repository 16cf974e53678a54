package org.lingqu.library;

import java.util.List;
import org.lingqu.database.Database;
import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.lingqu.library.store.PageRows;
import org.springframework.stereotype.Component;

/** Reads the snapshots of all pages again. Reviews are tied to the new statements, nothing else of them changes. */
@Component
final class RereadJob implements JobKind {

    static final String NAME = "library.reread";

    private static final int BATCH = 500;

    private final Database database;
    private final Library library;

    RereadJob(Database database, Library library) {
        this.database = database;
        this.library = library;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isByHand() {
        return true;
    }

    @Override
    public void run(JobContext context) {
        long total = database.read(PageRows::count);
        long done = 0;
        long statements = 0;
        long failed = 0;
        long last = 0;
        while (true) {
            long after = last;
            List<Long> pages = database.read(in -> PageRows.after(in, after, BATCH));
            if (pages.isEmpty()) {
                break;
            }
            for (long page : pages) {
                context.step(done++, total, "");
                try {
                    statements += library.reread(page);
                } catch (IllegalStateException e) {
                    failed++;
                    context.warn("网页 page " + page + "：" + e.getMessage());
                }
            }
            last = pages.getLast();
        }
        context.step(done, total, "");
        context.say("重新读取 " + (done - failed) + " 页，" + statements + " 条数据，失败 " + failed + " 页 · read again "
                + (done - failed) + " pages, " + statements + " statements, " + failed + " failed");
    }
}
