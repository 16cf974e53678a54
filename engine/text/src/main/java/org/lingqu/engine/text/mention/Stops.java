package org.lingqu.engine.text.mention;

import org.lingqu.engine.text.lexicon.WordMap;

/** Words that do not stand inside the name of an organisation: verbs, prepositions, numbers. */
final class Stops {

    private static final WordMap<String> WORDS = WordMap.of(Stops.class, "stop-words.txt");

    private Stops() {}

    /** Whether such a word begins at an index. */
    static boolean isStop(String text, int at) {
        return WORDS.startingAt(text, at) != null;
    }

    /** Whether such a word ends at an index. */
    static boolean endsClause(String text, int end) {
        return WORDS.endingAt(text, end) != null;
    }

    static boolean isFree(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isStop(name, i)) {
                return false;
            }
        }
        return true;
    }
}
