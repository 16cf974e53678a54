package org.lingqu.jobs;

import java.io.Serial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Truth;

/** Decides one partition, so many firms at a time, in the memory of those. */
final class Decide implements MapPartitionsFunction<Row, Row> {

    @Serial
    private static final long serialVersionUID = 1;

    /** Firms decided together: a plan for them costs some milliseconds, their columns some megabytes. */
    private static final int TOGETHER = 16_384;

    private final FirmRows firms;
    private final PolicyTexts texts;
    private final LocalDate asOf;

    Decide(FirmRows firms, PolicyTexts texts, LocalDate asOf) {
        this.firms = firms;
        this.texts = texts;
        this.asOf = asOf;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        List<Policy> policies = texts.policies();
        return new Iterator<>() {

            private Iterator<Row> decided = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                if (!decided.hasNext() && rows.hasNext()) {
                    decided = decide(policies, take(rows));
                }
                return decided.hasNext();
            }

            @Override
            public Row next() {
                return hasNext()
                        ? decided.next()
                        : Collections.<Row>emptyIterator().next();
            }
        };
    }

    private static List<Row> take(Iterator<Row> rows) {
        List<Row> taken = new ArrayList<>();
        while (taken.size() < TOGETHER && rows.hasNext()) {
            taken.add(rows.next());
        }
        return taken;
    }

    private Iterator<Row> decide(List<Policy> policies, List<Row> rows) {
        FirmColumns columns = firms.columns(rows);
        var plan = new PolicyPlan(policies, columns, asOf);
        Findings findings = plan.run(columns, 1);
        List<Integer> tests = List.copyOf(plan.named().values());
        List<Row> decided = new ArrayList<>(rows.size());
        for (int firm = 0; firm < rows.size(); firm++) {
            @Nullable Object[] values = new @Nullable Object[tests.size() + 1];
            values[0] = firms.id(rows.get(firm));
            for (int i = 0; i < tests.size(); i++) {
                values[i + 1] = ternary(findings.truth(tests.get(i), firm));
            }
            decided.add(RowFactory.create(values));
        }
        return decided.iterator();
    }

    private static @Nullable Boolean ternary(Truth truth) {
        return switch (truth) {
            case TRUE -> true;
            case FALSE -> false;
            case UNKNOWN -> null;
        };
    }
}
