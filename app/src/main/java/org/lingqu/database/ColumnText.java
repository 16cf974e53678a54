package org.lingqu.database;

import org.jspecify.annotations.Nullable;

/** Text as a column holds it. SQLite takes any length; PostgreSQL refuses what is too long and any NUL. */
public final class ColumnText {

    private ColumnText() {}

    /** The text without NUL, cut with an ellipsis where it is longer than a column; null stays null. */
    public static @Nullable String fit(@Nullable String text, int longest) {
        return text == null ? null : cut(text, longest);
    }

    /** The same for text that is there. */
    public static String cut(String text, int longest) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        if (clean.codePointCount(0, clean.length()) <= longest) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
