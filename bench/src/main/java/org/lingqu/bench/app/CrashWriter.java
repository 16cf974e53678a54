package org.lingqu.bench.app;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Officers at work: so many writes a second until the application is gone. */
final class CrashWriter implements AutoCloseable {

    private static final int WORKERS = 4;

    /** How writes ended that were not confirmed; counted over all lives of the application. */
    record Counts(AtomicInteger unconfirmed, AtomicInteger refused) {
        Counts() {
            this(new AtomicInteger(), new AtomicInteger());
        }
    }

    private final CrashPart.Officers officers;
    private final Map<CrashPart, Integer> parts;
    private final Counts counts;
    private final Random random;
    private final int weights;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

    /** @param parts and how often each has its turn, beside the others */
    CrashWriter(CrashPart.Officers officers, Map<CrashPart, Integer> parts, Counts counts, Random random) {
        this.officers = officers;
        this.parts = parts;
        this.counts = counts;
        this.random = random;
        this.weights = parts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Sends one more write on its way. */
    void write() {
        CrashPart.Write next = part().next(random);
        workers.execute(() -> {
            try {
                if (!next.by(officers)) {
                    counts.refused().incrementAndGet(); // somebody else was faster, or it is not looked at yet
                }
            } catch (IOException e) {
                counts.unconfirmed().incrementAndGet(); // may be there or not
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private CrashPart part() {
        int left = random.nextInt(weights);
        for (Map.Entry<CrashPart, Integer> part : parts.entrySet()) {
            left -= part.getValue();
            if (left < 0) {
                return part.getKey();
            }
        }
        throw new AssertionError(left);
    }

    /** Waits for answers that are still on their way. */
    @Override
    public void close() {
        workers.close();
    }
}
