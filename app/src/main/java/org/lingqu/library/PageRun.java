package org.lingqu.library;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Reading;

/** Reads many pages on all processors and hands the readings over in the order of the pages. */
public final class PageRun {

    private static final int PAGES_AHEAD = 4 * Runtime.getRuntime().availableProcessors();
    private static final long BYTES_AHEAD = 64L << 20;

    private final PageReader reader;

    /** @param reader used by several threads at once */
    public PageRun(PageReader reader) {
        this.reader = reader;
    }

    /**
     * A page that was read.
     *
     * @param ordinal among all that the files hold, from 1
     * @param source null when what was found is no page
     */
    public record PageIn(int ordinal, @Nullable PageSource source, Reading reading) {}

    /** Reads every page. */
    public void read(PageFiles files, Use use) throws IOException {
        read(files, ordinal -> true, use);
    }

    /**
     * Reads some of the pages.
     *
     * @param wanted says by ordinal which; the others are passed over unread
     * @param use called by this thread, page after page
     */
    public void read(PageFiles files, IntPredicate wanted, Use use) throws IOException {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            try {
                var queue = new Queue(workers, wanted, use);
                files.each(queue);
                queue.finish();
            } catch (RuntimeException | IOException e) {
                workers.shutdownNow(); // what was read ahead is not waited for
                throw e;
            }
        }
    }

    private final class Queue implements PageFiles.Use {

        private record Ahead(int ordinal, @Nullable PageSource source, Future<Reading> reading) {}

        private final ExecutorService workers;
        private final ArrayDeque<Ahead> ahead = new ArrayDeque<>();
        private final IntPredicate wanted;
        private final Use use;
        private long bytesAhead;
        private int ordinal;
        private int filesDone;

        Queue(ExecutorService workers, IntPredicate wanted, Use use) {
            this.workers = workers;
            this.wanted = wanted;
            this.use = use;
        }

        @Override
        public void page(PageSource page) throws IOException {
            ordinal++;
            if (wanted.test(ordinal)) {
                add(new Ahead(ordinal, page, workers.submit(() -> reader.read(page))));
            }
        }

        @Override
        public void refused(Reading refused) throws IOException {
            ordinal++;
            if (wanted.test(ordinal)) {
                var known = new FutureTask<>(() -> refused);
                known.run();
                add(new Ahead(ordinal, null, known));
            }
        }

        @Override
        public void fileDone() {
            use.fileDone(++filesDone);
        }

        private void add(Ahead next) throws IOException {
            ahead.add(next);
            bytesAhead += size(next);
            while (ahead.size() > PAGES_AHEAD || (bytesAhead > BYTES_AHEAD && ahead.size() > 1)) {
                handOver();
            }
        }

        void finish() throws IOException {
            while (!ahead.isEmpty()) {
                handOver();
            }
        }

        private void handOver() throws IOException {
            Ahead first = ahead.remove();
            bytesAhead -= size(first);
            try {
                use.accept(new PageIn(
                        first.ordinal(), first.source(), first.reading().get()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while reading", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the reader promises never to throw", e.getCause());
            }
        }

        private static long size(Ahead page) {
            return Optional.ofNullable(page.source())
                    .map(source -> (long) source.bytes().length)
                    .orElse(0L);
        }
    }

    /** What is done with each reading. */
    public interface Use {
        /** A page was read, or something refused. */
        void accept(PageIn page) throws IOException;

        /** So many files, each archive counted once, have been opened. */
        default void fileDone(int files) {}
    }
}
