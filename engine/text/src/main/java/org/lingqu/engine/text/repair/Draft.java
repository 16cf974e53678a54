package org.lingqu.engine.text.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.RepairKind;
import org.lingqu.engine.text.trace.TracedText;

/**
 * A line under repair. Each unit knows which units of the line as it came it stands for, so that however many passes
 * went over it, every change is told once, against the words of the file.
 */
final class Draft {

    private final TracedText source;
    private final String text;
    private final int[] from;
    private final int[] to;
    private final @Nullable RepairKind[] kinds;
    private final boolean[] doubtful;

    private Draft(
            TracedText source, String text, int[] from, int[] to, @Nullable RepairKind[] kinds, boolean[] doubtful) {
        this.source = source;
        this.text = text;
        this.from = from;
        this.to = to;
        this.kinds = kinds;
        this.doubtful = doubtful;
    }

    static Draft of(TracedText source) {
        int length = source.length();
        var from = new int[length];
        var to = new int[length];
        for (int i = 0; i < length; i++) {
            from[i] = i;
            to[i] = i + 1;
        }
        return new Draft(source, source.toString(), from, to, new RepairKind[length], new boolean[length]);
    }

    String text() {
        return text;
    }

    /** What stands in the file for a unit of this draft: its first unit there. */
    char sourceChar(int index) {
        return source.charAt(from[index]);
    }

    /** The draft with edits made; they are sorted by place and do not overlap. A draft is never emptied. */
    Draft with(List<Edit> edits) {
        if (edits.isEmpty()) {
            return this;
        }
        var next = new Writer(text.length() + 16);
        int at = 0;
        for (Edit edit : edits) {
            next.copy(at, edit.start());
            next.write(edit);
            at = edit.end();
        }
        next.copy(at, text.length());
        return next.length == 0 ? this : next.draft();
    }

    /** The line as repaired, leading back to the file. */
    TracedText traced() {
        var builder = new TracedText.Builder(text.length());
        for (int i = 0; i < text.length(); i++) {
            builder.append(text.charAt(i), source.from(from[i]), source.to(to[i] - 1));
        }
        return builder.build();
    }

    /** Every change, in the order of the line. Unchanged words and the {@code before}s together are the line as it came. */
    List<Repair> repairs() {
        var repairs = new ArrayList<Repair>();
        int place = 0;
        int i = 0;
        while (i < text.length()) {
            if (from[i] > place) {
                repairs.add(repair(RepairKind.WHITESPACE, place, from[i], "", true));
            }
            Change change = changeAt(i);
            String after = text.substring(i, change.end);
            if (change.kind != null
                    && !source.toString().substring(from[i], change.last).equals(after)) {
                repairs.add(repair(change.kind, from[i], change.last, after, !change.doubt));
            }
            place = change.last;
            i = change.end;
        }
        if (place < source.length()) {
            repairs.add(repair(RepairKind.WHITESPACE, place, source.length(), "", true));
        }
        return repairs;
    }

    /** The unit at an index with all that hangs together with it: units of one replacement, and equal neighbours. */
    private Change changeAt(int start) {
        var change = new Change(start);
        while (change.end < text.length()) {
            int next = change.end;
            boolean shared = from[next] < change.last;
            boolean alike = change.kind != null
                    && kinds[next] == change.kind
                    && !change.doubt
                    && !doubtful[next]
                    && from[next] == change.last
                    && change.kind != RepairKind.PINYIN_GLOSS;
            if (!shared && !alike) {
                break;
            }
            change.take(next);
        }
        return change;
    }

    /** Units that one repair tells of. */
    private final class Change {

        private int end;
        private int last;
        private @Nullable RepairKind kind;
        private boolean doubt;

        Change(int start) {
            end = start;
            take(start);
        }

        void take(int index) {
            end = index + 1;
            last = Math.max(last, to[index]);
            kind = kind == null ? kinds[index] : kind;
            doubt |= doubtful[index];
        }
    }

    private Repair repair(RepairKind kind, int start, int end, String after, boolean certain) {
        return new Repair(kind, source.span(start, end), source.toString().substring(start, end), after, certain);
    }

    /** Puts the next draft together. */
    private final class Writer {

        private final StringBuilder words;
        private int[] newFrom;
        private int[] newTo;
        private @Nullable RepairKind[] newKinds;
        private boolean[] newDoubtful;
        private int length;

        Writer(int capacity) {
            words = new StringBuilder(capacity);
            newFrom = new int[capacity];
            newTo = new int[capacity];
            newKinds = new RepairKind[capacity];
            newDoubtful = new boolean[capacity];
        }

        void copy(int start, int end) {
            for (int i = start; i < end; i++) {
                put(text.charAt(i), from[i], to[i], kinds[i], doubtful[i]);
            }
        }

        void write(Edit edit) {
            String after = edit.words();
            boolean oneForOne = after.length() == edit.end() - edit.start();
            for (int i = 0; i < after.length(); i++) {
                int first = oneForOne ? edit.start() + i : edit.start();
                int last = oneForOne ? first : edit.end() - 1;
                RepairKind earlier = oneForOne ? kinds[first] : null;
                RepairKind kind = earlier != null ? earlier : edit.kind();
                put(after.charAt(i), from[first], to[last], kind, !edit.certain() || doubtful[first]);
            }
        }

        private void put(char c, int first, int last, @Nullable RepairKind kind, boolean doubt) {
            if (length == newFrom.length) {
                int capacity = length * 2 + 16;
                newFrom = Arrays.copyOf(newFrom, capacity);
                newTo = Arrays.copyOf(newTo, capacity);
                newKinds = Arrays.copyOf(newKinds, capacity);
                newDoubtful = Arrays.copyOf(newDoubtful, capacity);
            }
            words.append(c);
            newFrom[length] = first;
            newTo[length] = last;
            newKinds[length] = kind;
            newDoubtful[length++] = doubt;
        }

        Draft draft() {
            return new Draft(source, words.toString(), newFrom, newTo, newKinds, newDoubtful);
        }
    }
}
