package org.lingqu.engine.text.mention;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;

/** Tells where in a run of characters a name begins, by the parts of speech of its words (HanLP). */
final class NameStart {

    private static final Segment SEGMENT = HanLP.newSegment("viterbi").enablePlaceRecognize(false);

    private static final String NOT_ODD = "省市县区州大小新老国";

    private NameStart() {}

    /**
     * The first word of the unbroken row of nouns and the like that ends at {@code end}; never before {@code from};
     * {@code end} itself when none of them is a proper name.
     */
    static int of(String text, int from, int end) {
        List<Term> terms = SEGMENT.seg(text.substring(from, end));
        int start = end;
        boolean proper = false;
        for (Term term : terms.reversed()) {
            if (!belongs(term)) {
                break;
            }
            start -= term.word.length();
            proper |= isProper(term);
        }
        return proper ? start : end;
    }

    /** A name of a place, person or make, or a character the dictionary cannot place: what ordinary words do not have. */
    private static boolean isProper(Term term) {
        String nature = String.valueOf(term.nature);
        boolean name = nature.startsWith("ns")
                || nature.startsWith("nr")
                || nature.startsWith("nt")
                || nature.startsWith("nz");
        boolean odd =
                term.word.length() == 1 && "ngjxh".indexOf(nature.charAt(0)) >= 0 && NOT_ODD.indexOf(term.word) < 0;
        boolean spot = nature.equals("s") && "外内上下中里间".indexOf(term.word.charAt(term.word.length() - 1)) < 0;
        return name || nature.startsWith("nx") || odd || spot;
    }

    private static boolean belongs(Term term) {
        String nature = String.valueOf(term.nature);
        if (term.word.equals("—") || term.word.equals("·")) {
            return true;
        }
        return switch (nature.charAt(0)) {
            case 'n', 'f', 'g', 'j', 'b', 'k', 'h', 'x', 's', 'i' -> true;
            case 'v' -> nature.equals("vn");
            case 'a' -> true;
            default -> false;
        };
    }
}
