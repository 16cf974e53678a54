package org.lingqu.jobs;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;

/** The firms of a pack's examples, over and over, as a data set to try and measure jobs on. */
final class ExampleFirms {

    private ExampleFirms() {}

    /** @param rows how many firms; the examples are repeated under ids of their own */
    static Dataset<Row> of(SparkSession spark, PolicyPack pack, long rows, int partitions) {
        List<Map<String, Object>> firms = pack.files().stream()
                .flatMap(file -> file.examples().stream())
                .map(example -> values(example.firm()))
                .toList();
        SequencedMap<String, DataType> types = new LinkedHashMap<>();
        firms.forEach(firm -> firm.forEach((name, value) -> types.merge(name, type(value), ExampleFirms::wider)));
        StructType schema = schema(types);
        var table = new ArrayList<@Nullable Object[]>();
        for (Map<String, Object> firm : firms) {
            @Nullable Object[] row = new @Nullable Object[types.size() + 1];
            int i = 1;
            for (String name : types.keySet()) {
                row[i++] = firm.get(name);
            }
            table.add(row);
        }
        MapFunction<Long, Row> row = number -> {
            @Nullable Object[] values = table.get((int) (number % table.size())).clone();
            values[0] = "F" + number;
            return RowFactory.create(values);
        };
        return spark.range(0, rows, 1, partitions).map(row, Encoders.row(schema));
    }

    private static StructType schema(Map<String, DataType> types) {
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField("id", DataTypes.StringType, false));
        types.forEach((name, type) -> fields.add(DataTypes.createStructField(name, type, true)));
        return DataTypes.createStructType(fields);
    }

    private static Map<String, Object> values(FirmFacts facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        facts.values()
                .forEach((fact, years) ->
                        years.forEach((year, held) -> values.put(ColumnNames.of(fact, year), value(held.value()))));
        facts.titles().forEach((title, spans) -> values.put(ColumnNames.title(title), text(spans)));
        facts.answers().forEach((item, yes) -> values.put(ColumnNames.answer(item), yes));
        facts.judgements().forEach((item, points) -> values.put(ColumnNames.judgement(item), points));
        return values;
    }

    private static Object value(FactValue value) {
        return switch (value) {
            case FactValue.Amount amount -> amount.value();
            case FactValue.Day day -> Date.valueOf(day.value());
            case FactValue.Code code -> code.value();
            case FactValue.YesNo yes -> yes.value();
            case FactValue.Codes codes -> codes.values().toArray(String[]::new);
            case FactValue.Words words -> words.value();
        };
    }

    private static String text(List<TitleHeld> spans) {
        return spans.stream()
                .map(span -> {
                    LocalDate to = span.to();
                    return span.from() + "/" + (to == null ? "" : to);
                })
                .collect(Collectors.joining(";"));
    }

    private static DataType type(Object value) {
        return switch (value) {
            case BigDecimal number ->
                DataTypes.createDecimalType(
                        30, Math.max(0, number.stripTrailingZeros().scale()));
            case Boolean yes -> DataTypes.BooleanType;
            case Date day -> DataTypes.DateType;
            case String[] codes -> DataTypes.createArrayType(DataTypes.StringType);
            default -> DataTypes.StringType;
        };
    }

    private static DataType wider(DataType a, DataType b) {
        return a instanceof org.apache.spark.sql.types.DecimalType x
                        && b instanceof org.apache.spark.sql.types.DecimalType y
                        && y.scale() > x.scale()
                ? b
                : a;
    }
}
