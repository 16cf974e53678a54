package org.lingqu.engine.text.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.CutPart;

/** What the words of a line say about it: {@code line-words.tsv} and {@code disclaimers.txt}. */
final class LineWords {

    /** @param ends whether the article ends with such a line once it has begun */
    record Meaning(CutPart.Why why, boolean ends) {}

    private static final int SHORT = 80;
    private static final int FOOTER = 300;
    private static final int DISCLAIMER_LENGTH = 600;
    private static final Meaning DISCLAIMER = new Meaning(CutPart.Why.DISCLAIMER, true);

    private final Map<String, Meaning> whole = new HashMap<>();
    private final WordIndex<Meaning> starts = new WordIndex<>();
    private final WordIndex<Meaning> has = new WordIndex<>();
    private final Map<String, Meaning> ends = new HashMap<>();
    private final WordIndex<Boolean> disclaimers = new WordIndex<>();

    LineWords() {
        for (String[] row : DataFile.rows("line-words.tsv", 4)) {
            var meaning = new Meaning(CutPart.Why.valueOf(row[0].toUpperCase(Locale.ROOT)), row[2].equals("E"));
            for (String word : DataFile.words(row[3])) {
                switch (row[1]) {
                    case "is" -> whole.put(word, meaning);
                    case "starts" -> starts.add(word, meaning);
                    case "has" -> has.add(word, meaning);
                    case "ends" -> ends.put(word, meaning);
                    default -> throw new IllegalStateException("line-words.tsv: " + row[1]);
                }
            }
        }
        for (String[] row : DataFile.rows("disclaimers.txt", 1)) {
            for (String word : DataFile.words(row[0])) {
                disclaimers.add(word, true);
            }
        }
    }

    /** @param squeezed the line without spaces */
    @Nullable Meaning of(String squeezed) {
        if (squeezed.length() <= DISCLAIMER_LENGTH && squeezed.length() > 10 && disclaimers.count(squeezed) >= 2) {
            return DISCLAIMER;
        }
        String bare = withoutBrackets(squeezed);
        Meaning exact = whole.get(bare);
        if (exact != null) {
            return exact;
        }
        Meaning start = starts.at(bare, 0);
        start = start == null ? starts.at(squeezed, 0) : start;
        if (start != null && (squeezed.length() <= SHORT || start.why() == CutPart.Why.DISCLAIMER)) {
            return start;
        }
        if (squeezed.length() > SHORT) {
            Meaning rights = squeezed.length() <= FOOTER && !Sense.endsSentence(squeezed) ? has.in(squeezed) : null;
            return rights != null && rights.why() == CutPart.Why.FURNITURE ? rights : null;
        }
        for (int length = 1; length <= 5 && length < squeezed.length(); length++) {
            Meaning end = ends.get(squeezed.substring(squeezed.length() - length));
            if (end != null) {
                return end;
            }
        }
        return has.in(squeezed);
    }

    private static String withoutBrackets(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && "【[（(「『>»›·•|/＞→◆■●★☆※*-—".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "】]）)」』|/>»›：:·•…".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(start, end);
    }
}
