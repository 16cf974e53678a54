package org.lingqu.library.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Visibility;
import org.lingqu.library.search.Understood.Alternative;
import org.lingqu.library.search.Understood.Kind;

/** Makes Lucene queries of what was understood. */
final class Queries {

    private static final String SIGN = "号";
    private static final float OTHER_WORD = 0.8f;
    private static final float BESIDE_THE_BEST_FIELD = 0.1f;
    private static final int LONGEST_NEIGHBOURS = 20;

    private static final Map<String, Float> FIELDS =
            Map.of(Documents.TITLE, 3f, Documents.NAMES, 2f, Documents.TEXT, 1f);

    private final Analyzer analyzer;

    Queries(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Everything that has all words, or when relaxed most of them. */
    Query of(Understood understood, Synonyms synonyms) {
        Query all = all(understood, synonyms);
        Query neighbours = understood.relaxed() ? null : neighbours(understood.wanted());
        return neighbours == null
                ? all
                : new BooleanQuery.Builder()
                        .add(all, Occur.MUST)
                        .add(neighbours, Occur.SHOULD)
                        .build();
    }

    private Query all(Understood understood, Synonyms synonyms) {
        if (understood.terms().isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        var all = new BooleanQuery.Builder();
        List<Understood.Term> wanted = understood.wanted();
        for (Understood.Term term : understood.terms()) {
            Occur occur = term.excluded() ? Occur.MUST_NOT : understood.relaxed() ? Occur.SHOULD : Occur.MUST;
            all.add(term(term, synonyms), occur);
        }
        if (wanted.isEmpty()) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        if (understood.relaxed()) {
            all.setMinimumNumberShouldMatch(Math.max(1, wanted.size() * 3 / 5));
        }
        return all.build();
    }

    /**
     * What matches, and nothing about how well: alternatives that contain another one, as 国家高新技术企业 contains 高新技术企业, find
     * nothing more and are not looked for.
     */
    Query matching(Understood understood, Synonyms synonyms) {
        var terms = understood.terms().stream()
                .map(term -> term.kind() == Kind.DOCUMENT_NUMBER
                        ? term
                        : new Understood.Term(
                                term.text(), term.kind(), term.excluded(), term.piece(), needed(term, synonyms)))
                .toList();
        return all(new Understood(terms, understood.shortened(), understood.relaxed()), synonyms);
    }

    private static List<Alternative> needed(Understood.Term term, Synonyms synonyms) {
        var needed = new ArrayList<Alternative>();
        for (Alternative one : term.alternatives()) {
            boolean contained = isFoundWith(term.text(), one.text(), synonyms)
                    || term.alternatives().stream()
                            .anyMatch(other -> !other.text().equals(one.text())
                                    && isFoundWith(other.text(), one.text(), synonyms));
            if (!contained) {
                needed.add(one);
            }
        }
        return needed;
    }

    /** Whether what has the longer word has the shorter one; Latin letters are whole words, and exceptions may keep it from counting. */
    private static boolean isFoundWith(String shorter, String longer, Synonyms synonyms) {
        return longer.contains(shorter)
                && shorter.chars().allMatch(c -> Fold.isHan((char) c))
                && synonyms.notInside(shorter).isEmpty();
    }

    /**
     * What tells roughly how well a document that matches does so: the pairs of characters of all words wherever they stand, each weighed
     * once. Knows no places, so that Lucene can pass over most documents.
     */
    Query roughly(Understood understood) {
        var weights = new LinkedHashMap<Term, Float>();
        for (Understood.Term term : understood.wanted()) {
            loose(term.text(), 1, weights);
            term.alternatives().forEach(other -> loose(other.text(), OTHER_WORD, weights));
        }
        var any = new BooleanQuery.Builder();
        weights.forEach((term, weight) -> any.add(new BoostQuery(new TermQuery(term), weight), Occur.SHOULD));
        return any.build();
    }

    private void loose(String folded, float boost, Map<Term, Float> weights) {
        for (Token token : tokens(folded)) {
            FIELDS.forEach((field, weight) -> weights.merge(new Term(field, token.text()), weight * boost, Math::max));
        }
    }

    /** Documents where one of the fields has the term or another word for it. */
    Query term(Understood.Term term, Synonyms synonyms) {
        if (term.kind() == Kind.DOCUMENT_NUMBER) {
            return number(term.text());
        }
        var any = new ArrayList<Query>(fields(term.text(), 1, synonyms));
        for (Alternative other : term.alternatives()) {
            any.addAll(fields(other.text(), OTHER_WORD, synonyms));
        }
        return any.isEmpty() ? MatchNoDocsQuery.INSTANCE : new DisjunctionMaxQuery(any, BESIDE_THE_BEST_FIELD);
    }

    /** The document itself far before those that cite it, also with a space before its last character, which leaves a place free. */
    private Query number(String number) {
        var any = new ArrayList<Query>();
        any.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Documents.NUMBER, number))), 100));
        any.addAll(fields(number, 1, Synonyms.none()));
        if (number.endsWith(SIGN)) {
            any.addAll(fields(number.substring(0, number.length() - 1) + " " + SIGN, 1, Synonyms.none()));
        }
        return new DisjunctionMaxQuery(any, BESIDE_THE_BEST_FIELD);
    }

    private List<Query> fields(String folded, float boost, Synonyms synonyms) {
        var queries = new ArrayList<Query>(FIELDS.size());
        FIELDS.forEach((field, weight) -> {
            Query query = phrase(field, folded);
            if (query != null) {
                queries.add(new BoostQuery(notInside(field, query, folded, synonyms), weight * boost));
            }
        });
        return queries;
    }

    /** 高企, but not where it is only part of 提高企业. */
    private Query notInside(String field, Query query, String folded, Synonyms synonyms) {
        List<String> longer = synonyms.notInside(folded);
        IntervalsSource outside = longer.isEmpty() ? null : interval(folded);
        if (outside == null) {
            return query;
        }
        for (String other : longer) {
            IntervalsSource around = interval(other);
            if (around != null) { // one inside the other: of a disjunction, Lucene would ask each for itself
                outside = Intervals.notContainedBy(outside, around);
            }
        }
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new IntervalQuery(field, outside), Occur.FILTER)
                .build();
    }

    /** Words typed without a space between them count for more where they stand so. */
    private @Nullable Query neighbours(List<Understood.Term> wanted) {
        var any = new ArrayList<Query>();
        for (int i = 0; i < wanted.size(); i++) {
            var together = new StringBuilder(wanted.get(i).text());
            int last = i;
            while (last + 1 < wanted.size()
                    && wanted.get(last + 1).piece() == wanted.get(i).piece()
                    && together.length() < LONGEST_NEIGHBOURS) {
                together.append(wanted.get(++last).text());
            }
            if (last > i) {
                Query title = phrase(Documents.TITLE, together.toString());
                Query text = phrase(Documents.TEXT, together.toString());
                if (title != null && text != null) {
                    any.add(new BoostQuery(title, 3));
                    any.add(text);
                }
                i = last;
            }
        }
        return any.isEmpty() ? null : new DisjunctionMaxQuery(any, BESIDE_THE_BEST_FIELD);
    }

    /** Exactly these characters in a row; null when there is nothing to look for. Pairs where there are any: fewer and rarer terms. */
    @Nullable Query phrase(String field, String folded) {
        List<Token> chosen = tokens(folded);
        if (chosen.isEmpty()) {
            return null;
        }
        if (chosen.size() == 1) {
            return new TermQuery(new Term(field, chosen.getFirst().text()));
        }
        var phrase = new PhraseQuery.Builder();
        chosen.forEach(token -> phrase.add(new Term(field, token.text()), token.position()));
        return phrase.build();
    }

    /** For words of Chinese characters only, as the list of exceptions has them. Intervals know no gaps: one pair a position. */
    private @Nullable IntervalsSource interval(String folded) {
        if (folded.length() < 2 || !folded.chars().allMatch(c -> Fold.isHan((char) c))) {
            return null;
        }
        IntervalsSource[] pairs = all(folded).stream()
                .filter(Token::pair)
                .map(token -> Intervals.term(token.text()))
                .toArray(IntervalsSource[]::new);
        return pairs.length == 0 ? null : Intervals.phrase(pairs);
    }

    private record Token(String text, int position, boolean pair) {}

    private List<Token> tokens(String folded) {
        List<Token> all = all(folded);
        var chosen = new ArrayList<Token>();
        int covered = -1;
        int last = all.isEmpty() ? -1 : all.getLast().position();
        for (int position = 0; position <= last; position++) {
            if (position <= covered) {
                continue;
            }
            Token pair = at(all, position, true);
            Token single = at(all, position, false);
            if (pair != null) {
                chosen.add(pair);
                covered = position + 1;
            } else if (single != null) {
                Token before = at(all, position - 1, true);
                chosen.add(before == null ? single : before);
                covered = position;
            }
        }
        return chosen;
    }

    private static @Nullable Token at(List<Token> all, int position, boolean pair) {
        for (Token token : all) {
            if (token.position() == position && token.pair() == pair) {
                return token;
            }
        }
        return null;
    }

    private List<Token> all(String folded) {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = analyzer.tokenStream(Documents.TEXT, folded)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            var length = stream.addAttribute(PositionLengthAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), position, length.getPositionLength() == 2));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    static Query mayRead(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> new TermQuery(new Term(Documents.VISIBILITY, Visibility.PUBLIC.name()));
            case INTERNAL -> MatchAllDocsQuery.INSTANCE;
        };
    }

    static Query filter(Dimension dimension, Set<String> values) {
        return new TermInSetQuery(
                dimension.field(), values.stream().map(BytesRef::new).toList());
    }

    /** Null when there is no bound. */
    static @Nullable Query published(SearchRequest request) {
        return request.from() == null && request.to() == null
                ? null
                : LongField.newRangeQuery(
                        Documents.PUBLISHED,
                        request.from() == null ? Long.MIN_VALUE : request.from().toEpochDay(),
                        request.to() == null ? Long.MAX_VALUE : request.to().toEpochDay());
    }
}
