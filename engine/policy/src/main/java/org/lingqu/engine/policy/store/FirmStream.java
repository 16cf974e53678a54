package org.lingqu.engine.policy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;

/**
 * Firms that come one after the other, as from a long list in CSV: decided in blocks, with the findings of every criterion written
 * to a Parquet file as {@link RegionMatch} writes them. Memory depends on the block and not on the list. Each block has a plan of
 * its own, for only its firms tell which columns there are and how large figures become.
 */
public final class FirmStream implements AutoCloseable {

    private static final int BLOCK = 1 << 15;

    private final List<Policy> policies;
    private final LocalDate asOf;
    private final Path out;
    private final int threads;
    private final int size;
    private final List<Firm> block = new ArrayList<>();
    private final Set<String> looked = new HashSet<>();
    private @Nullable ParquetWriter writer;
    private int firms;
    private long secondLooks;
    private long conflicting;

    /**
     * @param policies versions in force on the day
     * @param out appears when the stream is finished; closed before, nothing is left
     */
    public FirmStream(List<Policy> policies, LocalDate asOf, Path out, int threads) {
        this(policies, asOf, out, threads, BLOCK);
    }

    FirmStream(List<Policy> policies, LocalDate asOf, Path out, int threads, int size) {
        this.policies = List.copyOf(policies);
        this.asOf = asOf;
        this.out = out;
        this.threads = threads;
        this.size = size;
    }

    /**
     * Takes the next firm.
     *
     * @throws IOException if findings cannot be written
     * @throws IllegalArgumentException if a figure has more digits than a column can hold without loss (about 15)
     */
    public void add(Firm firm) throws IOException {
        block.add(firm);
        if (block.size() == size) {
            decide();
        }
    }

    /** Decides what is left and completes the file. */
    public RegionMatch.Done finish() throws IOException {
        PolicyPlan last = decide();
        Objects.requireNonNull(writer).finish();
        return new RegionMatch.Done(firms, policies.size(), last.criteria(), looked.size(), secondLooks, conflicting);
    }

    private PolicyPlan decide() throws IOException {
        FirmColumns columns = ColumnBuilder.of(block);
        var plan = new PolicyPlan(policies, columns, asOf);
        Findings findings = plan.run(columns, threads);
        List<ParquetColumn> named =
                FindingsColumns.of(plan, findings, block.stream().map(Firm::id).toList(), firms);
        if (writer == null) {
            writer = ParquetWriter.open(out, named);
        }
        writer.group(named, 0, findings.count());
        looked.addAll(plan.columns().keySet());
        secondLooks += findings.secondLooks();
        conflicting += FindingsColumns.conflicting(plan, findings);
        firms += block.size();
        block.clear();
        return plan;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
