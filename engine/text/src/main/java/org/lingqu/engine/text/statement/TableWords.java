package org.lingqu.engine.text.statement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.lexicon.DataFile;

/** What the heads of columns mean; the words are in {@code table-words.tsv}. */
final class TableWords {

    /** What a column holds. */
    enum Column {
        GROWTH,
        SHARE,
        UNIT,
        VALUE
    }

    private static final Map<Column, List<String>> WORDS = new EnumMap<>(Column.class);
    private static final List<String> LABEL_HEADS = new ArrayList<>();
    private static final List<String[]> ROWS = new ArrayList<>();

    static {
        DataFile.words("table-words.tsv", (kind, word) -> {
            if (kind.equals("label")) {
                LABEL_HEADS.add(word);
            } else if (kind.equals("rows")) {
                ROWS.add(word.split("=", 2));
            } else {
                Column column = Column.valueOf(kind.toUpperCase(Locale.ROOT));
                WORDS.computeIfAbsent(column, c -> new ArrayList<>()).add(word);
            }
        });
    }

    private TableWords() {}

    /** What a column with this head holds; a value when nothing says otherwise. */
    static Column column(String head) {
        for (Column column : List.of(Column.GROWTH, Column.SHARE)) {
            if (contains(column, head)) {
                return column;
            }
        }
        return WORDS.getOrDefault(Column.UNIT, List.of()).contains(head) ? Column.UNIT : Column.VALUE;
    }

    /** Whether a line reads like the head of the column of labels. */
    static boolean isLabelHead(String line) {
        return LABEL_HEADS.contains(line.replace(" ", "").replace("\u3000", ""));
    }

    /** Whether a line reads like the head of a column. */
    static boolean isHead(String line) {
        for (Column column : Column.values()) {
            if (contains(column, line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Column column, String text) {
        return WORDS.getOrDefault(column, List.of()).stream().anyMatch(text::contains);
    }

    /** What the rows of a table with this caption measure, or null. */
    static @Nullable String measure(String caption) {
        for (String[] row : ROWS) {
            if (caption.contains(row[0])) {
                return row[1];
            }
        }
        return Vocabulary.measureOf(caption);
    }
}
