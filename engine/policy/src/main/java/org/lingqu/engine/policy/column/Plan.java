package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * All tests of all policies as one flat list of operations in dependency order, each expression once. A plan is made for
 * columns of known ranges, holds no data, and may be run by any number of threads.
 */
public final class Plan {

    private final Schedule schedule;
    private final List<Planner.Signed> tests;
    private final List<Step> amounts;
    private final Map<String, FigureRange> ranges;
    private final SequencedMap<String, ColumnKind> columns;

    /**
     * @param tests what is asked of every firm, in the order of {@link Findings}
     * @param amounts figures wanted of every firm (scores, benefits), likewise
     * @param ranges the columns of figures there are, see {@link FirmColumns#ranges()}
     */
    public Plan(List<? extends Node.Test> tests, List<? extends Node.Amount> amounts, Map<String, FigureRange> ranges) {
        var planner = new Planner(ranges);
        this.ranges = Map.copyOf(ranges);
        columns = ColumnsUsed.of(tests, amounts);
        this.tests = tests.stream().map(planner::test).toList();
        this.amounts = amounts.stream().map(planner::amount).toList();
        var wanted = new ArrayList<Step>(this.amounts);
        this.tests.forEach(test -> wanted.add(test.step()));
        schedule = new Schedule(planner.setUp, wanted, this.amounts);
    }

    /** How many operations a batch runs. */
    public int size() {
        return schedule.operations().size();
    }

    /** The columns it looks at, by name, and what each has to hold. */
    public SequencedMap<String, ColumnKind> columns() {
        return columns;
    }

    List<Planner.Signed> tests() {
        return tests;
    }

    List<Step> amounts() {
        return amounts;
    }

    Schedule schedule() {
        return schedule;
    }

    /** Asks everything of every firm with so many threads; the findings do not depend on their number. */
    public Findings run(FirmSource columns, int threads) {
        return run(columns, threads, new Findings(this, columns));
    }

    /** As {@link #run(FirmSource, int)}, writing over findings of this plan and as many firms. */
    public Findings run(FirmSource columns, int threads, Findings into) {
        into.requireOf(this, columns.count());
        run(columns, threads, () -> into);
        return into;
    }

    /** Told of every batch as soon as it is decided, by one thread at a time unless it is for all. */
    interface Use {
        /** @param first number of the batch's first row */
        void take(Batch batch, int first);

        /** When the last one was told. */
        default void end(Batch batch) {}
    }

    /** As {@link #run(FirmSource, int)}, keeping nothing but what is made of it. */
    void run(FirmSource columns, int threads, Supplier<? extends Use> useOfThread) {
        columns.ranges().forEach(this::requireWithin);
        int batches = Rows.padded(columns.count()) / Rows.BATCH;
        Parallel.ranges(batches, threads, (from, to) -> {
            var run = new Run(schedule, columns, this.columns.keySet());
            Use use = useOfThread.get();
            for (int i = from; i < to; i++) {
                run.batch(i * Rows.BATCH);
                use.take(run.batch(), i * Rows.BATCH);
            }
            use.end(run.batch());
        });
    }

    private void requireWithin(String column, FigureRange range) {
        FigureRange planned = ranges.get(column);
        if (planned != null && (planned.scale() != range.scale() || planned.greatest() < range.greatest())) {
            throw new IllegalArgumentException(
                    "column " + column + " is beyond what the plan was made for: " + range + ", planned " + planned);
        }
    }
}
