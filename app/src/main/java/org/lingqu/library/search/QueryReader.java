package org.lingqu.library.search;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lingqu.engine.text.lexicon.DataFile;
import org.lingqu.library.search.Understood.Alternative;
import org.lingqu.library.search.Understood.Kind;
import org.lingqu.library.search.Understood.Term;
import org.lingqu.library.search.Understood.Why;

/** Reads what an officer types: words, "phrases", -exclusions, 发文字号. Everything is a query; nothing is an error. */
final class QueryReader {

    static final int LONGEST_QUERY = 400;
    private static final int MOST_TERMS = 24;
    private static final String QUOTES = "\"“”„‟「」『』";
    private static final String OPENING = "\"“「『《";
    private static final String CLOSING = "\"”」』》";
    /** 粤工信案函〔2021〕253号 with whatever brackets. */
    private static final Pattern NUMBER = Pattern.compile(
            "([\\u4e00-\\u9fff]{1,20})\\s?[\\[(〔【﹝〈<{]\\s?([12][0-9]{3})\\s?[\\])〕】﹞〉>}]\\s?第?([0-9]{1,6})\\s?号");

    private final Set<String> stopWords = new HashSet<>(DataFile.words(QueryReader.class, "stop-words.txt"));
    private final Words words;

    QueryReader(Words words) {
        this.words = words;
    }

    Understood read(String query, Synonyms synonyms) {
        String cut = shortened(query);
        var terms = new Draft(synonyms);
        String folded = Fold.fold(cut);
        int at = 0;
        while (at < cut.length()) {
            at = piece(cut, folded, at, terms);
        }
        return new Understood(terms.kept(), cut.length() < query.length() || terms.overflowed, false);
    }

    private static String shortened(String query) {
        if (query.length() <= LONGEST_QUERY) {
            return query;
        }
        int end = Character.isHighSurrogate(query.charAt(LONGEST_QUERY - 1)) ? LONGEST_QUERY - 1 : LONGEST_QUERY;
        return query.substring(0, end);
    }

    /** Takes what begins at {@code at}; the answer is where the next piece begins. */
    private int piece(String raw, String folded, int at, Draft terms) {
        char c = folded.charAt(at);
        if (Character.isWhitespace(c) || (QUOTES.indexOf(c) >= 0 && closing(folded, at) < 0)) {
            return at + 1;
        }
        boolean excluded =
                c == '-' && at + 1 < folded.length() && isStart(folded, at) && isWordOrQuote(folded.charAt(at + 1));
        int start = excluded ? at + 1 : at;
        int closing = closing(folded, start);
        terms.piece++;
        if (closing > 0) {
            terms.add(folded.substring(start + 1, closing).strip(), Kind.PHRASE, excluded);
            return closing + 1;
        }
        int end = start;
        while (end < folded.length() && !Character.isWhitespace(folded.charAt(end)) && closing(folded, end) < 0) {
            end++;
        }
        end = Math.max(end, start + 1);
        plain(raw.substring(start, end), folded.substring(start, end), excluded, terms);
        return end;
    }

    private static boolean isStart(String text, int at) {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1));
    }

    private static boolean isWordOrQuote(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || OPENING.indexOf(c) >= 0;
    }

    /** Where the quotation that opens here is closed; -1 when none opens, it is empty or it is never closed. */
    private static int closing(String text, int at) {
        if (at >= text.length()) {
            return -1;
        }
        int kind = OPENING.indexOf(text.charAt(at));
        int end = kind < 0 ? -1 : text.indexOf(CLOSING.charAt(kind), at + 1);
        return end > at + 1 ? end : -1;
    }

    private void plain(String raw, String folded, boolean excluded, Draft terms) {
        Matcher number = NUMBER.matcher(folded);
        int at = 0;
        while (number.find()) {
            words(raw, folded, at, number.start(), excluded, terms);
            terms.add(documentNumber(number), Kind.DOCUMENT_NUMBER, excluded);
            at = number.end();
        }
        words(raw, folded, at, folded.length(), excluded, terms);
    }

    private static String documentNumber(Matcher number) {
        return number.group(1) + "〔" + number.group(2) + "〕" + number.group(3) + "号";
    }

    /** The same number always in the same brackets; other text is only folded. */
    static String documentNumber(String written) {
        String folded = Fold.fold(written);
        Matcher number = NUMBER.matcher(folded);
        return number.find() ? documentNumber(number) : folded.strip();
    }

    private void words(String raw, String folded, int from, int to, boolean excluded, Draft terms) {
        if (excluded && to - from <= 12) { // what is excluded is excluded as typed
            terms.add(folded.substring(from, to), Kind.WORD, true);
            return;
        }
        int loose = from;
        int at = from;
        while (at < to) {
            int end = Math.min(to, terms.synonyms.longestAt(folded, at));
            if (end > at) {
                segmented(raw, folded, loose, at, excluded, terms);
                terms.add(folded.substring(at, end), Kind.WORD, excluded);
                at = end;
                loose = end;
            } else {
                at++;
            }
        }
        segmented(raw, folded, loose, to, excluded, terms);
    }

    private void segmented(String raw, String folded, int from, int to, boolean excluded, Draft terms) {
        if (from >= to) {
            return;
        }
        int at = from;
        for (String word : words.cut(folded.substring(from, to))) {
            int start = folded.indexOf(word, at);
            if (start < 0) {
                terms.add(word, Kind.WORD, excluded);
            } else {
                at = start + word.length();
                terms.add(word, raw.substring(start, at), excluded);
            }
        }
    }

    /** Collects terms. */
    private final class Draft {
        private final Synonyms synonyms;
        private final List<Term> terms = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int piece;
        private boolean overflowed;

        Draft(Synonyms synonyms) {
            this.synonyms = synonyms;
        }

        void add(String word, String raw, boolean excluded) {
            add(word, Kind.WORD, excluded);
            if (!Fold.fold(raw).equals(raw.toLowerCase(java.util.Locale.ROOT)) && !terms.isEmpty()) {
                String simple = Fold.fold(HanLP.tw2s(raw));
                Term last = terms.getLast();
                if (last.text().equals(word)
                        && !simple.equals(word)
                        && last.alternatives().stream().noneMatch(a -> a.text().equals(simple))) {
                    terms.set(terms.size() - 1, last.also(List.of(new Alternative(simple, Why.TRADITIONAL))));
                }
            }
        }

        void add(String word, Kind kind, boolean excluded) {
            if (word.codePoints().noneMatch(Character::isLetterOrDigit) || !seen.add(kind + word + excluded)) {
                return;
            }
            if (terms.size() == MOST_TERMS) {
                overflowed = true;
                return;
            }
            List<Alternative> same = kind == Kind.WORD && !excluded
                    ? synonyms.of(word).stream()
                            .map(other -> new Alternative(other, Why.SYNONYM))
                            .toList()
                    : List.of();
            terms.add(new Term(word, kind, excluded, piece, same));
        }

        /** Without 的 and 有哪些, unless there is nothing else. */
        List<Term> kept() {
            List<Term> telling = terms.stream()
                    .filter(term -> term.kind() != Kind.WORD || !stopWords.contains(term.text()))
                    .toList();
            return telling.stream().anyMatch(term -> !term.excluded()) ? telling : List.copyOf(terms);
        }
    }
}
