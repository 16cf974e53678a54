package org.lingqu.engine.text.article;

/**
 * Finds the words that somebody put in front of an official title. Titles of papers begin with the name of who issued
 * them or with 关于; a short word before that, with a space behind it and no office's name, was spliced in.
 */
final class Splice {

    private static final int LONGEST_PREFIX = 16;

    private Splice() {}

    /** Where the title proper begins, a string index in {@code [begin, end)}. */
    static int afterPrefix(String text, int begin, int end, TitleWords words) {
        int about = text.indexOf("关于", begin);
        if (about <= begin || about >= end || about - begin > LONGEST_PREFIX) {
            return begin;
        }
        boolean spaced = Sense.squeeze(text.substring(about - 1, about)).isEmpty();
        String prefix = Sense.squeeze(text.substring(begin, about));
        boolean official =
                words.isOffice(prefix) || prefix.isEmpty() || !words.isPaper(Sense.squeeze(text.substring(begin, end)));
        return spaced && !official ? about : begin;
    }
}
