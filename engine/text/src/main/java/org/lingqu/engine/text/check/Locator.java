package org.lingqu.engine.text.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.trace.TracedText;

/** Finds the words of statements in the passages of an article. */
final class Locator {

    private static final String STOPS = "。！？；!?;";
    private static final int FAR = 600;

    private final TreeMap<Integer, Passage> passages = new TreeMap<>();

    Locator(ArticleReading article) {
        for (Passage passage : article.passages()) {
            if (!passage.text().isEmpty()) {
                passages.put(passage.text().span().start(), passage);
            }
        }
    }

    /** In the order given; statements whose words are not in one passage are left out. */
    List<Located> locate(List<Statement> statements) {
        var found = new ArrayList<Located>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            Map.Entry<Integer, Passage> entry =
                    passages.floorEntry(statement.span().start());
            if (entry != null && entry.getValue().text().span().covers(statement.span())) {
                found.add(at(i, statement, entry.getValue().text()));
            }
        }
        return found;
    }

    private static Located at(int index, Statement statement, TracedText traced) {
        Span span = statement.span();
        String text = traced.toString();
        int start = first(traced, span.start());
        int end = Math.max(start, first(traced, span.end()));
        int sentence = start;
        while (sentence > Math.max(0, start - FAR) && STOPS.indexOf(text.charAt(sentence - 1)) < 0) {
            sentence--;
        }
        int stop = end;
        while (stop < Math.min(text.length(), end + FAR) && STOPS.indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        return new Located(index, statement, text, start, end, sentence, stop);
    }

    /** The first unit that came from a code point or a later one; the text grows with its origin. */
    private static int first(TracedText text, int codePoint) {
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
}
