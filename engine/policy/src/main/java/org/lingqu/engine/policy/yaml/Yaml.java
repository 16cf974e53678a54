package org.lingqu.engine.policy.yaml;

import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.Phrase;

/** A piece of a YAML file. Every scalar is text; what it means is for the reader of the field to say. */
public sealed interface Yaml {

    Place place();

    /**
     * @param text the scalar's value, quotes and folding resolved
     * @param quoted whether it was written in quotes or as a block
     * @param block whether it was written as a block ({@code |} or {@code >}), so that columns say nothing about its text
     */
    record Scalar(Place place, String text, boolean quoted, boolean block) implements Yaml {

        /** Whether nothing is written here ({@code key:} without a value, or {@code ~}). */
        public boolean isEmpty() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        /** Where a piece of the text stands. */
        public Place at(int offset) {
            if (block) {
                String before = text.substring(0, Math.min(offset, text.length()));
                int lines = (int) before.chars().filter(c -> c == '\n').count();
                return new Place(place.file(), place.line() + 1 + lines, 1);
            }
            int moved = text.codePointCount(0, Math.min(offset, text.length()));
            return new Place(place.file(), place.line(), place.column() + moved + (quoted ? 1 : 0));
        }
    }

    record Sequence(Place place, List<Yaml> items) implements Yaml {}

    record Mapping(Place place, List<Entry> entries) implements Yaml {

        /** The value under a key; of a key that is written twice, the first. */
        public Optional<Yaml> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    record Entry(Scalar key, Yaml value) {}

    /** For a message: what kind of thing is here. */
    default Phrase kind() {
        return switch (this) {
            case Scalar scalar -> scalar.isEmpty() ? new Phrase("空的", "nothing") : new Phrase("一个词", "a word");
            case Sequence list ->
                Phrase.of("{0} 项的列表", "a list of {0}", list.items().size());
            case Mapping map ->
                Phrase.of("{0} 个“键: 值”", "a mapping of {0}", map.entries().size());
        };
    }
}
