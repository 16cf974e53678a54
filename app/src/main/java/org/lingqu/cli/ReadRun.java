package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Reading;
import org.lingqu.engine.text.suspicion.NearDuplicates;

/** Reads many pages on all processors and hands the readings over in the order of the pages. */
final class ReadRun {

    private static final int PAGES_AHEAD = 4 * Runtime.getRuntime().availableProcessors();

    private final PageReader reader = new PageReader();
    private final NearDuplicates duplicates = new NearDuplicates();
    private final Progress progress;

    ReadRun(PrintWriter terminal) {
        progress = new Progress(terminal);
    }

    /** @param use called by one thread, page after page */
    void read(List<Path> paths, Use use) throws IOException {
        Pages pages = Pages.of(paths);
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var ahead = new ArrayDeque<Future<Reading>>();
            var queue = new Queue(workers, ahead, use, pages.size());
            pages.each(queue);
            while (!ahead.isEmpty()) {
                queue.handOver();
            }
        }
    }

    private final class Queue implements Pages.Use {

        private final ExecutorService workers;
        private final ArrayDeque<Future<Reading>> ahead;
        private final Use use;
        private final int files;
        private int done;

        Queue(ExecutorService workers, ArrayDeque<Future<Reading>> ahead, Use use, int files) {
            this.workers = workers;
            this.ahead = ahead;
            this.use = use;
            this.files = files;
        }

        @Override
        public void page(PageSource page) throws IOException {
            add(workers.submit(() -> reader.read(page)));
        }

        @Override
        public void refused(Reading refused) throws IOException {
            var known = new FutureTask<>(() -> refused);
            known.run();
            add(known);
        }

        @Override
        public void fileDone() {
            progress.show("读取网页 reading", ++done, files);
        }

        private void add(Future<Reading> next) throws IOException {
            ahead.add(next);
            if (ahead.size() > PAGES_AHEAD) {
                handOver();
            }
        }

        void handOver() throws IOException {
            try {
                use.accept(duplicates.check(ahead.remove().get()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while reading", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the reader promises never to throw", e.getCause());
            }
        }
    }

    /** What is done with each reading. */
    interface Use {
        void accept(Reading reading) throws IOException;
    }
}
