package org.lingqu.engine.text.mention;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.lexicon.WordMap;

/** Whom a speaker means by 我省 or 我厅. */
final class Actors {

    private static final WordMap<String> WORDS = WordMap.of(Actors.class, "region-actors.txt");

    private final @Nullable String issuer;
    private final @Nullable Division home;

    Actors(@Nullable String issuer, @Nullable Division home) {
        this.issuer = issuer;
        this.home = home;
    }

    /** @param end index after the word */
    record Self(String name, int end) {}

    /** The speaker or its region, when such a word begins at an index; by the word itself when nobody knows who speaks. */
    @Nullable Self at(String text, int at) {
        String word = WORDS.startingAt(text, at);
        if (word == null) {
            return null;
        }
        String name = "I".equals(WORDS.get(word)) ? issuer : region(word);
        return new Self(name == null ? word : name, at + word.length());
    }

    private @Nullable String region(String word) {
        return Divisions.standard().ofRegionWord(word, home).map(Division::name).orElse(null);
    }
}
