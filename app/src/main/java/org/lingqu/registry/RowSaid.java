package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.FirmFacts;

/** What a row of a list says, place by place of its list's {@link Shape}; made into a {@link Said} only where one is needed. */
final class RowSaid {

    private final Columns columns;
    private final ReadRow row;

    RowSaid(Columns columns, ReadRow row) {
        this.columns = columns;
        this.row = row;
    }

    /** How the columns of a list belong to the places of its shape; worked out once a list. */
    static final class Columns {

        private final Shape shape;
        /** The column that fills a place; -1 where the cells of a title do. */
        private final int[] columnOf;

        private final Map<Shape.Slot, Integer> places;

        Columns(List<ColumnMeaning> meanings) {
            shape = Shape.of(meanings);
            places = shape.places();
            columnOf = new int[shape.slots().size()];
            for (int column = meanings.size() - 1; column >= 0; column--) {
                Shape.Slot slot = Shape.slot(meanings.get(column));
                if (slot != null) {
                    columnOf[places.getOrDefault(slot, -1)] = slot instanceof Shape.Slot.Title ? -1 : column;
                }
            }
        }

        Shape shape() {
            return shape;
        }

        /** Where the value of a fact and year stands; -1 where the list has no such column. */
        int place(FactYear key) {
            return places.getOrDefault(new Shape.Slot.Value(key), -1);
        }
    }

    ReadRow row() {
        return row;
    }

    /** How many things it says beside who the firm is. */
    int size() {
        int size = row.titles().size();
        for (FactValue value : row.values()) {
            size += value == null ? 0 : 1;
        }
        return size;
    }

    /** A remark on one of its values. */
    CellProblem problem(FactYear key, Plausibility.Doubt doubt) {
        int place = columns.place(key);
        FactValue value = value(place);
        return new CellProblem(
                row.row(),
                place < 0 ? 0 : Math.max(0, columns.columnOf[place]),
                key.toString(),
                doubt.code(),
                value == null ? "" : FactWords.of(value),
                doubt.advice());
    }

    /** How many values of facts it says. */
    int values() {
        int values = 0;
        for (int place = 0; place < columns.columnOf.length; place++) {
            values += columns.shape.slots().get(place) instanceof Shape.Slot.Value && value(place) != null ? 1 : 0;
        }
        return values;
    }

    /** What stands in a place; null for nothing, for a title and for -1. */
    @Nullable FactValue value(int place) {
        int column = place < 0 ? -1 : columns.columnOf[place];
        return column < 0 ? null : row.values()[column];
    }

    /** What stands where in its text. */
    Shape shape() {
        return columns.shape;
    }

    /** As it is kept, see {@link ShapedText}; null where it has to be kept otherwise. */
    @Nullable String text() {
        var out = new ShapedText.Writer(row.name(), row.code());
        List<Shape.Slot> slots = columns.shape.slots();
        for (int place = 0; place < slots.size(); place++) {
            if (columns.columnOf[place] < 0 && slots.get(place) instanceof Shape.Slot.Title(String title)) {
                List<TitleSpan> spans = row.titles().get(title);
                if (spans == null) {
                    out.nothing();
                } else {
                    out.spans(spans);
                }
                continue;
            }
            FactValue value = value(place);
            if (value == null) {
                out.nothing();
            } else {
                out.value(value);
            }
        }
        return out.text();
    }

    /** All of it. */
    Said said() {
        var values = new TreeMap<FactYear, FactValue>();
        var answers = new TreeMap<String, Boolean>();
        var points = new TreeMap<String, BigDecimal>();
        List<Shape.Slot> slots = columns.shape.slots();
        for (int place = 0; place < slots.size(); place++) {
            FactValue value = value(place);
            if (value != null) {
                switch (slots.get(place)) {
                    case Shape.Slot.Value(FactYear key) -> values.put(key, value);
                    case Shape.Slot.Answer(String item) -> answers.put(item, yes(value));
                    case Shape.Slot.Points(String item) -> points.put(item, number(value));
                    case Shape.Slot.Title ignored -> {}
                }
            }
        }
        return Said.of(row.name(), row.code(), values, row.titles(), answers, points);
    }

    /** Some of its facts, for what is worked out of few. */
    FirmFacts facts(Map<FactYear, Integer> placed) {
        var facts = FirmFacts.builder();
        placed.forEach((key, place) -> {
            FactValue value = value(place);
            if (value != null) {
                facts.put(key.fact(), key.year(), value, "list");
            }
        });
        return facts.build();
    }

    static boolean yes(FactValue value) {
        return value instanceof FactValue.YesNo(boolean yes) && yes;
    }

    static BigDecimal number(FactValue value) {
        if (value instanceof FactValue.Amount(BigDecimal number)) {
            return number;
        }
        throw new IllegalArgumentException("no amount: " + value);
    }
}
