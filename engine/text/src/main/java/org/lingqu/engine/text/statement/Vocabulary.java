package org.lingqu.engine.text.statement;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.lexicon.DataFile;
import org.lingqu.engine.text.statement.lexicon.Words;

/** The word lists of the grammar. */
final class Vocabulary {

    static final Words<EnumSet<Cue>> CUES = cues();
    static final Set<String> GENERIC_NOUNS = set("generic-nouns.txt");
    static final Set<String> VAGUE_SUBJECTS = set("vague-subjects.txt");
    static final Words<Boolean> REGION_WORDS = words("region-words.txt");
    /** Measures that go on about the object of the clause before when they stand alone. */
    static final Set<String> CARRIED_MEASURES = set("carried-measures.txt");

    private static final Set<String> MEASURES = set("measures.txt");
    private static final int LONGEST_MEASURE = 8;

    /** Verbs that may end the name of what is counted, 开工, 竣工. */
    static final Set<String> VERBS = set("event-verbs.txt");

    private Vocabulary() {}

    private static Words<EnumSet<Cue>> cues() {
        var words = new Words<EnumSet<Cue>>();
        DataFile.words("cues.tsv", (kind, word) -> {
            EnumSet<Cue> known = words.get(word);
            EnumSet<Cue> all = known == null ? EnumSet.noneOf(Cue.class) : EnumSet.copyOf(known);
            all.add(Cue.valueOf(kind.toUpperCase(Locale.ROOT)));
            words.put(word, all);
        });
        return words;
    }

    private static Words<Boolean> words(String file) {
        var words = new Words<Boolean>();
        set(file).forEach(word -> words.put(word, true));
        return words;
    }

    static Set<String> set(String file) {
        var words = new HashSet<String>();
        for (String[] row : DataFile.rows(file)) {
            for (String word : row[0].split(" ", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return Set.copyOf(words);
    }

    /** The noun at the end of a name that says what is measured, 产量 of 粮食产量; null when there is none. */
    static @Nullable String measureOf(String name) {
        for (int length = Math.min(LONGEST_MEASURE, name.length()); length > 0; length--) {
            String end = name.substring(name.length() - length);
            if (MEASURES.contains(end)) {
                return end;
            }
        }
        return null;
    }

    /** Whether a name says only what is measured and not of what. */
    static boolean isBareMeasure(String name) {
        return CARRIED_MEASURES.contains(name);
    }
}
