package org.lingqu.library.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Chinese as single characters and pairs of them, Latin words and numbers as they are. Every character is one position further, and
 * so is every gap between words, so that a phrase matches exactly where its characters stand side by side. A segmenter would have to
 * cut page and query alike; smartcn parts 奖补 and 首次. Takes text that {@link Fold} has folded.
 */
final class CharacterPairs extends Analyzer {

    static final int EVERY_SCRIPT =
            CJKBigramFilter.HAN | CJKBigramFilter.HANGUL | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(tokenizer, new Gaps(new CJKBigramFilter(tokenizer, EVERY_SCRIPT, true)));
    }

    /** Values of one field never touch. */
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }

    /** Leaves a position free where punctuation or a space stood. */
    private static final class Gaps extends TokenFilter {
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private int end;

        Gaps(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            int step = increment.getPositionIncrement();
            if (step > 0) {
                if (end > 0 && offset.startOffset() > end) {
                    increment.setPositionIncrement(step + 1);
                }
                end = offset.endOffset();
            }
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            end = 0;
        }
    }
}
