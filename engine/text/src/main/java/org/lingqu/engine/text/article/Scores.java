package org.lingqu.engine.text.article;

import java.util.List;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.source.Markup;

/**
 * How much each line speaks for being part of an article: sentences for it, links and furniture against it. The article
 * is where the sum is greatest.
 */
final class Scores {

    private static final int MOST_FOR_ONE_LINE = 200;
    private static final int TABLE_REACH = 4;

    private Scores() {}

    static int[] of(List<Sense> senses) {
        int[] scores = new int[senses.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(senses, i);
        }
        return scores;
    }

    private static int score(List<Sense> senses, int i) {
        Sense sense = senses.get(i);
        if (sense.markup().role() == Markup.Role.META || sense.markup().role() == Markup.Role.DOCUMENT_TITLE) {
            return -1000;
        }
        if (sense.words() != null) {
            return known(sense.words());
        }
        if (sense.isLink()) {
            return -8 - Math.min(60, sense.length()) / 2;
        }
        if (i > 0 && senses.get(i - 1).isEmptyLabel()) {
            return -3; // the value of a field, however long
        }
        if (sense.prose()) {
            float unlinked = 1 - sense.markup().linkShare();
            float whole = sense.ended() ? unlinked : unlinked / 2; // announcements break off
            return Math.round(Math.min(MOST_FOR_ONE_LINE, sense.length()) * whole);
        }
        if (sense.figure() || sense.markup().cell() != null || nearFigures(senses, i)) {
            return 0;
        }
        return sense.heading() == null ? -3 : 2;
    }

    private static int known(LineWords.Meaning words) {
        return switch (words.why()) {
            case FURNITURE -> -12;
            case TAIL, DISCLAIMER -> words.ends() ? -40 : -20;
            case BYLINE -> -3;
            case COUNTER -> -6;
            case CONTACT -> -5;
            case CAPTION -> 0;
            case SPAM -> -30;
        };
    }

    /** Words between figures are the rows of a table that somebody flattened. */
    private static boolean nearFigures(List<Sense> senses, int i) {
        int figures = 0;
        for (int k = Math.max(0, i - TABLE_REACH); k < Math.min(senses.size(), i + TABLE_REACH + 1); k++) {
            figures += senses.get(k).figure() ? 1 : 0;
        }
        return figures >= 2;
    }

    /** Whether a line says by itself that it is no article, whatever stands around it. */
    static boolean isForeign(Sense sense) {
        return sense.isLink()
                || (sense.words() != null && sense.words().why() != CutPart.Why.CAPTION)
                || sense.markup().role() == Markup.Role.META
                || sense.markup().role() == Markup.Role.DOCUMENT_TITLE;
    }
}
