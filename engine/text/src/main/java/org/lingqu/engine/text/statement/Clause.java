package org.lingqu.engine.text.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a sentence between commas, or between the figures of a list.
 *
 * @param start index into the paragraph, inclusive
 * @param end exclusive
 * @param tokens what lies in it, without what stands in brackets and has a figure of its own
 * @param opens whether a sentence begins here
 * @param bracketed whether it stood in brackets inside the clause before
 */
record Clause(String text, int start, int end, List<Token> tokens, boolean opens, boolean bracketed) {

    private static final String ENDS = "。！？!?；;\n";
    private static final String PAUSES = "，,：:";
    private static final int LONGEST_BRACKET = 80;
    /** No sentence is so long; what goes on is noise, and reading it must stay linear. */
    private static final int LONGEST = 1000;

    private static final int MOST_TOKENS = 120;

    /** The clauses of a paragraph in order; those in brackets follow the clause they stand in. */
    static List<Clause> of(String text, List<Token> tokens) {
        var clauses = new ArrayList<Clause>();
        new Cutter(text, tokens, clauses).cut();
        return clauses;
    }

    boolean hasFigure() {
        return tokens.stream().anyMatch(t -> t instanceof Token.Quantity || t instanceof Token.Place);
    }

    boolean has(Cue cue) {
        return tokens.stream().anyMatch(t -> t instanceof Token.Word w && w.is(cue));
    }

    /** Walks over the tokens of a paragraph. */
    private static final class Cutter {
        private final String text;
        private final List<Token> all;
        private final List<Clause> clauses;
        private final List<Clause> brackets = new ArrayList<>();
        private List<Token> current = new ArrayList<>();
        private int start;
        private boolean opens = true;
        private int depth;

        Cutter(String text, List<Token> all, List<Clause> clauses) {
            this.text = text;
            this.all = all;
            this.clauses = clauses;
        }

        void cut() {
            int i = 0;
            while (i < all.size()) {
                Token token = all.get(i);
                if (token instanceof Token.Mark mark) {
                    int close = mark.sign() == '（' || mark.sign() == '(' ? closing(i) : -1;
                    if (close > 0) {
                        bracket(i, close);
                        i = close + 1;
                        continue;
                    }
                    depth += "（(".indexOf(mark.sign()) >= 0 ? 1 : 0;
                    depth -= depth > 0 && "）)".indexOf(mark.sign()) >= 0 ? 1 : 0;
                    if (ENDS.indexOf(mark.sign()) >= 0) {
                        depth = 0;
                        finish(mark.start(), mark.end(), true);
                    } else if (PAUSES.indexOf(mark.sign()) >= 0 || (mark.sign() == '、' && depth == 0 && separates(i))) {
                        finish(mark.start(), mark.end(), false);
                    } else {
                        current.add(token);
                    }
                } else {
                    current.add(token);
                }
                if (current.size() > MOST_TOKENS || token.end() - start > LONGEST) {
                    finish(token.end(), token.end(), true);
                }
                i++;
            }
            finish(text.length(), text.length(), true);
        }

        private void finish(int end, int next, boolean opensNext) {
            if (end > start) {
                clauses.add(new Clause(text, start, end, List.copyOf(current), opens, false));
                opens = false;
            }
            clauses.addAll(brackets);
            brackets.clear();
            current = new ArrayList<>();
            start = next;
            opens |= opensNext;
        }

        /** Index of the token that closes the bracket, -1 when it is not to be taken out. */
        private int closing(int open) {
            int from = all.get(open).end();
            boolean figure = false;
            for (int i = open + 1; i < all.size(); i++) {
                Token token = all.get(i);
                if (token.end() - from > LONGEST_BRACKET) {
                    return -1;
                }
                figure |= token instanceof Token.Quantity || token instanceof Token.Place;
                if (token instanceof Token.Mark mark && (mark.sign() == '）' || mark.sign() == ')')) {
                    return figure ? i : -1;
                }
            }
            return -1;
        }

        private void bracket(int open, int close) {
            List<Token> inside = all.subList(open + 1, close);
            int from = all.get(open).end();
            var pieces = new ArrayList<Clause>();
            new Cutter(text.substring(0, all.get(close).start()), inside, pieces).cutFrom(from);
            for (Clause piece : pieces) {
                brackets.add(new Clause(text, piece.start, piece.end, piece.tokens, false, true));
            }
        }

        private void cutFrom(int from) {
            start = from;
            opens = false;
            cut();
        }

        /** Whether 、 stands between two statements: a figure before it, and behind it no figure of the same list. */
        private boolean separates(int at) {
            if (current.stream().anyMatch(t -> t instanceof Token.Word w && w.is(Cue.FLAT))) {
                return true;
            }
            if (current.stream().noneMatch(t -> t instanceof Token.Quantity || t instanceof Token.Place)) {
                return false;
            }
            Token before = at > 0 ? all.get(at - 1) : null;
            Token after = at + 1 < all.size() ? all.get(at + 1) : null;
            return !(isFigureAt(before, all.get(at).start(), true)
                    && isFigureAt(after, all.get(at).end(), false));
        }

        private static boolean isFigureAt(@Nullable Token token, int place, boolean ends) {
            return (token instanceof Token.Quantity || token instanceof Token.Place)
                    && (ends ? token.end() == place : token.start() == place);
        }
    }
}
