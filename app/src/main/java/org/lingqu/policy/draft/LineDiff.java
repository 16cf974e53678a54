package org.lingqu.policy.draft;

import java.util.ArrayList;
import java.util.List;

/** Which lines of a text went and which came. */
public final class LineDiff {

    /** Lines around a change that are shown with it. */
    private static final int CONTEXT = 3;
    /** Cells of a table of lines; where there are more, everything between the first and the last change counts as changed. */
    private static final long LARGEST = 4_000_000;

    private LineDiff() {}

    /** What became of a line. */
    public enum Kind {
        SAME,
        GONE,
        NEW,
        /** Lines that are the same and not shown stand here. */
        LEFT_OUT
    }

    /** @param number in the newer text, for a line that went in the older one; 0 for what is left out */
    public record Line(Kind kind, int number, String text) {}

    /** The lines that changed with some around them; empty when nothing did. */
    public static List<Line> of(String before, String after) {
        List<Line> all = all(before.lines().toList(), after.lines().toList());
        var shown = new ArrayList<Line>();
        for (int i = 0; i < all.size(); i++) {
            if (isNear(all, i)) {
                shown.add(all.get(i));
            } else if (!shown.isEmpty() && shown.getLast().kind() != Kind.LEFT_OUT) {
                shown.add(new Line(Kind.LEFT_OUT, 0, ""));
            }
        }
        if (!shown.isEmpty() && shown.getLast().kind() == Kind.LEFT_OUT) {
            shown.removeLast();
        }
        return shown;
    }

    private static boolean isNear(List<Line> all, int at) {
        for (int i = Math.max(0, at - CONTEXT); i <= Math.min(all.size() - 1, at + CONTEXT); i++) {
            if (all.get(i).kind() != Kind.SAME) {
                return true;
            }
        }
        return false;
    }

    private static List<Line> all(List<String> before, List<String> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < start; i++) {
            lines.add(new Line(Kind.SAME, i + 1, after.get(i)));
        }
        between(before.subList(start, before.size() - end), after.subList(start, after.size() - end), start, lines);
        for (int i = after.size() - end; i < after.size(); i++) {
            lines.add(new Line(Kind.SAME, i + 1, after.get(i)));
        }
        return lines;
    }

    /** The longest lines in common stay. */
    private static void between(List<String> before, List<String> after, int offset, List<Line> into) {
        boolean large = (long) before.size() * after.size() > LARGEST;
        int[][] common = large ? new int[0][0] : common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean both = i < before.size() && j < after.size();
            if (!large && both && before.get(i).equals(after.get(j))) {
                into.add(new Line(Kind.SAME, offset + j + 1, after.get(j)));
                i++;
                j++;
            } else if (j >= after.size() || (both && (large || common[i + 1][j] >= common[i][j + 1]))) {
                into.add(new Line(Kind.GONE, offset + i + 1, before.get(i)));
                i++;
            } else {
                into.add(new Line(Kind.NEW, offset + j + 1, after.get(j)));
                j++;
            }
        }
    }

    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
