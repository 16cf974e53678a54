package org.lingqu.engine.text.article;

import java.util.List;

/** The end of an official paper: who signs, one below the other, and the date. */
final class Signature {

    private static final int LONGEST_NAME = 40;
    private static final int MOST_NAMES = 4;

    private Signature() {}

    /** Index of its first line within {@code [start, end)}, {@code end} when there is none. */
    static int begin(List<Sense> senses, int start, int end) {
        int date = end - 1;
        while (date > start && date >= end - 3 && senses.get(date).date() == null && isRemark(senses.get(date))) {
            date--;
        }
        if (date <= start || senses.get(date).date() == null) {
            return end;
        }
        int first = date;
        while (first - 1 > start && date - first < MOST_NAMES && isName(senses.get(first - 1))) {
            first--;
        }
        return first;
    }

    /** Whether a line could be the name of who signs. */
    static boolean isName(Sense sense) {
        return !sense.ended()
                && !sense.prose()
                && sense.length() <= LONGEST_NAME
                && sense.heading() == null
                && !sense.figure()
                && !sense.isSalutation()
                && !sense.squeezed().startsWith("附件")
                && sense.squeezed().indexOf('，') < 0;
    }

    /** {@code （联系人：…）}, {@code （此件公开发布）}. */
    private static boolean isRemark(Sense sense) {
        return sense.words() != null
                || sense.squeezed().startsWith("（")
                || sense.squeezed().startsWith("(");
    }
}
