package org.lingqu.engine.policy.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * A YAML file as text in which single values are written anew; comments, order, blanks and everything else stay as somebody
 * wrote them. For files that {@link YamlReader} reads.
 */
public final class YamlText {

    private final String text;

    /** @param text whole, with lines that end in {@code \n} */
    public YamlText(String text) {
        this.text = text;
    }

    /**
     * The text with other words instead of a piece of a scalar.
     *
     * @param scalar as read from this text
     * @param start UTF-16 index in the scalar's text, inclusive
     * @param end exclusive
     * @return empty where the piece does not stand in the file as it is read, as an escaped sign
     */
    public Optional<String> replaced(Yaml.Scalar scalar, int start, int end, String words) {
        OptionalInt from = offset(scalar, start);
        if (from.isEmpty() || !text.startsWith(scalar.text().substring(start, end), from.getAsInt())) {
            return Optional.empty();
        }
        return Optional.of(replaced(from.getAsInt(), from.getAsInt() + end - start, words));
    }

    /** Goes through the scalar and the file side by side; only blanks may be others, where lines are folded. */
    private OptionalInt offset(Yaml.Scalar scalar, int index) {
        int at = offset(scalar.place());
        if (scalar.block()) {
            at = text.indexOf('\n', at);
        } else if (scalar.quoted()) {
            at++;
        }
        String words = scalar.text();
        for (int i = 0; at >= 0 && i <= index; i++) {
            boolean blank = i < words.length() && Character.isWhitespace(words.charAt(i));
            if (!blank || scalar.block()) {
                at = skipBlanks(at);
            }
            if (i == index) {
                return OptionalInt.of(at);
            }
            if (!blank) {
                if (at >= text.length() || text.charAt(at) != words.charAt(i)) {
                    return OptionalInt.empty();
                }
                at++;
            }
        }
        return OptionalInt.empty();
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int offset(Place place) {
        int start = 0;
        for (int line = 1; line < place.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, place.column() - 1);
    }

    private String replaced(int from, int to, String words) {
        return text.substring(0, from) + words + text.substring(to);
    }

    /**
     * The text with a value under a key of a mapping; the key is added behind the others where it is missing.
     *
     * @param mapping as read from this text; it has at least one entry
     * @param value as a person typed it; it is put in quotes where it needs them
     */
    public String with(Yaml.Mapping mapping, String key, String value) {
        return put(mapping, key, value, written(value), "");
    }

    /**
     * The same under keys of keys; mappings that are missing are added.
     *
     * @param root as read from this text
     * @param path one or two keys
     * @param behind the key of the root that the first key is put behind where it is missing; behind all where that is missing too
     * @return the same text where the first key holds something else than a mapping with entries
     */
    public String with(Yaml.Mapping root, List<String> path, String value, String behind) {
        String first = path.getFirst();
        if (path.size() == 1) {
            return put(root, first, value, written(value), behind);
        }
        return switch (root.get(first).orElse(null)) {
            case null -> put(root, first, value, "{" + path.getLast() + ": " + written(value) + "}", behind);
            case Yaml.Mapping inner when !inner.entries().isEmpty() -> with(inner, path.getLast(), value);
            default -> text;
        };
    }

    private String put(Yaml.Mapping mapping, String key, String value, String written, String behind) {
        Span whole = Spans.of(text).at(offset(mapping.place()));
        Pair known = whole.pair(key).orElse(null);
        if (known != null) {
            // what stood in quotes stays in quotes: 2027 alone is a number to other readers of YAML
            boolean inQuotes = text.startsWith("\"", known.value.from);
            String blank = known.value.from == known.value.to ? " " : "";
            return replaced(known.value.from, known.value.to, blank + (inQuotes ? quoted(value) : written));
        }
        Span before = whole.pair(behind).orElseGet(whole.pairs::getLast).value;
        if (whole.flow) {
            return replaced(before.to, before.to, ", " + key + ": " + written);
        }
        int indent = mapping.place().column() - 1;
        return line(before.lastLine(text), " ".repeat(indent) + key + ": " + written);
    }

    /**
     * The text without what stands under keys of keys; a mapping of which nothing would be left goes as a whole.
     *
     * @param root as read from this text
     * @param path one or two keys
     */
    public String without(Yaml.Mapping root, List<String> path) {
        String first = path.getFirst();
        if (path.size() == 1) {
            return without(root, first);
        }
        return switch (root.get(first).orElse(null)) {
            case Yaml.Mapping inner
            when inner.get(path.getLast()).isPresent() ->
                inner.entries().size() > 1 ? without(inner, path.getLast()) : without(root, first);
            case null, default -> text;
        };
    }

    /** The text without a key of a mapping; the same text where it is missing. */
    public String without(Yaml.Mapping mapping, String key) {
        Span whole = Spans.of(text).at(offset(mapping.place()));
        for (int i = 0; i < whole.pairs.size(); i++) {
            Pair pair = whole.pairs.get(i);
            if (!pair.key.equals(key)) {
                continue;
            }
            if (!whole.flow) {
                int start = text.lastIndexOf('\n', pair.from) + 1;
                return replaced(start, Math.min(text.length(), pair.value.lastLine(text) + 1), "");
            }
            if (i > 0) {
                return replaced(whole.pairs.get(i - 1).value.to, pair.value.to, "");
            }
            return replaced(pair.from, whole.pairs.size() > 1 ? whole.pairs.get(1).from : pair.value.to, "");
        }
        return text;
    }

    /** The text with a line of its own behind the line that ends at an index. */
    private String line(int end, String words) {
        return end >= text.length() ? text + "\n" + words + "\n" : replaced(end, end, "\n" + words);
    }

    /** Bare where nothing in it could be taken for YAML. */
    private static String written(String value) {
        boolean bare = value.matches("[\\p{L}\\p{N}(（][^:#{}\\[\\],'\"\\n\\t\\\\]*") && value.equals(value.strip());
        return bare ? value : quoted(value);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s", " ") + '"';
    }

    /** A value and where it stands, as UTF-16 indexes of the text. */
    private record Span(int from, int to, boolean flow, List<Pair> pairs) {

        Optional<Pair> pair(String key) {
            return pairs.stream().filter(pair -> pair.key.equals(key)).findFirst();
        }

        /** Where the line ends that the value ends on. */
        int lastLine(String text) {
            int newline = text.indexOf('\n', to);
            return newline < 0 ? text.length() : newline;
        }
    }

    /** An entry of a mapping and where its key begins. */
    private record Pair(String key, int from, Span value) {}

    /** All mappings of a text, found by where they begin. */
    private record Spans(List<Span> mappings) {

        static Spans of(String text) {
            var found = new ArrayList<Span>();
            var settings = LoadSettings.builder()
                    .setCodePointLimit(YamlReader.MOST_CODE_POINTS)
                    .build();
            new Walk(text, new Parse(settings).parseString(text).iterator(), found).document();
            return new Spans(found);
        }

        Span at(int offset) {
            return mappings.stream()
                    .filter(span -> span.from == offset)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no mapping begins at " + offset));
        }
    }

    private record Walk(String text, Iterator<Event> events, List<Span> found) {

        void document() {
            while (events.hasNext()) {
                Event event = events.next();
                if (event.getEventId() == Event.ID.MappingStart) {
                    node(event);
                }
            }
        }

        private Span node(Event event) {
            return switch (event.getEventId()) {
                case MappingStart -> mapping((MappingStartEvent) event);
                case SequenceStart -> sequence((SequenceStartEvent) event);
                default -> new Span(start(event), end(event), false, List.of());
            };
        }

        private Span sequence(SequenceStartEvent first) {
            int last = start(first);
            Event event = events.next();
            for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
                last = node(event).to;
            }
            return new Span(start(first), first.isFlow() ? end(event) : last, false, List.of());
        }

        private Span mapping(MappingStartEvent first) {
            var pairs = new ArrayList<Pair>();
            Event event = events.next();
            for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
                @Nullable String key = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
                int from = start(event);
                node(event);
                pairs.add(new Pair(key, from, node(events.next())));
            }
            // a block ends where its last value ends, and not behind the comments and blanks that follow it
            int last = first.isFlow() || pairs.isEmpty() ? end(event) : pairs.getLast().value.to;
            var span = new Span(start(first), last, first.isFlow(), List.copyOf(pairs));
            found.add(span);
            return span;
        }

        private int start(Event event) {
            return text.offsetByCodePoints(0, event.getStartMark().orElseThrow().getIndex());
        }

        private int end(Event event) {
            return text.offsetByCodePoints(0, event.getEndMark().orElseThrow().getIndex());
        }
    }
}
