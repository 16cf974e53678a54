package org.lingqu.database;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Small notes that no page waits for, written one after another: who looked, what was asked. A page is shown all the same where its
 * note cannot be written, and does not wait while a list is taken in. Safe for use by many threads.
 */
@Service
public final class Beside implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);
    private static final int MOST_WAITING = 10_000;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("beside").daemon().factory(),
            (note, full) -> LOG.warn(
                    "notes are no longer taken: {} wait", full.getQueue().size()));

    /**
     * Writes one a little later.
     *
     * @param what it is, for the log
     */
    public void note(String what, Runnable note) {
        worker.execute(() -> {
            try {
                note.run();
            } catch (RuntimeException e) {
                LOG.warn("it was not noted: {}", what, e);
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(5, TimeUnit.SECONDS);
    }
}
