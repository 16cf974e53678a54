package org.lingqu.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Database;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.suspicion.NearDuplicates;
import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.lingqu.job.JobRun;
import org.lingqu.library.store.ImportRows;
import org.springframework.stereotype.Component;

/** Looks at the pages of an import and notes what each would be, without keeping any. */
@Component
final class LookJob implements JobKind {

    static final String NAME = "library.look";

    private static final int BATCH = 50;

    private final Database database;
    private final Library library;
    private final ImportFolders folders;

    LookJob(Database database, Library library, ImportFolders folders) {
        this.database = database;
        this.library = library;
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
        if (order.state() != ImportState.LOOKING) {
            return;
        }
        int begun = database.read(in -> ImportRows.lastOrdinal(in, id));
        PageFiles files = folders.files(order);
        var look = new Look(order, context, files.size());
        new PageRun(new PageReader()).read(files, ordinal -> ordinal > begun, look);
        look.flush();
        database.change(in -> ImportRows.move(in, id, List.of(ImportState.LOOKING), ImportState.LOOKED));
    }

    private final class Look implements PageRun.Use {

        private final PageImport order;
        private final JobContext context;
        private final int files;
        private final NearDuplicates duplicates = new NearDuplicates();
        private final Set<String> contents;
        private final List<ImportItem> waiting = new ArrayList<>();
        private int filesDone;

        Look(PageImport order, JobContext context, int files) {
            this.order = order;
            this.context = context;
            this.files = files;
            this.contents = new HashSet<>(database.read(in -> ImportRows.contents(in, order.id())));
        }

        @Override
        public void accept(PageRun.PageIn page) {
            waiting.add(item(page));
            context.step(filesDone, files, page.reading().file());
            if (waiting.size() >= BATCH) {
                flush();
            }
        }

        @Override
        public void fileDone(int done) {
            filesDone = done;
        }

        void flush() {
            if (!waiting.isEmpty()) {
                database.change(in -> ImportRows.add(in, order.id(), waiting));
                waiting.clear();
            }
        }

        private ImportItem item(PageRun.PageIn page) {
            return switch (duplicates.check(page.reading())) {
                case PageRefused refused -> {
                    context.warn(
                            refused.file() + "：" + refused.code() + " " + refused.message() + "。" + refused.advice());
                    yield refused(page.ordinal(), refused);
                }
                case PageRead read
                when read.article().text().toString().isBlank() -> {
                    context.warn(read.file() + "：NO_TEXT");
                    yield refused(page.ordinal(), empty(read));
                }
                case PageRead read -> read(page, read);
            };
        }

        /** Read, but nothing came of it; as evidence it is worth as little as a scan. */
        private static PageRefused empty(PageRead read) {
            return new PageRefused(
                    read.file(),
                    read.sha256(),
                    "NO_TEXT",
                    "there is no text in the file",
                    "run character recognition over it first, or save the page again");
        }

        private static ImportItem refused(int ordinal, PageRefused refused) {
            return new ImportItem(
                    ordinal,
                    refused.file(),
                    null,
                    refused.sha256(),
                    ImportOutcome.REFUSED,
                    null,
                    null,
                    null,
                    0,
                    0,
                    List.of(),
                    new ImportItem.Refusal(refused.code(), refused.message(), refused.advice()),
                    null,
                    false,
                    false);
        }

        private ImportItem read(PageRun.PageIn page, PageRead read) {
            String address = address(order, page);
            Preview preview = library.preview(read, address);
            Issuer issuer = read.article().issuer();
            boolean first = contents.add(read.sha256());
            return new ImportItem(
                    page.ordinal(),
                    read.file(),
                    address,
                    read.sha256(),
                    first ? outcome(preview) : ImportOutcome.REPEATED,
                    read.article().title(),
                    issuer == null ? null : issuer.name(),
                    new Intake(read).published(),
                    read.statements().size(),
                    read.repairs().size(),
                    read.warnings().stream()
                            .map(warning -> warning.code().name())
                            .distinct()
                            .sorted()
                            .toList(),
                    null,
                    page(preview),
                    false,
                    false);
        }
    }

    /** The address she gave, or the one the page carries. */
    static @Nullable String address(PageImport order, PageRun.PageIn page) {
        return order.address() != null
                ? order.address()
                : Optional.ofNullable(page.source())
                        .flatMap(source -> AddressInPage.of(source.bytes()))
                        .orElse(null);
    }

    private static ImportOutcome outcome(Preview preview) {
        return switch (preview) {
            case Preview.Refused refused -> ImportOutcome.REFUSED;
            case Preview.Fresh fresh -> ImportOutcome.NEW;
            case Preview.Changed changed -> ImportOutcome.CHANGED;
            case Preview.Held held -> ImportOutcome.HELD;
        };
    }

    private static @Nullable Long page(Preview preview) {
        return switch (preview) {
            case Preview.Refused refused -> null;
            case Preview.Fresh fresh -> null;
            case Preview.Changed changed -> changed.page().id();
            case Preview.Held held -> held.page().id();
        };
    }
}
