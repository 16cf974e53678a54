package org.lingqu.engine.policy.column;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * A column without its values.
 *
 * @param scale decimal places of figures, else 0
 * @param greatest no stored figure is larger in size; 0 for other kinds
 * @param dictionary words of codes and lists, else empty
 * @param most of lists and spans: no batch of {@link Rows#BATCH} firms has more entries; 0 for other kinds
 */
public record ColumnShape(String name, ColumnKind kind, int scale, double greatest, List<String> dictionary, int most) {

    public ColumnShape {
        dictionary = List.copyOf(dictionary);
    }

    /** The shape of a column that is there. */
    public static ColumnShape of(Column column) {
        return switch (column) {
            case Column.Figures it -> shape(column, it.scale(), it.greatest(), List.of(), 0);
            case Column.Codes it -> shape(column, 0, 0, it.dictionary(), 0);
            case Column.Lists it -> shape(column, 0, 0, it.dictionary(), most(it.ends()));
            case Column.Spans it -> shape(column, 0, 0, List.of(), most(it.ends()));
            case Column.Flags it -> shape(column, 0, 0, List.of(), 0);
        };
    }

    private static ColumnShape shape(Column column, int scale, double greatest, List<String> dictionary, int most) {
        return new ColumnShape(column.name(), ColumnKind.of(column), scale, greatest, dictionary, most);
    }

    private static int most(int[] ends) {
        int most = 0;
        for (int last = Rows.BATCH - 1; last < ends.length; last += Rows.BATCH) {
            most = Math.max(most, ends[last] - (last < Rows.BATCH ? 0 : ends[last - Rows.BATCH]));
        }
        return most;
    }

    /**
     * What holds the values of both. Where the decimals of one and the size of the other do not go together into integers that doubles
     * hold exactly (15 digits), decimals beyond are rounded off, rather than that nobody is decided.
     *
     * @throws IllegalArgumentException if they are of different kinds
     */
    public ColumnShape joined(ColumnShape other) {
        if (kind != other.kind) {
            throw new IllegalArgumentException("column " + name + " is not everywhere of the same kind");
        }
        int common = Math.max(scale, other.scale);
        while (common > 0 && Math.max(greatest(common), other.greatest(common)) > Decimals.EXACT) {
            common--;
        }
        List<String> words = dictionary;
        if (!words.containsAll(other.dictionary)) {
            var all = new LinkedHashSet<>(dictionary);
            all.addAll(other.dictionary);
            words = List.copyOf(all);
        }
        return new ColumnShape(
                name,
                kind,
                common,
                Math.max(greatest(common), other.greatest(common)),
                words,
                Math.max(most, other.most));
    }

    private double greatest(int places) {
        return Math.ceil(ColumnCopy.rescaled(greatest, places - scale));
    }

    /** A column of one batch, to be loaded into. */
    Column batch() {
        long[] valid = new long[Rows.WORDS];
        return switch (kind) {
            case FIGURES -> new Column.Figures(name, scale, new double[Rows.BATCH], valid, greatest);
            case CODES -> new Column.Codes(name, dictionary, new int[Rows.BATCH], valid);
            case LISTS -> new Column.Lists(name, dictionary, new int[Rows.BATCH], new int[most], valid);
            case SPANS -> new Column.Spans(name, new int[Rows.BATCH], new int[most], new int[most], valid);
            case FLAGS -> new Column.Flags(name, new long[Rows.WORDS], valid);
        };
    }
}
