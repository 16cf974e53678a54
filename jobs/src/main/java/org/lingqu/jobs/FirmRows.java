package org.lingqu.jobs;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.fact.TitleHeld;

/** Rows of a data set as the engine's columns; names and types as {@code ParquetFirms} has them. */
final class FirmRows implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final List<String> IDS = List.of("id", "统一社会信用代码", "信用代码");

    private final int id;
    private final LinkedHashMap<Integer, Kind> kinds;
    private final StructType schema;

    private enum Kind {
        TITLES,
        CODES,
        FLAG,
        DAY,
        CODE,
        NUMBER
    }

    private FirmRows(int id, Map<Integer, Kind> kinds, StructType schema) {
        this.id = id;
        this.kinds = new LinkedHashMap<>(kinds);
        this.schema = schema;
    }

    /**
     * What the columns of a data set are.
     *
     * @param left gets every column that is not taken, with the reason
     * @throws IllegalArgumentException if no column names the firms: rows of a data set have no order to be known by
     */
    static FirmRows of(StructType schema, List<String> left) {
        int id = -1;
        var kinds = new LinkedHashMap<Integer, Kind>();
        StructField[] fields = schema.fields();
        for (int i = 0; i < fields.length; i++) {
            Kind kind = kind(fields[i]);
            if (IDS.contains(fields[i].name())) {
                id = i;
            } else if (kind == null) {
                left.add(fields[i].name() + ": " + fields[i].dataType().simpleString() + " is no type of a fact");
            } else {
                kinds.put(i, kind);
            }
        }
        if (id < 0) {
            throw new IllegalArgumentException("no column is called " + String.join(", ", IDS));
        }
        return new FirmRows(id, kinds, schema);
    }

    private static @org.jspecify.annotations.Nullable Kind kind(StructField field) {
        DataType type = field.dataType();
        if (field.name().startsWith(ColumnNames.title(""))) {
            return type.equals(DataTypes.StringType) ? Kind.TITLES : null;
        }
        if (type.equals(DataTypes.createArrayType(DataTypes.StringType))
                || type.equals(DataTypes.createArrayType(DataTypes.StringType, false))) {
            return Kind.CODES;
        }
        if (type.equals(DataTypes.BooleanType)) {
            return Kind.FLAG;
        }
        if (type.equals(DataTypes.DateType)) {
            return Kind.DAY;
        }
        if (type.equals(DataTypes.StringType)) {
            return Kind.CODE;
        }
        boolean number = type instanceof DecimalType
                || type.equals(DataTypes.ByteType)
                || type.equals(DataTypes.ShortType)
                || type.equals(DataTypes.IntegerType)
                || type.equals(DataTypes.LongType)
                || type.equals(DataTypes.FloatType)
                || type.equals(DataTypes.DoubleType);
        return number ? Kind.NUMBER : null;
    }

    String id(Row row) {
        Object value = row.get(id);
        return value == null ? "" : value.toString();
    }

    FirmColumns columns(List<Row> rows) {
        var columns = ColumnBuilder.rows(rows.size());
        kinds.forEach((index, kind) -> {
            String name = schema.fields()[index].name();
            for (int row = 0; row < rows.size(); row++) {
                if (!rows.get(row).isNullAt(index)) {
                    add(columns, name, row, kind, rows.get(row), index);
                }
            }
        });
        return columns.build();
    }

    private static void add(ColumnBuilder columns, String name, int at, Kind kind, Row row, int index) {
        switch (kind) {
            case TITLES -> columns.titles(name, at, titles(name, row.getString(index)));
            case CODES -> columns.codes(name, at, new TreeSet<>(row.<String>getList(index)));
            case FLAG -> columns.flag(name, at, row.getBoolean(index));
            case DAY ->
                columns.figure(name, at, BigDecimal.valueOf(day(row.get(index)).toEpochDay()));
            case CODE -> columns.code(name, at, row.getString(index));
            case NUMBER -> columns.figure(name, at, number(row.get(index)));
        }
    }

    private static LocalDate day(Object value) {
        return value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate();
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    private static List<TitleHeld> titles(String name, String text) {
        List<TitleHeld> titles = new ArrayList<>();
        for (String span : text.split(";", -1)) {
            if (!span.isBlank()) {
                int stroke = span.indexOf('/');
                String from = span.substring(0, Math.max(stroke, 0)).strip();
                String to = span.substring(stroke + 1).strip();
                titles.add(new TitleHeld(
                        name,
                        from.isEmpty() ? LocalDate.of(1, 1, 1) : LocalDate.parse(from),
                        to.isEmpty() ? null : LocalDate.parse(to),
                        name));
            }
        }
        return titles;
    }

    /** Number columns that are not decimals: engines on one machine take them only with six decimals at most. */
    Map<Integer, String> doubles() {
        Map<Integer, String> doubles = new LinkedHashMap<>();
        kinds.forEach((index, kind) -> {
            DataType type = schema.fields()[index].dataType();
            if (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType)) {
                doubles.put(index, schema.fields()[index].name());
            }
        });
        return doubles;
    }

    /** Without a column. */
    FirmRows without(int index) {
        var fewer = new LinkedHashMap<>(kinds);
        fewer.remove(index);
        return new FirmRows(id, fewer, schema);
    }
}
