package org.lingqu.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.trace.TracedText;

/** The clean text of a page, cut where marks begin and end. */
public final class MarkedText {

    /**
     * @param statements numbers of the statements it belongs to, from 1; empty for plain text
     * @param doubtful whether a repair that may be wrong lies in it
     * @param ends statements whose last piece this is: where their numbers are shown
     */
    public record Piece(String text, List<Integer> statements, boolean doubtful, List<Integer> ends) {}

    private MarkedText() {}

    /** One list of pieces a paragraph. */
    public static List<List<Piece>> of(PageRead page) {
        TracedText text = page.article().text();
        int length = text.length();
        var cuts = new BitSet(length + 1);
        var places = new ArrayList<int[]>();
        for (int i = 0; i < page.statements().size(); i++) {
            places.add(place(text, page.statements().get(i).span(), cuts));
        }
        var doubtful = new ArrayList<int[]>();
        for (Repair repair : page.repairs()) {
            if (!repair.certain()) {
                doubtful.add(place(text, repair.span(), cuts));
            }
        }
        var paragraphs = new ArrayList<List<Piece>>();
        int start = 0;
        while (start <= length) {
            int end = indexOf(text, '\n', start);
            paragraphs.add(pieces(text, start, end, cuts, places, doubtful));
            start = end + 1;
        }
        return paragraphs;
    }

    private static List<Piece> pieces(
            TracedText text, int start, int end, BitSet cuts, List<int[]> places, List<int[]> doubtful) {
        var pieces = new ArrayList<Piece>();
        for (int from = start; from < end; ) {
            int next = cuts.nextSetBit(from + 1);
            int to = next < 0 || next > end ? end : next;
            var numbers = new ArrayList<Integer>();
            var ends = new ArrayList<Integer>();
            for (int i = 0; i < places.size(); i++) {
                int[] place = places.get(i);
                if (place[0] <= from && to <= place[1]) {
                    numbers.add(i + 1);
                    if (to == place[1]) {
                        ends.add(i + 1);
                    }
                }
            }
            int first = from;
            boolean doubt =
                    doubtful.stream().anyMatch(place -> place[0] <= first && to <= place[1] && place[0] < place[1]);
            pieces.add(new Piece(text.toString().substring(from, to), numbers, doubt, ends));
            from = to;
        }
        return pieces;
    }

    /** Where a place of the file is found in the clean text, {@code [0, 0)} when it was cut. */
    private static int[] place(TracedText text, Span span, BitSet cuts) {
        int from = firstAtOrAfter(text, span.start());
        int to = from;
        while (to < text.length() && text.from(to) < span.end() && text.from(to) >= span.start()) {
            to++;
        }
        if (from >= to) {
            return new int[] {0, 0};
        }
        cuts.set(from);
        cuts.set(to);
        return new int[] {from, to};
    }

    private static int firstAtOrAfter(TracedText text, int codePoint) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (text.from(middle) < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int indexOf(TracedText text, char c, int from) {
        int index = text.toString().indexOf(c, from);
        return index < 0 ? text.length() : index;
    }
}
