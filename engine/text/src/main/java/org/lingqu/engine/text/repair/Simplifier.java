package org.lingqu.engine.text.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.RepairKind;

/**
 * Traditional characters become simplified ones, one for one. Characters and the phrases that split them (乾隆 keeps its 乾),
 * never vocabulary: 資訊 becomes 资讯, not 信息. From HanLP's table and {@code traditional.tsv}.
 */
final class Simplifier {

    private static final Simplifier STANDARD = new Simplifier();

    private final char[] simple = new char[65536];
    private final Map<Character, List<Phrase>> phrases = new HashMap<>();
    private final Set<Character> alsoSimplified = new HashSet<>();

    private Simplifier() {
        for (int c = 0; c < simple.length; c++) {
            simple[c] = (char) c;
        }
        DataFile.lines("data/dictionary/tc/t2s.txt").forEach(this::add);
        DataFile.lines("traditional.tsv").forEach(l -> add(l.replace('\t', '=')));
        for (char c : String.join("", DataFile.lines("also-simplified.txt")).toCharArray()) {
            alsoSimplified.add(c);
        }
    }

    private void add(String line) {
        int equals = line.indexOf('=');
        String from = line.substring(0, equals);
        String to = line.substring(equals + 1);
        if (equals == 1 && to.length() == 1) {
            simple[from.charAt(0)] = to.charAt(0);
        } else if (from.length() == to.length()) {
            phrases.computeIfAbsent(from.charAt(0), x -> new ArrayList<>()).add(new Phrase(from, to));
        }
    }

    static Simplifier standard() {
        return STANDARD;
    }

    /** The character alone, without its phrase. */
    char simple(char c) {
        return simple[c];
    }

    /** Characters alone, as many as there were. */
    String simple(CharSequence text) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            result.append(simple[text.charAt(i)]);
        }
        return result.toString();
    }

    /** @param whole whether the page is in traditional script; otherwise 著, 乾 and the like, which simplified text has too, stay */
    List<Edit> edits(String text, boolean whole) {
        var edits = new ArrayList<Edit>();
        int i = 0;
        while (i < text.length()) {
            Phrase phrase = phraseAt(text, i);
            if (phrase == null) {
                char c = text.charAt(i);
                if (simple[c] != c && (whole || !alsoSimplified.contains(c))) {
                    edits.add(one(i, simple[c]));
                }
                i++;
            } else {
                i = phrase(text, i, phrase, edits, whole);
            }
        }
        return edits;
    }

    private int phrase(String text, int start, Phrase phrase, List<Edit> edits, boolean whole) {
        for (int k = 0; k < phrase.to().length(); k++) {
            char before = text.charAt(start + k);
            char after = phrase.to().charAt(k);
            if (before != after && (whole || !alsoSimplified.contains(before))) {
                edits.add(one(start + k, after));
            }
        }
        return start + phrase.to().length();
    }

    private static Edit one(int at, char after) {
        return new Edit(at, at + 1, String.valueOf(after), RepairKind.TRADITIONAL, true);
    }

    private @Nullable Phrase phraseAt(String text, int start) {
        Phrase longest = null;
        for (Phrase phrase : phrases.getOrDefault(text.charAt(start), List.of())) {
            if ((longest == null || phrase.from().length() > longest.from().length())
                    && text.startsWith(phrase.from(), start)) {
                longest = phrase;
            }
        }
        return longest;
    }

    private record Phrase(String from, String to) {}
}
