package org.lingqu.library;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.database.Database;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.lingqu.job.JobRun;
import org.lingqu.library.store.ImportRows;
import org.springframework.stereotype.Component;

/** Takes in what an import has that is new or changed. What is taken is noted with it, so a second run goes on where the first ended. */
@Component
final class TakeJob implements JobKind {

    static final String NAME = "library.import";

    private final Database database;
    private final Library library;
    private final Accounts accounts;
    private final ImportFolders folders;

    TakeJob(Database database, Library library, Accounts accounts, ImportFolders folders) {
        this.database = database;
        this.library = library;
        this.accounts = accounts;
        this.folders = folders;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> address(JobRun run) {
        return Optional.of("/library/import/" + run.payload());
    }

    @Override
    public void run(JobContext context) throws IOException {
        long id = Long.parseLong(context.run().payload());
        PageImport order = database.read(in -> ImportRows.byId(in, id)).orElseThrow();
        if (order.state() != ImportState.TAKING) {
            return;
        }
        BitSet wanted = database.read(in -> ImportRows.toTake(in, id));
        Actor by = accounts.byId(order.person()).map(Person::actor).orElse(Actor.SYSTEM);
        var take = new Take(order, context, by, wanted.cardinality());
        new PageRun(new PageReader()).read(folders.files(order), wanted::get, take);
        take.batch.flush();
        context.step(take.done, take.total, "");
        int kept = database.read(in -> ImportRows.counts(in, id)).taken();
        context.say("收入 " + kept + " 页，未能收入 " + take.refused + " 页 · kept " + kept + ", refused " + take.refused);
        database.change(in -> ImportRows.move(in, id, List.of(ImportState.TAKING), ImportState.TAKEN));
        folders.remove(id);
    }

    private final class Take implements PageRun.Use, PageBatch.Outcome {

        private final PageImport order;
        private final JobContext context;
        private final PageBatch batch;
        private final int total;
        private int done;
        private int refused;

        Take(PageImport order, JobContext context, Actor by, int total) {
            this.order = order;
            this.context = context;
            this.total = total;
            this.batch = new PageBatch(
                    library, by, name -> order.visibility(), context.run().id(), this);
        }

        @Override
        public void accept(PageRun.PageIn page) {
            context.step(done, total, page.reading().file());
            switch (page.reading()) {
                case PageRefused refusal -> refused(page.ordinal(), refusal);
                case PageRead read -> {
                    ImportItem seen = database.read(in -> ImportRows.item(in, order.id(), page.ordinal()))
                            .orElseThrow();
                    if (page.source() == null || !read.sha256().equals(seen.sha256())) {
                        refused(page.ordinal(), changedSince(read));
                    } else {
                        batch.add(
                                page.ordinal(), new Library.Arrival(page.source(), read, LookJob.address(order, page)));
                    }
                }
            }
            done++;
        }

        /** She agreed to what she saw, not to what somebody put in its place. */
        private static PageRefused changedSince(PageRead read) {
            return new PageRefused(
                    read.file(),
                    read.sha256(),
                    "CHANGED_SINCE_LOOK",
                    "the file is another one than that which was looked at",
                    "import it again");
        }

        @Override
        public void kept(int ordinal, Library.Kept page) {
            database.change(in -> ImportRows.taken(in, order.id(), ordinal, page.page()));
        }

        @Override
        public void refused(int ordinal, PageRefused refusal) {
            database.change(in -> ImportRows.refused(
                    in,
                    order.id(),
                    ordinal,
                    new ImportItem.Refusal(refusal.code(), refusal.message(), refusal.advice())));
            context.warn(refusal.file() + "：" + refusal.code() + " " + refusal.message() + "。" + refusal.advice());
            refused++;
        }
    }
}
