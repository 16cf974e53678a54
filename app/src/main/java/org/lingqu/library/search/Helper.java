package org.lingqu.library.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.lingqu.library.Visibility;
import org.lingqu.library.search.Counting.Counts;
import org.lingqu.library.search.SearchResult.Dropped;
import org.lingqu.library.search.SearchResult.Help;
import org.lingqu.library.search.SearchResult.OtherWords;
import org.lingqu.library.search.Understood.Kind;
import org.lingqu.library.search.Understood.Term;

/** A way on for somebody who found nothing; everything it offers was counted. */
final class Helper {

    private static final int OFFERED = 3;
    private static final int TRIED = 8;
    private static final int LONGEST_WINDOW = 4;
    private static final int MOST_LEFT_OUT = 6;

    private final Searching searching;
    private final IndexReader reader;

    Helper(Searching searching) {
        this.searching = searching;
        this.reader = searching.searcher().getIndexReader();
    }

    Help help(Understood understood, Counts counts) throws IOException {
        List<Dropped> filters = counts.lost().entrySet().stream()
                .filter(lost -> lost.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(lost -> new Dropped(lost.getKey(), lost.getValue()))
                .toList();
        return new Help(didYouMean(understood), filters, withoutWord(understood));
    }

    private List<OtherWords> withoutWord(Understood understood) throws IOException {
        List<Term> wanted = understood.wanted();
        var offers = new ArrayList<OtherWords>();
        for (int i = 0; wanted.size() > 1 && i < Math.min(wanted.size(), MOST_LEFT_OUT); i++) {
            var rest = new ArrayList<>(understood.terms());
            rest.remove(wanted.get(i));
            offer(rest, offers);
        }
        return best(offers);
    }

    private List<OtherWords> didYouMean(Understood understood) throws IOException {
        var offers = new ArrayList<OtherWords>();
        List<Term> terms = understood.terms();
        int tried = 0;
        for (int length = Math.min(LONGEST_WINDOW, terms.size()); length >= 1 && offers.size() < OFFERED; length--) {
            for (int start = 0; start + length <= terms.size() && tried < TRIED; start++) {
                List<Term> window = terms.subList(start, start + length);
                for (String other : otherSpellings(window)) {
                    if (tried++ < TRIED) {
                        var replaced = new ArrayList<>(terms.subList(0, start));
                        replaced.add(new Term(
                                other, Kind.WORD, false, window.getFirst().piece(), List.of()));
                        replaced.addAll(terms.subList(start + length, terms.size()));
                        offer(replaced, offers);
                    }
                }
            }
        }
        return best(offers);
    }

    /** What words typed side by side may have been meant to be: the same sound first, then one character changed. */
    private List<String> otherSpellings(List<Term> window) throws IOException {
        int piece = window.getFirst().piece();
        if (window.stream().anyMatch(t -> t.kind() != Kind.WORD || t.excluded() || t.piece() != piece)) {
            return List.of();
        }
        String typed = String.join("", window.stream().map(Term::text).toList());
        Visibility mayRead = searching.request().mayRead();
        if (typed.length() < 2 || typed.length() > 12 || Vocabulary.holds(reader, typed, mayRead)) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Integer>();
        Pinyin pinyin = Pinyin.of(typed);
        if (pinyin != null) {
            Vocabulary.soundingLike(reader, pinyin.whole(), mayRead).stream()
                    .limit(2)
                    .forEach(known -> found.put(known.word(), known.documents()));
        }
        if (typed.length() >= 3) {
            Vocabulary.similarTo(reader, typed, mayRead).stream()
                    .limit(2)
                    .forEach(known -> found.put(known.word(), known.documents()));
        }
        found.remove(typed);
        return List.copyOf(found.keySet());
    }

    private void offer(List<Term> terms, List<OtherWords> offers) throws IOException {
        int total = searching.total(new Understood(terms, false, false));
        String words = words(terms);
        if (total > 0 && offers.stream().noneMatch(offer -> offer.query().equals(words))) {
            offers.add(new OtherWords(words, total));
        }
    }

    private static List<OtherWords> best(List<OtherWords> offers) {
        return offers.stream()
                .sorted(Comparator.comparingInt(OtherWords::total).reversed())
                .limit(OFFERED)
                .toList();
    }

    /** The terms as somebody would type them. */
    private static String words(List<Term> terms) {
        var words = new StringBuilder();
        int piece = -1;
        for (Term term : terms) {
            if (!words.isEmpty() && (term.piece() != piece || term.kind() != Kind.WORD)) {
                words.append(' ');
            }
            piece = term.kind() == Kind.WORD ? term.piece() : -1;
            words.append(term.excluded() ? "-" : "");
            words.append(term.kind() == Kind.PHRASE ? "“" + term.text() + "”" : term.text());
        }
        return words.toString();
    }
}
