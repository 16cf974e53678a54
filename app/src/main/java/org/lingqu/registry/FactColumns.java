package org.lingqu.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Rows;
import org.lingqu.engine.policy.fact.FactValue;

/**
 * Puts what is held about some thousand enterprises into columns. What a list said alone goes from its text into the columns without a
 * file being made of it; of a million enterprises most were never spoken of twice.
 */
final class FactColumns {

    /** All integers up to here are doubles. */
    private static final double EXACT = 0x1p53;

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
        file.titles().forEach((title, held) -> spans(ColumnNames.title(title)).set(held));
        file.answers().forEach((item, yes) -> flags(ColumnNames.answer(item)).set(yes));
        file.points()
                .forEach((item, given) -> figures(ColumnNames.judgement(item)).set(given));
    }

    private void begin(long id) {
        ids[count++] = id;
    }

    private void value(String name, FactValue value) {
        switch (value) {
            case FactValue.Amount(BigDecimal number) -> figures(name).set(number);
            case FactValue.Day(LocalDate day) -> figures(name).set(day.toEpochDay(), 0);
            case FactValue.Code(String code) -> codes(name).set(code);
            case FactValue.YesNo(boolean yes) -> flags(name).set(yes);
            case FactValue.Codes(Set<String> several) -> lists(name).set(several);
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

    /** Adds an enterprise of which a row of a list is all that was said. */
    void add(long id, Shape shape, String text) {
        begin(id);
        Place[] known = places.computeIfAbsent(
                shape, each -> each.slots().stream().map(Place::new).toArray(Place[]::new));
        var most = new Newest();
        ShapedText.each(text, (place, all, from, to) -> {
            Place target = known[place];
            char kind = all.charAt(from);
            switch (kind) {
                case 'y', 'n' -> flags(target).set(kind == 'y');
                case 'c' -> codes(target).set(all.substring(from + 1, to));
                case 'd' -> figures(target).set(day(all, from + 1, to), 0);
                case 'l' -> value(target.name, ShapedText.value(all, from, to));
                case 's' -> spans(target).set(ShapedText.spans(all.substring(from + 1, to)));
                case 'w' -> {}
                default -> {
                    Figures column = figures(target);
                    column.set(all, from, to);
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
        return figures.computeIfAbsent(name, each -> new Figures());
    }

    private Codes codes(String name) {
        return codes.computeIfAbsent(name, each -> new Codes());
    }

    private Lists lists(String name) {
        return lists.computeIfAbsent(name, each -> new Lists());
    }

    private Flags flags(String name) {
        return flags.computeIfAbsent(name, each -> new Flags());
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

    private static void add(Map<String, ? extends Values> values, List<Column> to) {
        values.forEach((name, each) -> {
            if (each.isAny) {
                to.add(each.column(name));
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

    private static void clear(Map<String, ? extends Values> values) {
        values.values().stream().filter(each -> each.isAny).forEach(each -> {
            each.clear();
            each.isAny = false;
        });
    }

    /** What becomes a column. */
    private abstract static class Values {

        /** Whether there is a value. */
        boolean isAny;

        abstract Column column(String name);

        abstract void clear();
    }

    /** Decimals as digits with a scale of their own, until the scale that fits all is known. */
    private final class Figures extends Values {

        private final long[] digits = new long[capacity];
        private final byte[] scales = new byte[capacity];
        private final long[] valid = Rows.bits(capacity);
        private int most;

        void set(long number, int scale) {
            long plain = number;
            int places = scale;
            while (places > 0 && plain % 10 == 0) {
                plain /= 10;
                places--;
            }
            digits[count - 1] = plain;
            scales[count - 1] = (byte) places;
            most = Math.max(most, places);
            Rows.set(valid, count - 1);
            isAny = true;
        }

        void set(BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            int scale = Math.clamp(plain.scale(), 0, 18);
            BigDecimal held = plain.setScale(scale, RoundingMode.HALF_EVEN);
            while (held.precision() > 18 && scale > 0) {
                held = held.setScale(--scale, RoundingMode.HALF_EVEN);
            }
            set(held.precision() > 18 ? clamped(held) : held.unscaledValue().longValueExact(), scale);
        }

        /** Nothing a list or a form takes is so large; something older may be. */
        private static long clamped(BigDecimal huge) {
            return huge.signum() < 0 ? -999_999_999_999_999_999L : 999_999_999_999_999_999L;
        }

        void set(String text, int from, int to) {
            if (to - from > 18) {
                set(new BigDecimal(text.substring(from, to)));
                return;
            }
            long number = 0;
            int point = -1;
            boolean negative = text.charAt(from) == '-';
            for (int i = negative ? from + 1 : from; i < to; i++) {
                char c = text.charAt(i);
                if (c == '.') {
                    point = i;
                } else {
                    number = number * 10 + (c - '0');
                }
            }
            set(negative ? -number : number, point < 0 ? 0 : to - 1 - point);
        }

        @Override
        void clear() {
            Arrays.fill(digits, 0, count, 0);
            Arrays.fill(scales, 0, count, (byte) 0);
            Arrays.fill(valid, 0);
            most = 0;
        }

        double number(int row) {
            return digits[row] / Math.pow(10, scales[row]);
        }

        /**
         * With as many decimals as any figure has. Where the largest could then not be held exactly (15 digits), decimals beyond are
         * rounded off, rather than that nobody is decided.
         */
        @Override
        Column column(String name) {
            int scale = most;
            double greatest = greatest(scale);
            while (scale > 0 && greatest > EXACT) {
                scale--;
                greatest = greatest(scale);
            }
            var values = new double[Rows.padded(count)];
            for (int row = 0; row < count; row++) {
                if (Rows.get(valid, row)) {
                    values[row] = scaled(row, scale);
                }
            }
            return new Column.Figures(name, scale, values, bits(valid), greatest);
        }

        private double greatest(int scale) {
            double greatest = 0;
            for (int row = 0; row < count; row++) {
                greatest = Math.max(greatest, Math.abs(scaled(row, scale)));
            }
            return greatest;
        }

        private double scaled(int row, int scale) {
            int up = scale - scales[row];
            if (up == 0) {
                return digits[row];
            }
            return up > 0
                    ? digits[row]
                            * POWERS[up] // exact: both are integers, and the product is held or the scale goes down
                    : Math.rint(digits[row] / POWERS[-up]);
        }
    }

    private static final double[] POWERS = powers();

    private static double[] powers() {
        var powers = new double[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** Bits of as many rows as there are now; those beyond were never set. */
    private long[] bits(long[] of) {
        return Arrays.copyOf(of, Rows.padded(count) / 64);
    }

    private final class Codes extends Values {

        private final Map<String, Integer> dictionary = new LinkedHashMap<>();
        private final int[] values = new int[capacity];
        private final long[] valid = Rows.bits(capacity);

        void set(String code) {
            Integer known = dictionary.get(code);
            if (known == null) {
                known = dictionary.size();
                dictionary.put(code, known);
            }
            values[count - 1] = known;
            Rows.set(valid, count - 1);
            isAny = true;
        }

        @Override
        void clear() {
            dictionary.clear();
            Arrays.fill(values, 0, count, 0);
            Arrays.fill(valid, 0);
        }

        @Override
        Column column(String name) {
            return new Column.Codes(
                    name,
                    List.copyOf(dictionary.keySet()),
                    Arrays.copyOf(Arrays.copyOf(values, count), Rows.padded(count)),
                    bits(valid));
        }
    }

    private final class Lists extends Values {

        private final Map<Integer, Set<String>> values = new TreeMap<>();

        void set(Set<String> several) {
            values.put(count - 1, several);
            isAny = true;
        }

        @Override
        void clear() {
            values.clear();
        }

        @Override
        Column column(String name) {
            var dictionary = new LinkedHashMap<String, Integer>();
            var all = new ArrayList<Integer>();
            var ends = new int[Rows.padded(count)];
            long[] valid = Rows.bits(count);
            for (int row = 0; row < count; row++) {
                Set<String> several = values.get(row);
                if (several != null) {
                    Rows.set(valid, row);
                    several.forEach(code -> all.add(dictionary.computeIfAbsent(code, each -> dictionary.size())));
                }
                ends[row] = all.size();
            }
            Arrays.fill(ends, count, ends.length, all.size());
            return new Column.Lists(
                    name,
                    List.copyOf(dictionary.keySet()),
                    ends,
                    all.stream().mapToInt(Integer::intValue).toArray(),
                    valid);
        }
    }

    private final class Flags extends Values {

        private final long[] values = Rows.bits(capacity);
        private final long[] valid = Rows.bits(capacity);

        void set(boolean yes) {
            Rows.set(valid, count - 1);
            if (yes) {
                Rows.set(values, count - 1);
            }
            isAny = true;
        }

        @Override
        void clear() {
            Arrays.fill(values, 0);
            Arrays.fill(valid, 0);
        }

        @Override
        Column column(String name) {
            return new Column.Flags(name, bits(values), bits(valid));
        }
    }

    private final class Spans extends Values {

        private final Map<Integer, List<TitleSpan>> values = new TreeMap<>();

        void set(List<TitleSpan> held) {
            values.put(count - 1, held);
            isAny = true;
        }

        @Override
        void clear() {
            values.clear();
        }

        @Override
        Column column(String name) {
            int all = values.values().stream().mapToInt(List::size).sum();
            var from = new int[all];
            var to = new int[all];
            var ends = new int[Rows.padded(count)];
            long[] valid = Rows.bits(count);
            int end = 0;
            for (int row = 0; row < count; row++) {
                List<TitleSpan> held = values.get(row);
                if (held != null) {
                    Rows.set(valid, row);
                    for (TitleSpan span : held) {
                        LocalDate last = span.to();
                        from[end] = (int) span.from().toEpochDay();
                        to[end] = last == null ? Integer.MAX_VALUE : (int) last.toEpochDay();
                        end++;
                    }
                }
                ends[row] = end;
            }
            Arrays.fill(ends, count, ends.length, end);
            return new Column.Spans(name, ends, from, to, valid);
        }
    }
}
