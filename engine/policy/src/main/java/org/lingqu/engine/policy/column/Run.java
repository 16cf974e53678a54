package org.lingqu.engine.policy.column;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A plan bound to columns, with one thread's scratch. */
final class Run {

    private final List<Planner.Given> given;
    private final Operation[] operations;
    private final Batch batch;
    private final FirmSource.Window window;

    Run(Schedule schedule, FirmSource source, Collection<String> wanted) {
        window = source.window(wanted);
        FirmColumns columns = window.columns();
        batch = new Batch(columns, schedule.amountSlots(), schedule.testSlots());
        given = schedule.given();
        operations = schedule.operations().stream().map(op -> op.on(columns)).toArray(Operation[]::new);
        for (int slot = schedule.firstScratch(); slot < schedule.amountSlots(); slot++) {
            batch.x[slot] = new double[Rows.BATCH];
            batch.valid[slot] = new long[Rows.WORDS];
        }
        given.forEach(this::setUp);
    }

    private void setUp(Planner.Given one) {
        int slot = one.step().slot;
        switch (one) {
            case Planner.Given.OfColumn(var step, var name) -> {
                batch.x[slot] = batch.columns.figures(name).values();
                batch.valid[slot] = batch.columns.figures(name).valid();
            }
            case Planner.Given.OfConstant(var step, double value, boolean valid) -> {
                batch.x[slot] = new double[Rows.BATCH];
                Arrays.fill(batch.x[slot], value);
                batch.valid[slot] = new long[Rows.WORDS];
                Arrays.fill(batch.valid[slot], valid ? -1L : 0L);
            }
            case Planner.Given.OfTruth(var step, var truth) -> {
                Arrays.fill(batch.t[slot], truth == org.lingqu.engine.policy.rule.Truth.TRUE ? -1L : 0L);
                Arrays.fill(batch.f[slot], truth == org.lingqu.engine.policy.rule.Truth.FALSE ? -1L : 0L);
            }
        }
    }

    Batch batch() {
        return batch;
    }

    /** @param firm number of the first firm */
    void batch(int firm) {
        int first = window.moveTo(firm);
        batch.first = first;
        for (Planner.Given one : given) {
            if (one instanceof Planner.Given.OfColumn(var step, var name)) {
                batch.xAt[step.slot] = first;
                batch.validAt[step.slot] = first / 64;
            }
        }
        for (Operation operation : operations) {
            operation.run(batch);
        }
    }
}
