package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Some rows of several {@link FirmColumns}, one below the other, so that what asks for all firms at once can be asked of them. */
public final class JoinedColumns {

    private final List<Part> parts;
    private final int count;

    private JoinedColumns(List<Part> parts) {
        this.parts = parts;
        this.count = parts.stream().mapToInt(part -> part.rows().length).sum();
    }

    /** @param rows which of its firms are wanted, in the order they shall have */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Part(FirmColumns columns, int[] rows) {}

    /**
     * Joins them. A fact of which a part has no column is not known of its firms.
     *
     * @throws IllegalArgumentException if one name stands for columns of different kinds
     */
    public static FirmColumns of(List<Part> parts) {
        var joined = new JoinedColumns(List.copyOf(parts));
        var names = new LinkedHashSet<String>();
        parts.forEach(part -> part.columns().all().forEach(column -> names.add(column.name())));
        var columns = new ArrayList<Column>();
        names.forEach(name -> columns.add(joined.column(name)));
        return new FirmColumns(joined.count, columns);
    }

    private Column column(String name) {
        Column first = parts.stream()
                .filter(part -> part.columns().has(name))
                .findFirst()
                .orElseThrow()
                .columns()
                .column(name);
        return switch (first) {
            case Column.Figures ignored -> figures(name);
            case Column.Codes ignored -> codes(name);
            case Column.Lists ignored -> lists(name);
            case Column.Spans ignored -> spans(name);
            case Column.Flags ignored -> flags(name);
        };
    }

    private interface Use<C> {
        void row(C column, int from, int to);
    }

    /** Every row that has a value, in the order of the result. */
    private <C extends Column> void each(String name, Class<C> kind, long[] valid, Use<C> use) {
        int to = 0;
        for (Part part : parts) {
            if (part.columns().has(name)) {
                C column = cast(part.columns().column(name), kind);
                for (int from : part.rows()) {
                    if (Rows.get(column.valid(), from)) {
                        Rows.set(valid, to);
                        use.row(column, from, to);
                    }
                    to++;
                }
            } else {
                to += part.rows().length;
            }
        }
    }

    private static <C extends Column> C cast(Column column, Class<C> kind) {
        if (!kind.isInstance(column)) {
            throw new IllegalArgumentException("column " + column.name() + " is not everywhere of the same kind");
        }
        return kind.cast(column);
    }

    private Column figures(String name) {
        int scale = parts.stream()
                .filter(part -> part.columns().has(name))
                .map(part -> ColumnShape.of(part.columns().column(name)))
                .reduce(ColumnShape::joined)
                .orElseThrow()
                .scale();
        double[] values = new double[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        double[] greatest = new double[1];
        each(name, Column.Figures.class, valid, (column, from, to) -> {
            double value = ColumnCopy.rescaled(column.values()[from], scale - column.scale());
            values[to] = value;
            greatest[0] = Math.max(greatest[0], Math.abs(value));
        });
        return new Column.Figures(name, scale, values, valid, greatest[0]);
    }

    private Column codes(String name) {
        var dictionary = new LinkedHashMap<String, Integer>();
        int[] values = new int[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        each(
                name,
                Column.Codes.class,
                valid,
                (column, from, to) ->
                        values[to] = place(dictionary, column.dictionary().get(column.values()[from])));
        return new Column.Codes(name, List.copyOf(dictionary.keySet()), values, valid);
    }

    private static int place(Map<String, Integer> dictionary, String word) {
        return dictionary.computeIfAbsent(word, key -> dictionary.size());
    }

    private Column lists(String name) {
        var dictionary = new LinkedHashMap<String, Integer>();
        var values = IntStream.builder();
        int[] lengths = new int[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        each(name, Column.Lists.class, valid, (column, from, to) -> {
            for (int i = column.begin(from); i < column.ends()[from]; i++) {
                values.add(place(dictionary, column.dictionary().get(column.values()[i])));
                lengths[to]++;
            }
        });
        Arrays.parallelPrefix(lengths, Integer::sum);
        return new Column.Lists(
                name, List.copyOf(dictionary.keySet()), lengths, values.build().toArray(), valid);
    }

    private Column spans(String name) {
        var first = IntStream.builder();
        var last = IntStream.builder();
        int[] lengths = new int[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        each(name, Column.Spans.class, valid, (column, from, to) -> {
            for (int i = column.begin(from); i < column.ends()[from]; i++) {
                first.add(column.from()[i]);
                last.add(column.to()[i]);
                lengths[to]++;
            }
        });
        Arrays.parallelPrefix(lengths, Integer::sum);
        return new Column.Spans(
                name, lengths, first.build().toArray(), last.build().toArray(), valid);
    }

    private Column flags(String name) {
        long[] values = Rows.bits(count);
        long[] valid = Rows.bits(count);
        each(name, Column.Flags.class, valid, (column, from, to) -> {
            if (Rows.get(column.values(), from)) {
                Rows.set(values, to);
            }
        });
        return new Column.Flags(name, values, valid);
    }
}
