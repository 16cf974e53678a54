package org.lingqu.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.column.Plan;
import org.lingqu.engine.policy.column.Rows;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Yield;
import org.lingqu.engine.policy.rule.Truth;

/** How large each enterprise is, worked out by the policy that yields it; what was filled in where the figures do not settle it. */
final class SizeColumn {

    /** Its name; the facts keep theirs, so that nothing is decided by it. */
    static final String NAME = "企业规模（推算）";

    private static final String FACT = "企业规模";

    private final FirmColumns columns;
    private final Yield yield;
    private final Findings findings;

    private SizeColumn(FirmColumns columns, Policy policy, LocalDate day, int threads) {
        this.columns = columns;
        this.yield = policy.yields().orElseThrow();
        var lowering = new Lowering(day, columns::has);
        var tests = new ArrayList<Node.Test>();
        yield.cases().forEach(one -> tests.add(lowering.lower(one.condition())));
        policy.audience().ifPresent(audience -> tests.add(lowering.lower(Combination.passes(audience))));
        this.findings = new Plan(tests, List.of(), columns.ranges()).run(columns, threads);
    }

    /**
     * The columns with this one beside them; the same columns where no policy yields it.
     *
     * @param policies those in force on the day
     */
    static FirmColumns beside(FirmColumns columns, List<Policy> policies, LocalDate day, int threads) {
        Optional<Policy> yielding = policies.stream()
                .filter(policy -> policy.yields()
                        .filter(yield -> yield.fact().equals(FACT))
                        .isPresent())
                .findFirst();
        if (yielding.isEmpty()) {
            return columns;
        }
        var all = new ArrayList<>(columns.all());
        all.add(new SizeColumn(columns, yielding.get(), day, threads).column());
        return new FirmColumns(columns.count(), all);
    }

    private Column column() {
        var classes = new ArrayList<String>();
        int[] values = new int[Rows.padded(columns.count())];
        long[] valid = Rows.bits(columns.count());
        for (int row = 0; row < columns.count(); row++) {
            int firm = row;
            size(row).or(() -> filledIn(firm)).ifPresent(size -> {
                if (!classes.contains(size)) {
                    classes.add(size);
                }
                values[firm] = classes.indexOf(size);
                Rows.set(valid, firm);
            });
        }
        return new Column.Codes(NAME, classes, values, valid);
    }

    private Optional<String> size(int row) {
        int cases = yield.cases().size();
        if (findings.tests() > cases && findings.truth(cases, row) != Truth.TRUE) {
            return Optional.empty();
        }
        for (int i = 0; i < cases; i++) {
            switch (findings.truth(i, row)) {
                case TRUE -> {
                    return Optional.of(yield.cases().get(i).value());
                }
                case UNKNOWN -> {
                    return Optional.empty();
                }
                case FALSE -> {}
            }
        }
        return Optional.of(yield.otherwise());
    }

    private Optional<String> filledIn(int row) {
        return columns.has(FACT) && columns.column(FACT) instanceof Column.Codes codes && Rows.get(codes.valid(), row)
                ? Optional.of(codes.dictionary().get(codes.values()[row]))
                : Optional.empty();
    }
}
