package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Hands out ranges of batches to threads. */
final class Parallel {

    private Parallel() {}

    interface Ranges {
        void work(int from, int to);
    }

    static void ranges(int count, int threads, Ranges work) {
        if (threads <= 1 || count <= 1) {
            work.work(0, count);
            return;
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                int from = (int) ((long) count * i / threads);
                int to = (int) ((long) count * (i + 1) / threads);
                parts.add(pool.submit(() -> work.work(from, to)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while deciding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a range of firms could not be decided", e.getCause());
        }
    }
}
