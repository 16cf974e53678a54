package org.lingqu.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.ColumnValues.Codes;
import org.lingqu.registry.ColumnValues.Figures;
import org.lingqu.registry.ColumnValues.Flags;
import org.lingqu.registry.ColumnValues.Lists;
import org.lingqu.registry.ColumnValues.Spans;

/**
 * Puts what is held about some thousand enterprises into columns. What a list said alone goes from its text into the columns without a
 * file being made of it; of a million enterprises most were never spoken of twice.
 */
final class FactColumns {

    private final int capacity;
    private final Map<String, Figures> figures = new LinkedHashMap<>();
    private final Map<String, Codes> codes = new LinkedHashMap<>();
    private final Map<String, Lists> lists = new LinkedHashMap<>();
    private final Map<String, Flags> flags = new LinkedHashMap<>();
    private final Map<String, Spans> spans = new LinkedHashMap<>();
    private final IdentityHashMap<Shape, Place[]> places = new IdentityHashMap<>();
    private final long[] ids;
    private final double[] revenue;
    private int count;

    /** @param capacity how many enterprises there may be */
    FactColumns(int capacity) {
        this.capacity = capacity;
        this.ids = new long[capacity];
        this.revenue = new double[capacity];
    }

    int count() {
        return count;
    }

    /** Adds an enterprise by its file. */
    void add(long id, FirmFile file) {
        begin(id);
        Double most = new Summary(file).revenue();
        revenue[count - 1] = most == null ? 0 : most;
        file.holdings()
                .values()
                .forEach(
                        held -> value(ColumnNames.of(held.of().fact(), held.of().year()), held.value()));
        file.titles().forEach((title, held) -> spans(ColumnNames.title(title)).set(count - 1, held));
        file.answers().forEach((item, yes) -> flags(ColumnNames.answer(item)).set(count - 1, yes));
        file.points()
                .forEach((item, given) -> figures(ColumnNames.judgement(item)).set(count - 1, given));
    }

    private void begin(long id) {
        ids[count++] = id;
    }

    private void value(String name, FactValue value) {
        switch (value) {
            case FactValue.Amount(BigDecimal number) -> figures(name).set(count - 1, number);
            case FactValue.Day(LocalDate day) -> figures(name).set(count - 1, day.toEpochDay(), 0);
            case FactValue.Code(String code) -> codes(name).set(count - 1, code);
            case FactValue.YesNo(boolean yes) -> flags(name).set(count - 1, yes);
            case FactValue.Codes(Set<String> several) -> lists(name).set(count - 1, several);
            case FactValue.Words ignored -> {} // shown, never compared
        }
    }

    /** Where the places of a shape go; the columns are found once. */
    private static final class Place {

        private final String name;
        private final int revenueYear; // of a figure that lists show as revenue, else 0
        private final int revenueRank;
        private final Once<Figures> figures = new Once<>();
        private final Once<Codes> codes = new Once<>();
        private final Once<Flags> flags = new Once<>();
        private final Once<Spans> spans = new Once<>();

        Place(Shape.Slot slot) {
            name = switch (slot) {
                case Shape.Slot.Value(FactYear key) -> ColumnNames.of(key.fact(), key.year());
                case Shape.Slot.Title(String title) -> ColumnNames.title(title);
                case Shape.Slot.Answer(String item) -> ColumnNames.answer(item);
                case Shape.Slot.Points(String item) -> ColumnNames.judgement(item);
            };
            FactYear key = slot instanceof Shape.Slot.Value(FactYear known) ? known : null;
            revenueYear = key != null && Summary.isFigure(key.fact()) ? key.year() : 0;
            revenueRank = key == null ? -1 : Summary.revenueRank(key.fact());
        }
    }

    /**
     * Adds an enterprise of which a row of a list is all that was said.
     *
     * @param source whose list it is; a title that only the firm claims is left out, see {@link TitlesSaid}
     */
    void add(long id, Shape shape, String text, Supplier source) {
        begin(id);
        Place[] known = places.computeIfAbsent(
                shape, each -> each.slots().stream().map(Place::new).toArray(Place[]::new));
        var most = new Newest();
        ShapedText.each(text, (place, all, from, to) -> {
            Place target = known[place];
            char kind = all.charAt(from);
            switch (kind) {
                case 'y', 'n' -> flags(target).set(count - 1, kind == 'y');
                case 'c' -> codes(target).set(count - 1, all.substring(from + 1, to));
                case 'd' -> figures(target).set(count - 1, day(all, from + 1, to), 0);
                case 'l' -> value(target.name, ShapedText.value(all, from, to));
                case 's' -> {
                    List<TitleSpan> held = ShapedText.spans(all.substring(from + 1, to));
                    if (!TitlesSaid.isClaim(source, held)) {
                        spans(target).set(count - 1, held);
                    }
                }
                case 'w' -> {}
                default -> {
                    Figures column = figures(target);
                    column.set(count - 1, all, from, to);
                    most.see(target, column);
                }
            }
        });
        revenue[count - 1] = most.revenue();
    }

    /** The revenue of the newest year for which any of the figures that lists show is held; see {@link Summary}. */
    private final class Newest {

        private int year;
        private int rank;
        private double value;

        void see(Place place, Figures column) {
            if (place.revenueYear == 0 || place.revenueYear < year) {
                return;
            }
            if (place.revenueYear > year) {
                year = place.revenueYear;
                rank = Integer.MAX_VALUE;
                value = 0;
            }
            if (place.revenueRank >= 0 && place.revenueRank < rank) {
                rank = place.revenueRank;
                value = column.number(count - 1);
            }
        }

        double revenue() {
            return value;
        }
    }

    private static long day(String text, int from, int to) {
        return LocalDate.parse(text.substring(from, to)).toEpochDay();
    }

    /** A column that is looked up once. */
    private static final class Once<T> {

        private @Nullable T found;

        T of(String name, Function<String, T> find) {
            T known = found;
            if (known == null) {
                known = find.apply(name);
                found = known;
            }
            return known;
        }
    }

    private Figures figures(Place place) {
        return place.figures.of(place.name, this::figures);
    }

    private Codes codes(Place place) {
        return place.codes.of(place.name, this::codes);
    }

    private Flags flags(Place place) {
        return place.flags.of(place.name, this::flags);
    }

    private Spans spans(Place place) {
        return place.spans.of(place.name, this::spans);
    }

    private Figures figures(String name) {
        return figures.computeIfAbsent(name, each -> new Figures(capacity));
    }

    private Codes codes(String name) {
        return codes.computeIfAbsent(name, each -> new Codes(capacity));
    }

    private Lists lists(String name) {
        return lists.computeIfAbsent(name, each -> new Lists());
    }

    private Flags flags(String name) {
        return flags.computeIfAbsent(name, each -> new Flags(capacity));
    }

    private Spans spans(String name) {
        return spans.computeIfAbsent(name, each -> new Spans());
    }

    /** What came together; it is not written to again. */
    ColumnPart part() {
        var columns = new ArrayList<Column>();
        add(figures, columns);
        add(codes, columns);
        add(lists, columns);
        add(flags, columns);
        add(spans, columns);
        return new ColumnPart(
                Arrays.copyOf(ids, count), Arrays.copyOf(revenue, count), new FirmColumns(count, columns));
    }

    private void add(Map<String, ? extends ColumnValues> values, List<Column> to) {
        values.forEach((name, each) -> {
            if (each.isAny) {
                to.add(each.column(name, count));
            }
        });
    }

    /** Begins again, with the same room. */
    void clear() {
        clear(figures);
        clear(codes);
        clear(lists);
        clear(flags);
        clear(spans);
        count = 0;
    }

    private void clear(Map<String, ? extends ColumnValues> values) {
        values.values().stream().filter(each -> each.isAny).forEach(each -> {
            each.clear(count);
            each.isAny = false;
        });
    }
}
