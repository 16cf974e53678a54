package org.lingqu.engine.text.suspicion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.lexicon.DataFile;
import org.lingqu.engine.text.lexicon.WordMap;

/** Finds words of gambling and pornography advertising; whether they were spliced in is for {@link SplicedWords} to say. */
final class SpamLexicon {

    private static final SpamLexicon STANDARD = new SpamLexicon();

    /** How sure a word is. */
    enum Kind {
        STRONG,
        EDGE,
        BRAND,
        TOPIC,
        HEAD,
        TAIL,
        NOT
    }

    /** @param start UTF-16 index of the first unit, heads included */
    record Hit(int start, int end, Kind kind) {}

    private final Map<Kind, WordMap<Kind>> words = new EnumMap<>(Kind.class);

    private final boolean[] mayBegin = new boolean[65536];
    private final List<String> topics = DataFile.words(SpamLexicon.class, "spam-topics.txt");

    private SpamLexicon() {
        var read = new EnumMap<Kind, Map<String, Kind>>(Kind.class);
        for (String[] row : DataFile.rows(SpamLexicon.class, "spam-words.tsv")) {
            Kind kind = Kind.valueOf(row[1].strip().toUpperCase(Locale.ROOT));
            read.computeIfAbsent(kind, none -> new HashMap<>()).put(row[0], kind);
            mayBegin[row[0].charAt(0)] |= kind != Kind.TAIL && kind != Kind.NOT;
        }
        for (Kind kind : Kind.values()) {
            words.put(kind, new WordMap<>(read.getOrDefault(kind, Map.of())));
        }
    }

    static SpamLexicon standard() {
        return STANDARD;
    }

    /** Whether a page speaks of such things on purpose. */
    boolean isTopic(String text) {
        return topics.stream().anyMatch(text::contains);
    }

    /** Every hit in a text, the longest at each place, none overlapping. Letters match in either case. */
    List<Hit> find(String original) {
        var hits = new ArrayList<Hit>();
        String text = original.toLowerCase(Locale.ROOT);
        if (text.length() != original.length()) {
            return hits; // a letter that changes its length is none of ours, and places would shift
        }
        int i = 0;
        while (i < text.length()) {
            Hit hit = mayBegin[text.charAt(i)] && !insideLatin(text, i) ? at(text, i) : null;
            if (hit != null) {
                hits.add(hit);
            }
            i = hit == null ? i + 1 : hit.end();
        }
        return hits;
    }

    private static boolean insideLatin(String text, int at) {
        return at > 0 && isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private @Nullable Hit at(String text, int start) {
        int core = start;
        String head = longestAt(text, start, Kind.HEAD);
        Kind kind = coreKind(text, core);
        if (kind == null && head != null) {
            core = start + head.length();
            kind = coreKind(text, core);
        }
        if (kind == null) {
            return null;
        }
        String word = longestAt(text, core, kind);
        int end = core + (word == null ? 0 : word.length());
        int tailEnd = end;
        while (true) {
            String tail = longestAt(text, tailEnd, Kind.TAIL);
            if (tail == null) {
                break;
            }
            tailEnd += tail.length();
        }
        if (longestAt(text, core, Kind.NOT) != null || longestAt(text, end, Kind.NOT) != null) {
            return null;
        }
        if (kind == Kind.BRAND) {
            return tailEnd == end ? null : new Hit(start, tailEnd, Kind.EDGE);
        }
        boolean latinGoesOn = end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
        return latinGoesOn && tailEnd == end ? null : new Hit(start, tailEnd, kind);
    }

    /** The kind of the longest word that begins at a place. */
    private @Nullable Kind coreKind(String text, int at) {
        Kind best = null;
        int length = 0;
        for (Kind kind : new Kind[] {Kind.STRONG, Kind.EDGE, Kind.BRAND, Kind.TOPIC}) {
            String word = longestAt(text, at, kind);
            if (word != null && word.length() > length) {
                best = kind;
                length = word.length();
            }
        }
        return best;
    }

    private @Nullable String longestAt(String text, int at, Kind kind) {
        WordMap<Kind> ofKind = words.get(kind);
        return ofKind == null ? null : ofKind.startingAt(text, at);
    }
}
