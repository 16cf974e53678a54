package org.lingqu.policy.draft;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which lines of a text went and which came. */
public final class LineDiff {

    /** Lines around a change that are shown with it. */
    private static final int CONTEXT = 3;

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
        List<Change> changes = new MyersDiffWithLinearSpace<String>()
                .computeDiff(before, after, null).stream()
                        .sorted(Comparator.<Change>comparingInt(change -> change.startOriginal)
                                .thenComparingInt(change -> change.startRevised))
                        .toList();
        var lines = new ArrayList<Line>();
        int next = 0;
        for (Change change : changes) {
            same(after, next, change.startRevised, lines);
            for (int i = change.startOriginal; i < change.endOriginal; i++) {
                lines.add(new Line(Kind.GONE, i + 1, before.get(i)));
            }
            for (int i = change.startRevised; i < change.endRevised; i++) {
                lines.add(new Line(Kind.NEW, i + 1, after.get(i)));
            }
            next = change.endRevised;
        }
        same(after, next, after.size(), lines);
        return lines;
    }

    private static void same(List<String> after, int from, int to, List<Line> into) {
        for (int i = from; i < to; i++) {
            into.add(new Line(Kind.SAME, i + 1, after.get(i)));
        }
    }
}
