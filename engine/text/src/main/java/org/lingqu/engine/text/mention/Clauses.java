package org.lingqu.engine.text.mention;

/** Where sentences and clauses begin and end. */
final class Clauses {

    private static final String SENTENCE = "。！？；!?;\n";
    private static final String CLAUSE = SENTENCE + "，,：:";
    /** No sentence is looked at further than this, so that a page without stops stays linear. */
    private static final int FAR = 400;

    private Clauses() {}

    static int sentenceStart(String text, int at) {
        return start(text, at, SENTENCE);
    }

    static int sentenceEnd(String text, int at) {
        return end(text, at, SENTENCE);
    }

    static int clauseStart(String text, int at) {
        return start(text, at, CLAUSE);
    }

    static int clauseEnd(String text, int at) {
        return end(text, at, CLAUSE);
    }

    private static int start(String text, int at, String stops) {
        int i = at;
        while (i > Math.max(0, at - FAR) && stops.indexOf(text.charAt(i - 1)) < 0) {
            i--;
        }
        return i;
    }

    private static int end(String text, int at, String stops) {
        int i = at;
        while (i < Math.min(text.length(), at + FAR) && stops.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
