package org.lingqu.engine.policy.column;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What is known about all firms of a region, column by column. Immutable by agreement: nobody writes to the arrays. */
public final class FirmColumns implements FirmSource {

    private final int count;
    private final SequencedMap<String, Column> columns = new LinkedHashMap<>();

    /**
     * @param count how many firms; every column has values for at least so many rows, rounded up to batches of 1,024
     * @throws IllegalArgumentException if two columns share a name or one is too short
     */
    public FirmColumns(int count, Collection<? extends Column> columns) {
        this.count = count;
        for (Column column : columns) {
            if (column.valid().length * 64 < Rows.padded(count)) {
                throw new IllegalArgumentException("column " + column.name() + " is not padded to whole batches");
            }
            if (this.columns.put(column.name(), column) != null) {
                throw new IllegalArgumentException("two columns are called " + column.name());
            }
        }
    }

    @Override
    public int count() {
        return count;
    }

    public Collection<Column> all() {
        return columns.sequencedValues();
    }

    /** @throws IllegalArgumentException if there is no such column; a plan is made for columns that exist */
    public Column column(String name) {
        Column found = columns.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no column is called " + name);
        }
        return found;
    }

    Column.Figures figures(String name) {
        return (Column.Figures) column(name);
    }

    Column.Codes codes(String name) {
        return (Column.Codes) column(name);
    }

    Column.Lists lists(String name) {
        return (Column.Lists) column(name);
    }

    Column.Spans spans(String name) {
        return (Column.Spans) column(name);
    }

    Column.Flags flags(String name) {
        return (Column.Flags) column(name);
    }

    @Override
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    @Override
    public SequencedMap<String, ColumnShape> shapes() {
        var shapes = new LinkedHashMap<String, ColumnShape>();
        columns.forEach((name, column) -> shapes.put(name, ColumnShape.of(column)));
        return shapes;
    }

    @Override
    public Load load(Column into) {
        return ColumnCopy.of(column(into.name()), into);
    }

    /** Everything can be seen at once. */
    @Override
    public Window window(Collection<String> wanted) {
        return new Window() {
            @Override
            public FirmColumns columns() {
                return FirmColumns.this;
            }

            @Override
            public int moveTo(int first) {
                return first;
            }
        };
    }
}
