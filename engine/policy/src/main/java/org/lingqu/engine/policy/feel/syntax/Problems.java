package org.lingqu.engine.policy.feel.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;

/** Collects what is wrong with one text; only the first problem at a place counts, the rest follow from it. */
final class Problems {

    /** More than this many help nobody. */
    private static final int MOST = 100;

    private final String text;
    private final List<SyntaxProblem> found = new ArrayList<>();
    private final Set<Integer> starts = new HashSet<>();
    private boolean closed;

    Problems(String text) {
        this.text = text;
    }

    void add(Code code, int start, int end, Phrase message, Phrase advice) {
        if (!closed && found.size() < MOST && starts.add(start)) {
            String seen = text.substring(start, Math.min(end, start + 60));
            found.add(new SyntaxProblem(code, new Place(start, end), seen, message, advice));
        }
    }

    /** Takes no more: the rest of the text is not read as it was meant. */
    void close() {
        closed = true;
    }

    int count() {
        return found.size();
    }

    /** Forgets what was found since there were {@code count} problems. */
    void backTo(int count) {
        while (found.size() > count) {
            starts.remove(found.removeLast().place().start());
        }
    }

    List<SyntaxProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(problem -> problem.place().start()))
                .toList();
    }
}
