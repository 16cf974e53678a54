package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;

/** Turns firms into columns: one for each fact and calendar year, title, answer and judgement that any firm has. */
public final class ColumnBuilder {

    private final int count;
    private final Map<String, BigDecimal[]> figures = new LinkedHashMap<>();
    private final Map<String, String[]> codes = new LinkedHashMap<>();
    private final Map<String, List<Set<String>>> lists = new LinkedHashMap<>();
    private final Map<String, Boolean[]> flags = new LinkedHashMap<>();
    private final Map<String, List<List<TitleHeld>>> titles = new LinkedHashMap<>();

    private ColumnBuilder(int count) {
        this.count = count;
    }

    /**
     * The columns of firms, in their order.
     *
     * @throws IllegalArgumentException if a figure has more digits than a column can hold without loss (about 15)
     */
    public static FirmColumns of(List<Firm> firms) {
        var builder = new ColumnBuilder(firms.size());
        for (int row = 0; row < firms.size(); row++) {
            builder.add(row, firms.get(row).facts());
        }
        return builder.build();
    }

    /** Starts with so many firms of which nothing is known yet. */
    public static ColumnBuilder rows(int count) {
        return new ColumnBuilder(count);
    }

    /** A number, or a day as days since 1970-01-01. */
    public void figure(String name, int row, BigDecimal value) {
        put(figures, new BigDecimal[0], name, row, value);
    }

    public void code(String name, int row, String value) {
        put(codes, new String[0], name, row, value);
    }

    public void codes(String name, int row, Set<String> values) {
        at(lists, name).set(row, values);
    }

    public void flag(String name, int row, boolean value) {
        put(flags, new Boolean[0], name, row, value);
    }

    /** All spans of a title; none says that it is known not to be held. */
    public void titles(String name, int row, List<TitleHeld> spans) {
        at(titles, name).set(row, spans);
    }

    private void add(int row, FirmFacts facts) {
        facts.values()
                .forEach((fact, years) ->
                        years.forEach((year, held) -> value(row, ColumnNames.of(fact, year), held.value())));
        facts.titles().forEach((title, spans) -> titles(ColumnNames.title(title), row, spans));
        facts.answers().forEach((item, yes) -> flag(ColumnNames.answer(item), row, yes));
        facts.judgements().forEach((item, points) -> figure(ColumnNames.judgement(item), row, points));
    }

    private void value(int row, String name, FactValue value) {
        switch (value) {
            case FactValue.Amount(var amount) -> figure(name, row, amount);
            case FactValue.Day(var day) -> figure(name, row, BigDecimal.valueOf(day.toEpochDay()));
            case FactValue.Code(var code) -> code(name, row, code);
            case FactValue.YesNo(boolean yes) -> flag(name, row, yes);
            case FactValue.Codes(var values) -> codes(name, row, values);
            case FactValue.Words words -> {} // shown, never compared
        }
    }

    private <T> void put(Map<String, T[]> columns, T[] empty, String name, int row, T value) {
        columns.computeIfAbsent(name, key -> Arrays.copyOf(empty, count))[row] = value;
    }

    @SuppressWarnings("NullAway") // rows without a value stay null until the column is made
    private <T> List<T> at(Map<String, List<T>> columns, String name) {
        return columns.computeIfAbsent(name, key -> new ArrayList<>(Collections.nCopies(count, null)));
    }

    /** @throws IllegalArgumentException if a figure has more digits than a column can hold without loss (about 15) */
    public FirmColumns build() {
        var columns = new ArrayList<Column>();
        figures.forEach((name, values) -> columns.add(figures(name, values)));
        codes.forEach((name, values) -> columns.add(codes(name, values)));
        lists.forEach((name, values) -> columns.add(lists(name, values)));
        flags.forEach((name, values) -> columns.add(flags(name, values)));
        titles.forEach((name, values) -> columns.add(spans(name, values)));
        return new FirmColumns(count, columns);
    }

    private static Column figures(String name, BigDecimal[] held) {
        int scale = 0;
        for (BigDecimal value : held) {
            scale = value == null
                    ? scale
                    : Math.max(scale, Decimals.plain(value).scale());
        }
        double[] values = new double[Rows.padded(held.length)];
        long[] valid = Rows.bits(held.length);
        double greatest = 0;
        for (int row = 0; row < held.length; row++) {
            if (held[row] != null) {
                Rows.set(valid, row);
                values[row] = whole(name, held[row], scale);
                greatest = Math.max(greatest, Math.abs(values[row]));
            }
        }
        return new Column.Figures(name, scale, values, valid, greatest);
    }

    private static double whole(String name, BigDecimal value, int scale) {
        double whole = Decimals.scaled(value, scale).doubleValue();
        if (Math.abs(whole) > Decimals.EXACT) {
            throw new IllegalArgumentException(
                    "column " + name + " cannot hold " + value.toPlainString() + " with " + scale + " decimals");
        }
        return whole;
    }

    private static Column codes(String name, String[] held) {
        var dictionary = new LinkedHashMap<String, Integer>();
        int[] values = new int[Rows.padded(held.length)];
        long[] valid = Rows.bits(held.length);
        for (int row = 0; row < held.length; row++) {
            if (held[row] != null) {
                Rows.set(valid, row);
                values[row] = place(dictionary, held[row]);
            }
        }
        return new Column.Codes(name, List.copyOf(dictionary.keySet()), values, valid);
    }

    private static Column lists(String name, List<Set<String>> held) {
        var dictionary = new LinkedHashMap<String, Integer>();
        var values = IntStream.builder();
        int[] ends = new int[Rows.padded(held.size())];
        long[] valid = Rows.bits(held.size());
        int end = 0;
        for (int row = 0; row < held.size(); row++) {
            if (held.get(row) != null) {
                Rows.set(valid, row);
                held.get(row).forEach(code -> values.add(place(dictionary, code)));
                end += held.get(row).size();
            }
            ends[row] = end;
        }
        Arrays.fill(ends, held.size(), ends.length, end);
        return new Column.Lists(
                name, List.copyOf(dictionary.keySet()), ends, values.build().toArray(), valid);
    }

    private static Column spans(String name, List<List<TitleHeld>> held) {
        var from = IntStream.builder();
        var to = IntStream.builder();
        int[] ends = new int[Rows.padded(held.size())];
        long[] valid = Rows.bits(held.size());
        int end = 0;
        for (int row = 0; row < held.size(); row++) {
            if (held.get(row) != null) {
                Rows.set(valid, row);
                for (TitleHeld title : held.get(row)) {
                    LocalDate last = title.to();
                    from.add((int) title.from().toEpochDay());
                    to.add(last == null ? Integer.MAX_VALUE : (int) last.toEpochDay());
                }
                end += held.get(row).size();
            }
            ends[row] = end;
        }
        Arrays.fill(ends, held.size(), ends.length, end);
        return new Column.Spans(name, ends, from.build().toArray(), to.build().toArray(), valid);
    }

    private static int place(Map<String, Integer> dictionary, String word) {
        return dictionary.computeIfAbsent(word, key -> dictionary.size());
    }

    private static Column flags(String name, Boolean[] held) {
        long[] values = Rows.bits(held.length);
        long[] valid = Rows.bits(held.length);
        for (int row = 0; row < held.length; row++) {
            if (held[row] != null) {
                Rows.set(valid, row);
                if (held[row]) {
                    Rows.set(values, row);
                }
            }
        }
        return new Column.Flags(name, values, valid);
    }
}
