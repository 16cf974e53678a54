package org.lingqu.engine.text.statement;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.figure.Unit;
import org.lingqu.engine.text.statement.figure.Units;
import org.lingqu.engine.text.statement.lexicon.DataFile;

/** What is counted where no unit is said: 用户数达到4.6亿. The words are in {@code implied-units.tsv}. */
final class ImpliedUnits {

    private ImpliedUnits() {}

    /** The unit that a name implies by its end, or null. */
    static @Nullable Unit of(String name) {
        for (String[] row : DataRows.ROWS) {
            if (!row[0].equals("pure") && !row[0].equals("duration") && endsWithAny(name, row[1])) {
                return Units.named(row[0]);
            }
        }
        return null;
    }

    /** Whether a name is that of an index, which has no unit. */
    static boolean isPure(String name) {
        return matches("pure", name);
    }

    /** Whether a name is that of a length of time. */
    static boolean isDuration(String name) {
        return matches("duration", name);
    }

    private static boolean matches(String kind, String name) {
        for (String[] row : DataRows.ROWS) {
            if (row[0].equals(kind) && endsWithAny(name, row[1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String name, String words) {
        for (String word : words.split(" ", -1)) {
            if (!word.isEmpty() && name.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static final class DataRows {
        private static final java.util.List<String[]> ROWS = DataFile.rows("implied-units.tsv");
    }
}
