package org.lingqu.jobs;

import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.PolicyPlan;

/**
 * All policies in force over a data set of any size: the engine mapped over its partitions. Cost is linear, because firms are
 * independent; Spark's own committer keeps a task that is tried again from leaving rows twice.
 */
final class MatchPolicies {

    /** What a double may have at most, so that it stands for one decimal. */
    private static final int DECIMALS = 6;

    private MatchPolicies() {}

    /**
     * A row for every firm: its id, and true, false or null for every policy and criterion ({@code cn/high-tech@2016#rd-ratio}).
     *
     * @param firms columns as {@code ./lingqu match} reads them from Parquet
     * @param left gets every column that is not taken, with the reason
     * @throws IllegalArgumentException if no column names the firms
     */
    static Dataset<Row> findings(Dataset<Row> firms, PolicyTexts texts, LocalDate asOf, List<String> left) {
        FirmRows rows = withoutLongDoubles(FirmRows.of(firms.schema(), left), firms, left);
        return firms.mapPartitions(new Decide(rows, texts, asOf), Encoders.row(schema(texts, asOf)));
    }

    private static StructType schema(PolicyTexts texts, LocalDate asOf) {
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField("id", DataTypes.StringType, false));
        new PolicyPlan(texts.policies(), new FirmColumns(0, List.of()), asOf)
                .named()
                .keySet()
                .forEach(name -> fields.add(DataTypes.createStructField(name, DataTypes.BooleanType, true)));
        return DataTypes.createStructType(fields);
    }

    /** A double with more decimals is no decimal; the whole column is left out, as on one machine. */
    private static FirmRows withoutLongDoubles(FirmRows rows, Dataset<Row> firms, List<String> left) {
        List<Integer> indexes = List.copyOf(rows.doubles().keySet());
        if (indexes.isEmpty()) {
            return rows;
        }
        Column[] kept = indexes.stream()
                .map(index -> "`" + rows.doubles().get(index) + "`")
                .map(name -> expr("coalesce(bool_and(round(" + name + ", " + DECIMALS + ") = " + name + "), true)"))
                .toArray(Column[]::new);
        Row all = firms.agg(kept[0], java.util.Arrays.copyOfRange(kept, 1, kept.length))
                .first();
        FirmRows taken = rows;
        for (int i = 0; i < indexes.size(); i++) {
            if (!all.getBoolean(i)) {
                taken = taken.without(indexes.get(i));
                left.add(rows.doubles().get(indexes.get(i)) + ": has more than " + DECIMALS + " decimals");
            }
        }
        return taken;
    }
}
