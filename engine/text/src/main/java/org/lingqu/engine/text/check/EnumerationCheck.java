package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.gazetteer.Place;
import org.lingqu.engine.text.gazetteer.PlaceContext;
import org.lingqu.engine.text.gazetteer.PlaceFinder;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * A count against the list beside it: 4个园区(甲、乙、丙、丁), or 甲、乙、丙、丁4个园区. The list may say where things are instead of what
 * they are, so that another number of entries contradicts only when the things counted are places and the entries too.
 */
final class EnumerationCheck {

    private static final String RULE = "enumeration";
    private static final int MOST = 40;
    private static final int NOUN = 24;
    private static final int ENTRY = 24;
    private static final int FAR = 300;
    private static final List<String> DIVISIONS = DataFile.words(EnumerationCheck.class, "division-words.txt");

    private EnumerationCheck() {}

    static @Nullable Check of(Located located) {
        Statement statement = located.statement();
        BigDecimal value = statement.value();
        if (value == null
                || statement.approx() != null
                || value.stripTrailingZeros().scale() > 0) {
            return null;
        }
        boolean listable = value.compareTo(BigDecimal.ONE) > 0 && value.compareTo(BigDecimal.valueOf(MOST)) <= 0;
        return listable ? beside(located, value) : null;
    }

    private static @Nullable Check beside(Located located, BigDecimal value) {
        String text = located.text();
        for (int i = located.start(); i < located.end(); i++) {
            Numeral number = Numeral.at(text, i);
            if (number != null && number.value().compareTo(value) == 0) {
                String inBrackets = bracketBehind(text, number.end(), located.stop());
                int entries = inBrackets == null ? 0 : entries(inBrackets);
                if (entries > 1 && BigDecimal.valueOf(entries).compareTo(value) == 0) {
                    return agrees(value);
                }
                return inFront(text, number, value, located.sentence());
            }
            i = number == null ? i : number.end() - 1;
        }
        return null;
    }

    private static Check agrees(BigDecimal value) {
        return new Check(RULE, value, value, Check.Verdict.AGREES);
    }

    /** What the bracket holds that follows the noun behind the number. */
    private static @Nullable String bracketBehind(String text, int from, int stop) {
        for (int i = from; i < Math.min(stop, from + NOUN); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '（') {
                int limit = Math.min(text.length(), i + FAR);
                int close = Math.max(text.indexOf(')', i, limit), text.indexOf('）', i, limit));
                return close < 0 ? null : text.substring(i + 1, close);
            }
            if ("，,、。；".indexOf(c) >= 0) {
                return null;
            }
        }
        return null;
    }

    /** How many entries a bracket lists; 0 when it is no list, or an open one (等). */
    private static int entries(String words) {
        if (words.endsWith("等") || words.indexOf('，') >= 0 || words.indexOf(',') >= 0 || words.indexOf('：') >= 0) {
            return 0;
        }
        int entries = 1;
        int length = 0;
        for (int i = 0; i < words.length(); i++) {
            boolean part = words.charAt(i) == '、' || words.charAt(i) == '和';
            length = part ? 0 : length + 1;
            entries += part ? 1 : 0;
            if (length > ENTRY) {
                return 0;
            }
        }
        return entries;
    }

    /** The list of places that ends where the number begins. */
    private static @Nullable Check inFront(String text, Numeral number, BigDecimal value, int sentence) {
        int from = Math.max(sentence, number.start() - FAR);
        String front = text.substring(from, number.start());
        String words = front.substring(Math.max(front.lastIndexOf('，'), front.lastIndexOf(',')) + 1);
        int places = places(words);
        if (places > 1 && BigDecimal.valueOf(places).compareTo(value) == 0) {
            return agrees(value);
        }
        boolean complete = places > 1 && DIVISIONS.stream().anyMatch(d -> isWord(text, number.end(), d));
        return complete
                ? new Check(RULE, BigDecimal.valueOf(places), value, Check.Verdict.CONTRADICTS)
                : named(words, value);
    }

    private static boolean isWord(String text, int at, String word) {
        int end = at + word.length();
        return text.startsWith(word, at) && (end >= text.length() || "，,。；、的（(".indexOf(text.charAt(end)) >= 0);
    }

    /** How many places stand in an unbroken list at the end of the words; 0 when anything else is between them. */
    private static int places(String words) {
        List<Place> found = new PlaceFinder(PlaceContext.NONE).find(words);
        int count = 0;
        int expected = words.length();
        for (Place place : found.reversed()) {
            if (place.end() != expected) {
                return count > 0 && isListMark(words, expected) ? 0 : count;
            }
            count++;
            expected = place.start();
            if (expected == 0 || !isListMark(words, expected)) {
                return count;
            }
            expected--;
        }
        return expected < words.length() && expected > 0 && isListMark(words, expected + 1) ? 0 : count;
    }

    private static boolean isListMark(String words, int before) {
        return before > 0 && before <= words.length() && "、和及与".indexOf(words.charAt(before - 1)) >= 0;
    }

    /** A list of other names: it agrees when the number of its entries does; where it begins is not certain enough for more. */
    private static @Nullable Check named(String words, BigDecimal value) {
        int marks = 0;
        for (int i = 0; i < words.length(); i++) {
            marks += words.charAt(i) == '、' ? 1 : 0;
        }
        boolean list = marks > 1 && !words.endsWith("等") && words.indexOf('等') < 0;
        return list && BigDecimal.valueOf(marks + 1L).compareTo(value) == 0 ? agrees(value) : null;
    }
}
