package org.lingqu.sheet;

import java.util.regex.Pattern;

/** Words that a spreadsheet would take for a formula when a file is opened, made harmless. */
public final class SafeCells {

    private static final String STARTERS = "=+-@\t\r＝＋－＠";
    /** A figure with its unit, +8.5%（同比）: nothing that could call a function, a name or a program. */
    private static final Pattern FIGURE = Pattern.compile("[+-]?[0-9][0-9,.]*[%‰]?[\\p{IsHan}（）–]{0,40}");

    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]{1,3}");

    private SafeCells() {}

    /** The same words, with an apostrophe before them when a formula could begin there; numbers stay as they are, with their units too. */
    public static String harmless(String text) {
        if (text.isEmpty() || STARTERS.indexOf(text.charAt(0)) < 0 || isNumber(text)) {
            return text;
        }
        return "'" + text;
    }

    private static boolean isNumber(String text) {
        return text.length() <= 60
                && (FIGURE.matcher(text).matches() || EXPONENT.matcher(text).matches());
    }
}
