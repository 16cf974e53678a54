package org.lingqu.library.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Visibility;

/**
 * The words of titles, indicators and names as terms of the index, behind how they sound and behind their initials: looking a word up
 * is one seek, needs no memory and is never out of date. A visitor sees words of public documents only.
 */
final class Vocabulary {

    private static final String WORD = "word";
    private static final String SOUND = "sound";
    private static final String INITIALS = "initials";
    private static final char SEPARATOR = '\t';
    private static final int MOST_SCANNED = 2_000;
    private static final int LONGEST_INITIALS = 12;

    private Vocabulary() {}

    /** A word and in how many documents it stands. */
    record Known(String word, int documents) {}

    static void add(Document document, SearchDocument source, Words words) {
        String mark = mark(source.visibility());
        var all = new HashSet<String>();
        String indicator = source.indicator();
        all.addAll(words.phrases(Fold.fold(indicator == null ? source.title() : indicator)));
        Stream.of(source.issuer(), indicator).forEach(name -> {
            if (name != null && name.length() <= 30) {
                all.add(Fold.fold(name));
            }
        });
        for (String word : all) {
            document.add(new StringField(WORD, mark + word, Store.NO));
            Pinyin pinyin = Pinyin.of(word);
            if (pinyin != null) {
                document.add(new StringField(SOUND, mark + Pinyin.sound(pinyin.whole()) + SEPARATOR + word, Store.NO));
                if (pinyin.initials().length() <= LONGEST_INITIALS) {
                    document.add(new StringField(INITIALS, mark + pinyin.initials() + SEPARATOR + word, Store.NO));
                }
            }
        }
    }

    private static String mark(Visibility visibility) {
        return visibility == Visibility.PUBLIC ? "p" : "i";
    }

    private static List<String> marks(Visibility mayRead) {
        return mayRead == Visibility.PUBLIC ? List.of("p") : List.of("p", "i");
    }

    /** Words that sound like these letters, those spelt exactly so first, then the most frequent. */
    static List<Known> soundingLike(IndexReader reader, String letters, Visibility mayRead) throws IOException {
        return sorted(
                scan(reader, SOUND, Pinyin.sound(letters) + SEPARATOR, mayRead),
                Comparator.comparing(known -> !exactly(known.word(), letters)));
    }

    private static boolean exactly(String word, String letters) {
        Pinyin pinyin = Pinyin.of(word);
        return pinyin != null && pinyin.whole().equals(letters);
    }

    /** Words with these initials, the most frequent first. */
    static List<Known> withInitials(IndexReader reader, String letters, Visibility mayRead) throws IOException {
        return letters.length() < 2 || letters.length() > LONGEST_INITIALS
                ? List.of()
                : sorted(scan(reader, INITIALS, letters + SEPARATOR, mayRead), Comparator.comparing(known -> false));
    }

    /** Words that begin with what was typed, as characters or as pinyin, the most frequent first. */
    static List<Known> beginningWith(IndexReader reader, String typed, Visibility mayRead) throws IOException {
        boolean letters = typed.chars().allMatch(c -> c >= 'a' && c <= 'z');
        Map<String, Integer> found = new HashMap<>(scan(reader, WORD, typed, mayRead));
        if (letters && typed.length() >= 2) {
            scan(reader, SOUND, Pinyin.sound(typed), mayRead)
                    .forEach((word, count) -> found.merge(word, count, Math::max));
            scan(reader, INITIALS, typed, mayRead).forEach((word, count) -> found.merge(word, count, Math::max));
        }
        return sorted(found, Comparator.comparing(known -> false));
    }

    /** Words one character away, the most frequent first. */
    static List<Known> similarTo(IndexReader reader, String word, Visibility mayRead) throws IOException {
        var found = new HashMap<String, Integer>();
        for (String mark : marks(mayRead)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(WORD);
                if (terms != null) {
                    var near = new FuzzyTermsEnum(terms, new Term(WORD, mark + word), 1, 1, true);
                    for (BytesRef term = near.next(); term != null; term = near.next()) {
                        found.merge(term.utf8ToString().substring(1), near.docFreq(), Integer::sum);
                    }
                }
            }
        }
        found.remove(word);
        return sorted(found, Comparator.comparing(known -> known.word().length() != word.length()));
    }

    private static Map<String, Integer> scan(IndexReader reader, String field, String prefix, Visibility mayRead)
            throws IOException {
        var found = new LinkedHashMap<String, Integer>();
        for (String mark : marks(mayRead)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                scan(leaf.reader().terms(field), mark + prefix, found);
            }
        }
        return found;
    }

    private static void scan(@Nullable Terms terms, String prefix, Map<String, Integer> found) throws IOException {
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        if (each.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END) {
            return;
        }
        BytesRef term = each.term();
        for (int i = 0; term != null && i < MOST_SCANNED; i++) {
            String value = term.utf8ToString();
            if (!value.startsWith(prefix)) {
                return;
            }
            int separator = value.indexOf(SEPARATOR);
            found.merge(value.substring(separator < 0 ? 1 : separator + 1), each.docFreq(), Integer::sum);
            term = each.next();
        }
    }

    private static List<Known> sorted(Map<String, Integer> found, Comparator<Known> first) {
        var sorted = new ArrayList<Known>();
        found.forEach((word, documents) -> sorted.add(new Known(word, documents)));
        sorted.sort(
                first.thenComparing(Comparator.comparingInt(Known::documents).reversed())
                        .thenComparingInt(known -> known.word().length())
                        .thenComparing(Known::word));
        return sorted;
    }

    /** Whether somebody may know that the word is there. */
    static boolean holds(IndexReader reader, String word, Visibility mayRead) throws IOException {
        for (String mark : marks(mayRead)) {
            if (reader.docFreq(new Term(WORD, mark + word)) > 0) {
                return true;
            }
        }
        return false;
    }
}
