package org.lingqu.sheet;

/** Words that a spreadsheet would take for a formula when a file is opened, made harmless. */
public final class SafeCells {

    private static final String STARTERS = "=+-@\t\r＝＋－＠";

    private SafeCells() {}

    /** The same words, with an apostrophe before them when a formula could begin there; numbers stay as they are. */
    public static String harmless(String text) {
        if (text.isEmpty() || STARTERS.indexOf(text.charAt(0)) < 0 || isNumber(text)) {
            return text;
        }
        return "'" + text;
    }

    private static boolean isNumber(String text) {
        if (text.length() > 40) {
            return false;
        }
        try {
            new java.math.BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
