package org.lingqu.engine.policy.store;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;

/**
 * The columns of a file of findings. {@code row} is the firm's row in the file it came from, counted from 0, {@code id} what it is
 * known by. Then true, false or null where it is open: {@code cn/high-tech@2016} the decision,
 * {@code cn/high-tech@2016#audience} whether the policy is meant for the firm, {@code cn/high-tech@2016#rd-ratio} a criterion
 * (true too where it is not asked), {@code cn/high-tech@2016#rd-ratio#asked} whether it is asked. At last
 * {@code 企业规模#conflict}: whether what was supplied of a derived fact contradicts what policies work out.
 */
public final class FindingsColumns {

    private FindingsColumns() {}

    /** @param firstRow row number of the first firm */
    public static List<ParquetColumn> of(PolicyPlan plan, Findings findings, List<String> ids, long firstRow) {
        var columns = new ArrayList<ParquetColumn>();
        columns.add(new ParquetColumn.RowNumbers("row", firstRow));
        columns.add(new ParquetColumn.Words("id", ids));
        for (PolicyTests policy : plan.policies()) {
            String name = policy.policy().fullName();
            columns.add(ternary(name, findings, policy.decision()));
            policy.audience().ifPresent(test -> columns.add(ternary(name + "#audience", findings, test)));
            for (CriterionTests criterion : policy.criteria()) {
                String part = name + "#" + criterion.criterion().id();
                columns.add(ternary(part, findings, criterion.passes()));
                criterion.asked().ifPresent(test -> columns.add(ternary(part + "#asked", findings, test)));
            }
        }
        plan.conflicts().forEach((fact, test) -> columns.add(ternary(fact + "#conflict", findings, test)));
        return columns;
    }

    /** Firms of which something was supplied that contradicts what is worked out. */
    static long conflicting(PolicyPlan plan, Findings findings) {
        List<long[]> met = plan.conflicts().values().stream().map(findings::met).toList();
        long firms = 0;
        for (int word = 0; word * 64 < findings.count(); word++) {
            long any = 0;
            for (long[] bits : met) {
                any |= bits[word];
            }
            int rows = Math.min(64, findings.count() - word * 64);
            firms += Long.bitCount(any & (-1L >>> (64 - rows)));
        }
        return firms;
    }

    /** Names and types only. */
    static List<ParquetColumn> schema(PolicyPlan plan) {
        return of(plan, plan.noFindings(), List.of(), 0);
    }

    private static ParquetColumn ternary(String name, Findings findings, int test) {
        return new ParquetColumn.Ternary(name, findings.met(test), findings.notMet(test));
    }
}
