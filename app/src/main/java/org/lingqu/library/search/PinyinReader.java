package org.lingqu.library.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.lingqu.library.Visibility;
import org.lingqu.library.search.Understood.Alternative;
import org.lingqu.library.search.Understood.Kind;
import org.lingqu.library.search.Understood.Why;

/** Finds for Latin letters the Chinese words of the index that they may stand for: gaoxinjishu, gao xin ji shu, gxjs. */
final class PinyinReader {

    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 60;
    private static final int LEAST_PART = 4;

    private final IndexReader reader;
    private final Visibility mayRead;

    private final Synonyms synonyms;

    PinyinReader(IndexReader reader, Visibility mayRead, Synonyms synonyms) {
        this.reader = reader;
        this.synonyms = synonyms;
        this.mayRead = mayRead;
    }

    Understood read(Understood understood) throws IOException {
        var terms = new ArrayList<Understood.Term>();
        List<Understood.Term> given = understood.terms();
        for (int i = 0; i < given.size(); i++) {
            Understood.Term term = given.get(i);
            int last = i;
            if (isTyped(term)) {
                while (last + 1 < given.size() && isTyped(given.get(last + 1))) {
                    last++;
                }
            }
            if (last > i) {
                terms.addAll(several(given.subList(i, last + 1)));
                i = last;
            } else {
                terms.addAll(one(term));
            }
        }
        return new Understood(terms, understood.shortened(), understood.relaxed());
    }

    private static boolean isTyped(Understood.Term term) {
        return term.kind() == Kind.WORD
                && !term.excluded()
                && term.text().length() <= LONGEST
                && term.text().chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** Syllables typed with spaces between them, or words that have nothing to do with each other. */
    private List<Understood.Term> several(List<Understood.Term> typed) throws IOException {
        String together =
                String.join("", typed.stream().map(Understood.Term::text).toList());
        if (together.length() <= LONGEST) {
            List<Alternative> words = sounding(together);
            if (!words.isEmpty()) {
                return List.of(new Understood.Term(
                        together, Kind.WORD, false, typed.getFirst().piece(), words));
            }
        }
        var terms = new ArrayList<Understood.Term>();
        for (Understood.Term term : typed) {
            terms.addAll(one(term));
        }
        return terms;
    }

    private List<Understood.Term> one(Understood.Term term) throws IOException {
        if (!isTyped(term) || term.text().length() < 2) {
            return List.of(term);
        }
        List<Alternative> words = sounding(term.text());
        if (!words.isEmpty() || stands(term.text())) {
            return List.of(term.also(words));
        }
        List<Alternative> initials = alternatives(Vocabulary.withInitials(reader, term.text(), mayRead));
        if (!initials.isEmpty()) {
            return List.of(term.also(initials));
        }
        List<Understood.Term> parts = parts(term);
        return parts.isEmpty() ? List.of(term) : parts;
    }

    private boolean stands(String word) throws IOException {
        return reader.docFreq(new Term(Documents.TEXT, word)) > 0
                || reader.docFreq(new Term(Documents.TITLE, word)) > 0;
    }

    private List<Alternative> sounding(String letters) throws IOException {
        var known = new ArrayList<>(Vocabulary.soundingLike(reader, letters, mayRead));
        for (String word : synonyms.soundingLike(letters)) {
            if (known.stream().noneMatch(each -> each.word().equals(word))) {
                known.add(new Vocabulary.Known(word, 0));
            }
        }
        return alternatives(known);
    }

    /** The words, and then what means the same. */
    private List<Alternative> alternatives(List<Vocabulary.Known> known) {
        var words = new LinkedHashMap<String, Alternative>();
        known.stream()
                .limit(MOST_WORDS)
                .map(Vocabulary.Known::word)
                .forEach(word -> words.put(word, new Alternative(word, Why.PINYIN)));
        for (String word : List.copyOf(words.keySet())) {
            synonyms.of(word).forEach(other -> words.putIfAbsent(other, new Alternative(other, Why.SYNONYM)));
        }
        return List.copyOf(words.values());
    }

    /** Several words typed in one go, each as long as can be; empty when a rest is left over. */
    private List<Understood.Term> parts(Understood.Term term) throws IOException {
        var parts = new ArrayList<Understood.Term>();
        String letters = term.text();
        int at = 0;
        while (at < letters.length()) {
            int end = letters.length();
            List<Alternative> words = List.of();
            while (end >= at + LEAST_PART && words.isEmpty()) {
                words = sounding(letters.substring(at, end));
                end -= words.isEmpty() ? 1 : 0;
            }
            if (words.isEmpty()) {
                return List.of();
            }
            parts.add(new Understood.Term(letters.substring(at, end), Kind.WORD, false, term.piece(), words));
            at = end;
        }
        return parts;
    }
}
