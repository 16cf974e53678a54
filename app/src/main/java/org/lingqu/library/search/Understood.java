package org.lingqu.library.search;

import java.util.List;

/**
 * How a query was read.
 *
 * @param terms in order
 * @param shortened whether the query was too long and its end was left aside
 * @param relaxed whether nothing had all words, so that most of them were enough
 */
public record Understood(List<Term> terms, boolean shortened, boolean relaxed) {

    public Understood {
        terms = List.copyOf(terms);
    }

    Understood relax() {
        return new Understood(terms, shortened, true);
    }

    /** Whether there is nothing to look for, so that everything matches. */
    boolean isEmpty() {
        return terms.stream().allMatch(Term::excluded);
    }

    /** The words that must be there. */
    List<Term> wanted() {
        return terms.stream().filter(term -> !term.excluded()).toList();
    }

    /** What sort of term. */
    public enum Kind {
        WORD,
        /** Exactly these characters in a row, as in quotation marks. */
        PHRASE,
        /** A 发文字号, however its brackets were typed. */
        DOCUMENT_NUMBER
    }

    /**
     * @param text folded
     * @param excluded whether documents that have it are left out
     * @param piece number of the space-separated piece it came from, so that neighbours are known
     * @param alternatives what is looked for beside it
     */
    public record Term(String text, Kind kind, boolean excluded, int piece, List<Alternative> alternatives) {

        public Term {
            alternatives = List.copyOf(alternatives);
        }

        Term also(List<Alternative> more) {
            var all = new java.util.ArrayList<>(alternatives);
            all.addAll(more);
            return new Term(text, kind, excluded, piece, all);
        }
    }

    /** Another word for the same, folded. */
    public record Alternative(String text, Why why) {}

    /** Why another word is looked for too. */
    public enum Why {
        /** From the list of synonyms. */
        SYNONYM,
        /** The word was typed as pinyin or its initials. */
        PINYIN,
        /** Other vocabulary for the same in traditional script: 資訊 for 信息. */
        TRADITIONAL
    }
}
