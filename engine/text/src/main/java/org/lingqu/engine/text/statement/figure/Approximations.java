package org.lingqu.engine.text.statement.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement.Approximation;
import org.lingqu.engine.text.statement.lexicon.DataFile;
import org.lingqu.engine.text.statement.lexicon.Words;

/** The words of {@code approximations.tsv}. */
final class Approximations {

    private static final Words<Approximation> BEFORE = load("_before");
    private static final Words<Approximation> AFTER = load("_after");

    private Approximations() {}

    private static Words<Approximation> load(String side) {
        var words = new Words<Approximation>();
        DataFile.words("approximations.tsv", (kind, word) -> {
            if (kind.endsWith(side)) {
                String name = kind.substring(0, kind.length() - side.length());
                words.put(word, Approximation.valueOf(name.toUpperCase(Locale.ROOT)));
            }
        });
        return words;
    }

    static Words.@Nullable Match<Approximation> before(CharSequence text, int from) {
        return BEFORE.longest(text, from);
    }

    static Words.@Nullable Match<Approximation> after(CharSequence text, int from) {
        return AFTER.longest(text, from);
    }
}
