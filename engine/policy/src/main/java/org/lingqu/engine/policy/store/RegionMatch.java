package org.lingqu.engine.policy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.pack.Policy;

/**
 * All firms of a file by all policies, with the finding of every criterion written to a Parquet file. Firms pass through in
 * blocks, so that memory depends on the threads and not on the firms: each thread reads a block, decides it and waits for its
 * turn to write.
 */
public final class RegionMatch {

    /**
     * What was done.
     *
     * @param secondLooks how often doubles were too close to call and fractions decided
     * @param conflicting firms of which something was supplied that contradicts what policies work out
     */
    public record Done(int firms, int policies, int criteria, int columns, long secondLooks, long conflicting) {}

    private final FirmReader reader;
    private final PolicyPlan plan;
    private final Turns turns = new Turns();
    private final AtomicInteger next = new AtomicInteger();
    private long secondLooks;
    private long conflicting;

    private RegionMatch(FirmReader reader, PolicyPlan plan) {
        this.reader = reader;
        this.plan = plan;
    }

    /**
     * Decides and writes. The file appears under its name when it is complete; broken off, nothing is left.
     *
     * @param policies versions in force on the day
     * @param threads how many blocks are in work at once
     * @param progress told how many firms are done, by one thread at a time
     * @throws SQLException if the firms cannot be read
     * @throws IOException if the findings cannot be written
     */
    public static Done run(
            FirmReader reader, List<Policy> policies, LocalDate asOf, Path out, int threads, IntConsumer progress)
            throws SQLException, IOException {
        reader.require(PolicyPlan.columns(policies, asOf));
        var plan = new PolicyPlan(policies, reader, asOf);
        reader.prepare(plan.columns().keySet());
        var match = new RegionMatch(reader, plan);
        List<ParquetColumn> schema = FindingsColumns.schema(plan);
        try (ParquetWriter writer = ParquetWriter.open(out, schema)) {
            match.all(writer, Math.max(1, Math.min(threads, reader.blocks().size())), progress);
            writer.finish();
        }
        return new Done(
                reader.count(),
                plan.policies().size(),
                plan.criteria(),
                plan.columns().size(),
                match.secondLooks,
                match.conflicting);
    }

    private void all(ParquetWriter writer, int threads, IntConsumer progress) throws SQLException, IOException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    try {
                        work(writer, progress);
                    } catch (Exception | Error e) {
                        turns.stop();
                        throw e;
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while deciding", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException unreadable -> throw unreadable;
                case IOException unwritable -> throw unwritable;
                case null, default ->
                    throw new IllegalStateException("a block of firms could not be decided", e.getCause());
            }
        }
    }

    private void work(ParquetWriter writer, IntConsumer progress)
            throws SQLException, IOException, InterruptedException {
        try (BlockReader blocks = reader.blocks(plan.columns().keySet())) {
            for (int i = next.getAndIncrement(); i < reader.blocks().size(); i = next.getAndIncrement()) {
                RowRange rows = reader.blocks().get(i);
                FirmTable firms = blocks.read(rows);
                Findings findings = plan.run(firms.columns(), 1);
                if (!turns.await(i)) {
                    return;
                }
                writer.group(FindingsColumns.of(plan, findings, firms.ids(), rows.from()), 0, rows.count());
                secondLooks += findings.secondLooks();
                conflicting += FindingsColumns.conflicting(plan, findings);
                progress.accept(rows.to());
                turns.done();
            }
        }
    }

    /** Lets blocks write in their order. */
    private static final class Turns {
        private int turn;
        private boolean stopped;

        /** Answers false when another thread has failed. */
        synchronized boolean await(int block) throws InterruptedException {
            while (turn != block && !stopped) {
                wait();
            }
            return !stopped;
        }

        synchronized void done() {
            turn++;
            notifyAll();
        }

        synchronized void stop() {
            stopped = true;
            notifyAll();
        }
    }
}
