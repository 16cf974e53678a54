package org.lingqu.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;

/**
 * What a row of a list says, as it is kept beside its {@link Shape}: name, code, then what stands in each place, separated by US (U+001F)
 * and cut off behind the last. A value tells its own kind, so that it is read alike whatever becomes of the dictionary: digits are an
 * amount, {@code y} and {@code n} an answer; {@code c} begins a code, {@code d} a day, {@code w} words, {@code l} codes
 * separated by RS (U+001E), {@code s} the spans of a title.
 */
public final class ShapedText {

    private static final char PLACE = '\u001f';
    private static final char LISTED = '\u001e';
    private static final String SPAN = "..";

    private ShapedText() {}

    /** Collects a row from left to right. */
    static final class Writer {

        private final StringBuilder text = new StringBuilder(1024);
        private boolean sound = true;
        private int empty;

        Writer(@Nullable String name, @Nullable String code) {
            words(name == null ? "" : name);
            empty = 0;
            text.append(PLACE);
            words(code == null ? "" : code);
        }

        private void words(String words) {
            sound &= words.indexOf(PLACE) < 0 && words.indexOf(LISTED) < 0;
            text.append(words);
        }

        /** Nothing in this place. */
        void nothing() {
            empty++;
        }

        private void begin() {
            for (int i = 0; i <= empty; i++) {
                text.append(PLACE);
            }
            empty = 0;
        }

        void value(FactValue value) {
            begin();
            switch (value) {
                case FactValue.Amount(BigDecimal number) -> text.append(number.toPlainString());
                case FactValue.YesNo(boolean yes) -> text.append(yes ? 'y' : 'n');
                case FactValue.Day(LocalDate day) -> text.append('d').append(day);
                case FactValue.Code(String code) -> {
                    text.append('c');
                    words(code);
                }
                case FactValue.Words(String said) -> {
                    text.append('w');
                    words(said);
                }
                case FactValue.Codes codes -> {
                    text.append('l');
                    String before = "";
                    for (String code : codes.values()) {
                        text.append(before);
                        words(code);
                        before = String.valueOf(LISTED);
                    }
                }
            }
        }

        void spans(List<TitleSpan> spans) {
            begin();
            text.append('s');
            for (int i = 0; i < spans.size(); i++) {
                TitleSpan span = spans.get(i);
                text.append(i == 0 ? "" : ",").append(span.from()).append(SPAN);
                if (span.to() != null) {
                    text.append(span.to());
                }
            }
        }

        /** The text; null where a word holds one of the signs that separate, and the row has to be kept otherwise. */
        @Nullable String text() {
            return sound ? text.toString() : null;
        }
    }

    /** Gets what stands in the places of a row; places that say nothing are passed over. */
    public interface Use {
        /**
         * A place.
         *
         * @param from where its text begins, inclusive
         * @param to where it ends, exclusive
         */
        void place(int place, String text, int from, int to);
    }

    /** Goes through the places of a row without making anything of them. */
    public static void each(String text, Use use) {
        int from = next(text, next(text, 0) + 1) + 1;
        for (int place = 0; from <= text.length(); place++) {
            int to = next(text, from);
            if (to > from) {
                use.place(place, text, from, to);
            }
            from = to + 1;
        }
    }

    private static int next(String text, int from) {
        int end = text.indexOf(PLACE, from);
        return end < 0 ? text.length() : end;
    }

    /** The name of a row; null where it gives none. */
    public static @Nullable String name(String text) {
        return given(text.substring(0, next(text, 0)));
    }

    /** The code, alike. */
    public static @Nullable String code(String text) {
        int from = next(text, 0) + 1;
        return from > text.length() ? null : given(text.substring(from, next(text, from)));
    }

    private static @Nullable String given(String words) {
        return words.isEmpty() ? null : words;
    }

    /** All of a row. */
    public static Said read(Shape shape, String text) {
        var values = new TreeMap<FactYear, FactValue>();
        SortedMap<String, List<TitleSpan>> titles = new TreeMap<>();
        var answers = new TreeMap<String, Boolean>();
        var points = new TreeMap<String, BigDecimal>();
        each(text, (place, all, from, to) -> {
            switch (shape.slots().get(place)) {
                case Shape.Slot.Value(FactYear key) -> values.put(key, value(all, from, to));
                case Shape.Slot.Title(String title) -> titles.put(title, spans(all.substring(from + 1, to)));
                case Shape.Slot.Answer(String item) -> answers.put(item, all.charAt(from) == 'y');
                case Shape.Slot.Points(String item) -> points.put(item, new BigDecimal(all.substring(from, to)));
            }
        });
        return new Said(name(text), code(text), values, new TreeSet<>(), titles, answers, points);
    }

    /** A value as it stands in a place. */
    public static FactValue value(String text, int from, int to) {
        return switch (text.charAt(from)) {
            case 'y' -> new FactValue.YesNo(true);
            case 'n' -> new FactValue.YesNo(false);
            case 'd' -> new FactValue.Day(LocalDate.parse(text.substring(from + 1, to)));
            case 'c' -> new FactValue.Code(text.substring(from + 1, to));
            case 'w' -> new FactValue.Words(text.substring(from + 1, to));
            case 'l' ->
                new FactValue.Codes(
                        from + 1 == to
                                ? Set.of()
                                : Set.of(text.substring(from + 1, to).split(String.valueOf(LISTED), -1)));
            default -> new FactValue.Amount(new BigDecimal(text.substring(from, to)));
        };
    }

    /** @param text without the sign before it */
    public static List<TitleSpan> spans(String text) {
        var spans = new ArrayList<TitleSpan>();
        if (!text.isEmpty()) {
            for (String span : text.split(",", -1)) {
                int end = span.indexOf(SPAN);
                String to = span.substring(end + SPAN.length());
                spans.add(new TitleSpan(
                        LocalDate.parse(span.substring(0, end)), to.isEmpty() ? null : LocalDate.parse(to)));
            }
        }
        return spans;
    }
}
