package org.lingqu.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.ColumnShape;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.column.Plan;
import org.lingqu.engine.policy.column.Rows;
import org.lingqu.engine.policy.column.WidenedFirms;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Yield;
import org.lingqu.engine.policy.rule.Truth;

/** How large each enterprise is, worked out by the policy that yields it; what was filled in where the figures do not settle it. */
final class SizeColumn {

    /** Its name; the facts keep theirs, so that nothing is decided by it. */
    static final String NAME = "企业规模（推算）";

    private static final String FACT = "企业规模";

    private final FirmSource firms;
    private final Yield yield;
    private final Findings findings;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final int[] values;
    private final long[] valid;

    private SizeColumn(FirmSource firms, Policy policy, LocalDate day, int threads) {
        this.firms = firms;
        this.yield = policy.yields().orElseThrow();
        this.values = new int[Rows.padded(firms.count())];
        this.valid = Rows.bits(firms.count());
        var lowering = new Lowering(day, firms::has);
        var tests = new ArrayList<Node.Test>();
        yield.cases().forEach(one -> tests.add(lowering.lower(one.condition())));
        policy.audience().ifPresent(audience -> tests.add(lowering.lower(Combination.passes(audience))));
        this.findings = new Plan(tests, List.of(), firms.ranges()).run(firms, threads);
    }

    /**
     * The firms with this column beside their own; the same firms where no policy yields it.
     *
     * @param policies those in force on the day
     */
    static FirmSource beside(FirmSource firms, List<Policy> policies, LocalDate day, int threads) {
        Optional<Policy> yielding = policies.stream()
                .filter(policy -> policy.yields()
                        .filter(yield -> yield.fact().equals(FACT))
                        .isPresent())
                .findFirst();
        return yielding.<FirmSource>map(policy -> WidenedFirms.of(
                        firms,
                        new FirmColumns(firms.count(), List.of(new SizeColumn(firms, policy, day, threads).column()))))
                .orElse(firms);
    }

    private Column column() {
        ColumnShape shape = firms.shapes().get(FACT);
        boolean isFilledIn = shape != null && shape.kind() == ColumnKind.CODES;
        FirmSource.Window window = firms.window(isFilledIn ? List.of(FACT) : List.of());
        Column.Codes filledIn =
                isFilledIn && window.columns().column(FACT) instanceof Column.Codes codes ? codes : null;
        FirmSource.each(firms, window, (row, at) -> {
            String size = size(row);
            if (size == null && filledIn != null && Rows.get(filledIn.valid(), at)) {
                size = filledIn.dictionary().get(filledIn.values()[at]);
            }
            if (size != null) {
                values[row] = classes.computeIfAbsent(size, each -> classes.size());
                Rows.set(valid, row);
            }
        });
        return new Column.Codes(NAME, List.copyOf(classes.keySet()), values, valid);
    }

    private @Nullable String size(int row) {
        int cases = yield.cases().size();
        if (findings.tests() > cases && findings.truth(cases, row) != Truth.TRUE) {
            return null;
        }
        for (int i = 0; i < cases; i++) {
            switch (findings.truth(i, row)) {
                case TRUE -> {
                    return yield.cases().get(i).value();
                }
                case UNKNOWN -> {
                    return null;
                }
                case FALSE -> {}
            }
        }
        return yield.otherwise();
    }
}
