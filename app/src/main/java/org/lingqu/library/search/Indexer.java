package org.lingqu.library.search;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.lingqu.database.DataFolder;
import org.lingqu.database.Database;
import org.lingqu.library.LibraryIndex;
import org.lingqu.library.store.ChangeRows;
import org.lingqu.library.store.PageRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the index as far as the base is. Changes are numbered in the base; the index remembers with each commit up to which number
 * it is, so that whatever a crash, a stop or a lost folder has left out is caught up, in the background, by the same way as a change of
 * this moment. Safe for use by many threads.
 */
@Component
public final class Indexer implements LibraryIndex, DisposableBean {

    /** The folder of the index in the data folder. */
    static final String FOLDER = "index";

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int BATCH = 64;
    private static final int COMMIT_AFTER = 2_000;
    private static final long SECONDS_UNTIL_COMMIT = 2;
    private static final long SECONDS_UNTIL_RETRY = 30;
    private static final long SECONDS_TO_OPEN = 20;

    private final Database database;
    private final SynonymList synonyms;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("index").daemon().factory());
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean commitDue = new AtomicBoolean();
    private final AtomicBoolean repairing = new AtomicBoolean();
    private final Future<SearchIndex> opening;
    private volatile IndexedUpTo upTo = IndexedUpTo.NOTHING;
    private volatile IndexedUpTo safe = IndexedUpTo.NOTHING;
    private volatile boolean rebuildWanted;
    private volatile boolean ending;

    Indexer(Database database, DataFolder folder, SynonymList synonyms) {
        this.database = database;
        this.synonyms = synonyms;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // dictionaries and files are opened beside the start of everything else
        this.opening = worker.submit(() -> open(folder));
        changed();
    }

    private SearchIndex open(DataFolder folder) {
        SearchIndex index = SearchIndex.open(folder.resolve(FOLDER), synonyms.current());
        IndexedUpTo before = IndexedUpTo.of(index.marker());
        Optional<ChangeRows.State> state = database.read(ChangeRows::state);
        boolean foreign = !before.isOf(state.orElse(new ChangeRows.State("", 0)));
        index.lost().ifPresent(why -> LOG.warn("{}; it is made again 正在重建", why));
        if (foreign) {
            LOG.warn("检索索引不属于现在的数据库，正在重建 the search index belongs to another base; it is made again");
            index.rebuild(Stream.empty(), IndexedUpTo.NOTHING.marker(), done -> {});
        } else {
            upTo = before;
            safe = before;
        }
        return index;
    }

    /** The index, once it is open. */
    SearchIndex index() {
        try {
            return opening.get(SECONDS_TO_OPEN, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new SearchUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable(e);
        }
    }

    /** How many changes of the base are not in the index yet. */
    public long behind() {
        return database.read(ChangeRows::state)
                .map(state -> Math.max(0, state.last() - upTo.change()))
                .orElse(0L);
    }

    /** The number of a change up to which every search from now on sees everything. */
    long seenUpTo() {
        SearchIndex index = index();
        long change = upTo.change();
        index.refresh();
        return change;
    }

    @Override
    public void changed() {
        if (!ending && due.compareAndSet(false, true)) {
            try {
                worker.execute(this::follow);
            } catch (RejectedExecutionException e) {
                LOG.debug("ending; the next start takes it in", e);
            }
        }
    }

    private void follow() {
        try {
            advance();
        } catch (RuntimeException e) { // a full disk, a database that is away: what is left out now is taken up later
            due.set(false);
            upTo = safe; // a writer that fails forgets what was not made safe
            if (!ending) {
                LOG.warn("the search index could not follow; another try in {} s", SECONDS_UNTIL_RETRY, e);
                Future<?> _ = worker.schedule(this::changed, SECONDS_UNTIL_RETRY, TimeUnit.SECONDS);
            }
        }
    }

    /** Takes in everything that has changed since. */
    private void advance() {
        SearchIndex index = index();
        writing.lock();
        try {
            due.set(false);
            long uncommitted = 0;
            while (!ending && !rebuildWanted) {
                int pages = batch(index);
                uncommitted += pages;
                if (uncommitted >= COMMIT_AFTER) {
                    commit();
                    uncommitted = 0;
                }
                if (pages < BATCH) {
                    break;
                }
            }
            if (uncommitted > 0 && !ending && commitDue.compareAndSet(false, true)) {
                Future<?> _ = worker.schedule(this::commit, SECONDS_UNTIL_COMMIT, TimeUnit.SECONDS);
            }
        } finally {
            writing.unlock();
        }
    }

    private int batch(SearchIndex index) {
        record Batch(String base, List<ChangeRows.Changed> changed, Map<Long, List<SearchDocument>> documents) {}
        IndexedUpTo from = upTo;
        Optional<Batch> next = database.read(in -> ChangeRows.state(in)
                .filter(state -> state.last() > from.change())
                .map(state -> {
                    List<ChangeRows.Changed> changed = ChangeRows.after(in, from.change(), BATCH);
                    return new Batch(
                            state.base(),
                            changed,
                            PageDocuments.of(
                                    in,
                                    changed.stream()
                                            .map(ChangeRows.Changed::page)
                                            .toList()));
                }));
        if (next.isEmpty() || next.get().changed().isEmpty()) {
            return 0;
        }
        next.get().documents().forEach((page, documents) -> index.replace(PageDocuments.id(page), documents));
        upTo = new IndexedUpTo(next.get().base(), next.get().changed().getLast().number());
        return next.get().changed().size();
    }

    private void commit() {
        writing.lock();
        try {
            commitDue.set(false);
            index().commit(upTo.marker());
            safe = upTo;
        } catch (UncheckedIOException e) {
            LOG.warn("the search index could not be made safe; what it lacks after a crash is caught up then", e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void catchUp() {
        SearchIndex index = index();
        advance();
        index.refresh();
    }

    @Override
    public void rebuild(Progress progress) {
        SearchIndex index = index();
        rebuildWanted = true;
        writing.lock();
        try {
            rebuildWanted = false;
            // changes that come while pages are read are taken in once more afterwards
            IndexedUpTo begin = database.read(ChangeRows::state)
                    .map(state -> new IndexedUpTo(state.base(), state.last()))
                    .orElse(IndexedUpTo.NOTHING);
            upTo = safe; // what a rebuild that is given up goes back to
            index.rebuild(everything(database.read(PageRows::count), progress), begin.marker(), done -> {});
            upTo = begin;
            safe = begin;
        } finally {
            writing.unlock();
            changed();
        }
    }

    private Stream<SearchDocument> everything(long total, Progress progress) {
        var last = new AtomicLong();
        var done = new AtomicLong();
        return Stream.generate(() -> database.read(in -> PageRows.after(in, last.get(), BATCH)))
                .takeWhile(pages -> !pages.isEmpty())
                .peek(pages -> {
                    last.set(pages.getLast());
                    progress.step(done.getAndAdd(pages.size()), total, "");
                })
                .flatMap(pages -> database.read(in -> PageDocuments.of(in, pages)).values().stream())
                .flatMap(List::stream);
    }

    /** What was found to be broken when it was read is made again. */
    void broken(Throwable why) {
        if (!ending && repairing.compareAndSet(false, true)) {
            LOG.warn("检索索引已损坏，正在重建 the search index is damaged and made again", why);
            worker.execute(this::repair);
        }
    }

    private void repair() {
        try {
            rebuild((done, total, message) -> {});
        } catch (RuntimeException e) {
            LOG.warn("the search index could not be made again; ./lingqu reindex does it", e);
        } finally {
            repairing.set(false);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        worker.shutdown();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.info("the search index is left as it is; what it lacks is caught up at the next start");
            return;
        }
        if (opening.state() == Future.State.SUCCESS) {
            SearchIndex index = opening.resultNow();
            if (!safe.equals(upTo)) {
                index.commit(upTo.marker());
            }
            index.close();
        }
    }
}
