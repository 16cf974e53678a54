package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.lexicon.DataFile;
import org.lingqu.engine.text.lexicon.WordMap;

/** Tells the documents in 《》 from novels, films, newspapers and games: by the title's own words and by what stands around. */
final class TitleSense {

    private static final int BEFORE = 8;
    private static final int AFTER = 6;
    private static final WordMap<String> USING = WordMap.of(TitleSense.class, "using-verbs.txt");
    private static final List<String> WORKS_BEFORE = side("B");
    private static final List<String> WORKS_AFTER = side("A");
    private static final List<String> WORKS_CLAUSE = side("C");

    private TitleSense() {}

    /** @param text the passage, other titles in it blanked out */
    static boolean isDocument(String text, Bracketed title, TitleTail tail) {
        String inner = title.inner();
        boolean ending = DocumentTitle.isDocument(inner);
        if (inner.startsWith("关于") || tail.number() != null) {
            return true;
        }
        if (ending) {
            return !besideWork(text, title);
        }
        return !besideWork(text, title) && !inClauseOfWorks(text, title) && used(text, title);
    }

    private static boolean besideWork(String text, Bracketed title) {
        String before = text.substring(Math.max(0, title.start() - BEFORE), title.start());
        String after = text.substring(title.end(), Math.min(text.length(), title.end() + AFTER));
        return WORKS_BEFORE.stream().anyMatch(before::endsWith)
                || WORKS_AFTER.stream().anyMatch(after::startsWith);
    }

    private static boolean inClauseOfWorks(String text, Bracketed title) {
        int from = Clauses.sentenceStart(text, title.start());
        int to = Clauses.sentenceEnd(text, title.end());
        String sentence = text.substring(from, to);
        return WORKS_CLAUSE.stream().anyMatch(sentence::contains);
    }

    private static boolean used(String text, Bracketed title) {
        return USING.endingAt(text, title.start()) != null;
    }

    private static List<String> side(String side) {
        var words = new ArrayList<String>();
        for (String[] row : DataFile.rows(TitleSense.class, "work-words.txt")) {
            if (row[1].equals(side)) {
                words.add(row[0]);
            }
        }
        return List.copyOf(words);
    }
}
