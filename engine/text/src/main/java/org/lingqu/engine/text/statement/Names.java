package org.lingqu.engine.text.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.figure.Unit;

/** Makes the name of an indicator out of the words beside a figure. */
final class Names {

    private static final EnumSet<Cue> FRONT = EnumSet.of(
            Cue.ADVERB,
            Cue.YOY,
            Cue.ANNUAL,
            Cue.AMONG,
            Cue.PLAN,
            Cue.TARGET,
            Cue.FORECAST,
            Cue.SOURCE,
            Cue.EACH,
            Cue.REAL,
            Cue.FROM,
            Cue.SPEAK,
            Cue.REACH);
    private static final EnumSet<Cue> BACK = EnumSet.of(
            Cue.ADVERB,
            Cue.YOY,
            Cue.ANNUAL,
            Cue.EACH,
            Cue.REAL,
            Cue.REACH,
            Cue.UP,
            Cue.DOWN,
            Cue.TURNED,
            Cue.UPTOS,
            Cue.DOWNTOS,
            Cue.SHARE,
            Cue.RANKED,
            Cue.CUMULATIVE,
            Cue.FORECAST,
            Cue.PLAN,
            Cue.TARGET,
            Cue.FROM);
    private static final String FRONT_CHARACTERS = "了的着在由使把被向内后、，, 　：:—-·#*●■▲◆（）()“";
    private static final String BACK_CHARACTERS = "了的在等着、，, 　：:—-·（(和与以由”";

    private Names() {}

    /** A stretch of text with the token that covers it, if one does. */
    private record Piece(int start, int end, @Nullable Token token) {}

    /** The noun phrase between two places of a clause: stripped of times, region words, adverbs and empty verbs. */
    static String between(Clause clause, int from, int to) {
        List<Piece> pieces = pieces(clause, from, to);
        stripFront(clause, pieces);
        stripBack(clause, pieces);
        var name = new StringBuilder();
        for (Piece piece : pieces) {
            if (!(piece.token() instanceof Token.Time) && !isRegionWord(piece.token()) && !isDuration(piece.token())) {
                name.append(clause.text(), piece.start(), piece.end());
            }
        }
        return tidy(name.toString());
    }

    /** 总产量十年增长: the years are none of the name's. */
    private static boolean isDuration(@Nullable Token token) {
        return token instanceof Token.Quantity quantity && quantity.figure().is(Unit.Kind.TIME);
    }

    private static boolean isRegionWord(@Nullable Token token) {
        return token instanceof Token.Where where && where.word();
    }

    private static List<Piece> pieces(Clause clause, int from, int to) {
        var pieces = new ArrayList<Piece>();
        int at = from;
        for (Token token : clause.tokens()) {
            if (token.end() <= from || token.start() >= to) {
                continue;
            }
            int start = Math.max(from, token.start());
            if (start > at) {
                pieces.add(new Piece(at, start, null));
            }
            at = Math.min(to, token.end());
            pieces.add(new Piece(start, at, token));
        }
        if (at < to) {
            pieces.add(new Piece(at, to, null));
        }
        return pieces;
    }

    private static void stripFront(Clause clause, List<Piece> pieces) {
        while (!pieces.isEmpty()) {
            Piece first = pieces.getFirst();
            if (first.token() == null) {
                int at = first.start();
                while (at < first.end()
                        && FRONT_CHARACTERS.indexOf(clause.text().charAt(at)) >= 0) {
                    at++;
                }
                if (at == first.start()) {
                    return;
                }
                pieces.removeFirst();
                if (at < first.end()) {
                    pieces.addFirst(new Piece(at, first.end(), null));
                    return;
                }
            } else if (dropsAtFront(clause, first.token(), pieces)) {
                pieces.removeFirst();
            } else {
                return;
            }
        }
    }

    private static boolean dropsAtFront(Clause clause, Token token, List<Piece> pieces) {
        return switch (token) {
            case Token.Time ignored -> true;
            case Token.Where ignored -> true;
            case Token.Mark mark -> mark.sign() != '“';
            case Token.Word word -> {
                if (word.is(Cue.LIGHT) && !isRelative(clause, pieces)) {
                    yield true;
                }
                yield word.cues().stream().anyMatch(FRONT::contains);
            }
            case Token.Quantity quantity -> isDuration(quantity);
            case Token.Place ignored -> false;
            case Token.Name ignored -> false;
        };
    }

    /** 支持科技创新的减税降费: the verb belongs to a clause that ends in 的 and stays. */
    private static boolean isRelative(Clause clause, List<Piece> pieces) {
        int from = pieces.getFirst().end();
        int of =
                clause.text().indexOf('的', from, Math.max(from, pieces.getLast().end()));
        return of > 0
                && of < pieces.getLast().end() - 1
                && of - pieces.getFirst().end() > 1;
    }

    private static void stripBack(Clause clause, List<Piece> pieces) {
        while (!pieces.isEmpty()) {
            Piece last = pieces.getLast();
            if (last.token() == null) {
                int at = last.end();
                while (at > last.start()
                        && BACK_CHARACTERS.indexOf(clause.text().charAt(at - 1)) >= 0) {
                    at--;
                }
                if (at == last.end()) {
                    return;
                }
                pieces.removeLast();
                if (at > last.start()) {
                    pieces.add(new Piece(last.start(), at, null));
                    return;
                }
            } else if (dropsAtBack(last.token())) {
                pieces.removeLast();
            } else {
                return;
            }
        }
    }

    private static boolean dropsAtBack(Token token) {
        return switch (token) {
            case Token.Time ignored -> true;
            case Token.Word word -> word.cues().stream().anyMatch(BACK::contains);
            case Token.Mark mark -> mark.sign() != '”';
            case Token.Where ignored -> false;
            case Token.Quantity quantity -> isDuration(quantity);
            case Token.Place ignored -> false;
            case Token.Name ignored -> false;
        };
    }

    /** Drops spaces, the 一是 or 二、 that a point begins with, and brackets that only repeat a name in Latin letters: 国内生产总值（GDP）. */
    static String tidy(String raw) {
        var name = new StringBuilder(raw.length());
        int i = enumerator(raw);
        while (i < raw.length()) {
            char c = raw.charAt(i);
            int close = c == '（' || c == '(' ? closeOf(raw, i) : -1;
            if (close > 0 && (isPlain(raw, i + 1, close) || close - i > 16)) {
                i = close + 1;
                continue;
            }
            if (c != ' ' && c != '\u3000' && c != '\n') {
                name.append(c);
            }
            i++;
        }
        return name.toString();
    }

    /** How long the 一是 or 二、 is that a point of a list begins with; 0 when none does. */
    private static int enumerator(String raw) {
        int at = 0;
        while (at < raw.length() && at < 3 && isOrdinal(raw.charAt(at))) {
            at++;
        }
        if (at == 0 || at + 1 >= raw.length() || isOrdinal(raw.charAt(at + 1))) {
            return 0; // 一、二、三产业 begins no point
        }
        return raw.charAt(at) == '是' || raw.charAt(at) == '、' ? at + 1 : 0;
    }

    private static boolean isOrdinal(char c) {
        return "一二三四五六七八九十".indexOf(c) >= 0;
    }

    private static int closeOf(String raw, int open) {
        for (int i = open + 1; i < raw.length(); i++) {
            if (raw.charAt(i) == '）' || raw.charAt(i) == ')') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPlain(String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            if (raw.charAt(i) > '~' && raw.charAt(i) != '：' && (raw.charAt(i) < 'Ⅰ' || raw.charAt(i) > 'Ⅻ')) {
                return false;
            }
        }
        for (int i = from; i < to; i++) {
            if (raw.charAt(i) >= 'Ⅰ' && raw.charAt(i) <= 'Ⅻ') {
                return false;
            }
        }
        return true;
    }
}
