package org.lingqu.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** A text cut where marks begin and end: marks may nest and overlap, pieces do neither. */
public final class MarkedText {

    /**
     * A stretch of the text and what is to be said of it.
     *
     * @param start UTF-16 index, inclusive
     * @param end UTF-16 index, exclusive; a mark without length is not shown
     */
    public record Mark<M>(int start, int end, M what) {}

    /**
     * A piece that lies wholly inside or wholly outside every mark.
     *
     * @param marks all that it lies in, in the order in which they begin; empty for plain text
     * @param ends those whose last piece this is: where their numbers are shown
     */
    public record Piece<M>(String text, List<M> marks, List<M> ends) {}

    private MarkedText() {}

    /** One list of pieces a line of the text; what is beyond the text in a mark is left out. */
    public static <M> List<List<Piece<M>>> cut(String text, List<Mark<M>> marks) {
        var sorted = new ArrayList<Mark<M>>();
        var cuts = new BitSet(text.length() + 1);
        for (Mark<M> mark : marks) {
            Mark<M> inside = within(text, mark);
            if (inside.start < inside.end) {
                sorted.add(inside);
                cuts.set(inside.start);
                cuts.set(inside.end);
            }
        }
        sorted.sort(Comparator.comparingInt(Mark::start));
        return new Cutter<>(text, cuts, sorted).lines();
    }

    /** A mark does not end with a line break: its last piece would not be seen. */
    private static <M> Mark<M> within(String text, Mark<M> mark) {
        int start = Math.max(0, mark.start);
        int end = Math.min(text.length(), mark.end);
        while (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        return new Mark<>(start, end, mark.what);
    }

    /** Goes over the text once; {@code open} are the marks it is in. */
    private static final class Cutter<M> {

        private final String text;
        private final BitSet cuts;
        private final List<Mark<M>> marks;
        private final List<Mark<M>> open = new ArrayList<>();
        private int next;

        Cutter(String text, BitSet cuts, List<Mark<M>> marks) {
            this.text = text;
            this.cuts = cuts;
            this.marks = marks;
        }

        List<List<Piece<M>>> lines() {
            var lines = new ArrayList<List<Piece<M>>>();
            int start = 0;
            while (start <= text.length()) {
                int newline = text.indexOf('\n', start);
                int end = newline < 0 ? text.length() : newline;
                lines.add(line(start, end));
                start = end + 1;
            }
            return lines;
        }

        private List<Piece<M>> line(int start, int end) {
            var pieces = new ArrayList<Piece<M>>();
            for (int from = start; from < end; ) {
                int cut = cuts.nextSetBit(from + 1);
                int to = cut < 0 || cut > end ? end : cut;
                int here = from;
                while (next < marks.size() && marks.get(next).start <= from) {
                    open.add(marks.get(next++));
                }
                open.removeIf(mark -> mark.end <= here);
                pieces.add(new Piece<>(
                        text.substring(from, to),
                        open.stream().map(Mark::what).toList(),
                        open.stream()
                                .filter(mark -> mark.end == to)
                                .map(Mark::what)
                                .toList()));
                from = to;
            }
            return pieces;
        }
    }
}
