package org.lingqu.engine.text.article;

import java.util.List;
import org.lingqu.engine.text.trace.TracedText;

/** Lines that only name who wrote or spoke: {@code 本报记者 …}, {@code 省长 …}. */
final class PersonLines {

    private static final int LONGEST = 30;

    private final WordIndex<Boolean> titles = new WordIndex<>();

    PersonLines() {
        List<String[]> rows = DataFile.rows("title-words.tsv", 2);
        for (String[] row : rows) {
            if (row[0].equals("person")) {
                for (String word : DataFile.words(row[1])) {
                    titles.add(word, true);
                }
            }
        }
    }

    boolean isPerson(Sense sense) {
        String squeezed = sense.squeezed();
        if (squeezed.length() > LONGEST || sense.ended() || sense.heading() != null || sense.isSalutation()) {
            return false;
        }
        boolean spaced = false;
        String text = sense.text();
        for (int i = 0; i < text.length(); i++) {
            spaced |= TracedText.isSpace(text.charAt(i));
        }
        return isName(squeezed) || (spaced && titles.in(squeezed) != null);
    }

    /** Two to four characters, all of them Chinese. */
    private static boolean isName(String squeezed) {
        return squeezed.length() >= 2
                && squeezed.length() <= 4
                && squeezed.chars().allMatch(c -> c >= 0x4e00 && c <= 0x9fff);
    }
}
