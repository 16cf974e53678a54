package org.lingqu.engine.text.suspicion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.engine.text.repair.RepairedPage;
import org.lingqu.engine.text.source.DecodedPage;
import org.lingqu.engine.text.source.Line;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.trace.TracedText;

/**
 * The personal data of one page, and how its output goes without it. A character is replaced by {@code *} one for one, so that
 * every offset still holds. A mobile or identity number keeps its first three and last two characters, a landline number its
 * area code and last two, a mail address its first letter and what follows the {@code @}. Names of persons stay.
 *
 * <p>Masking goes by the words themselves, in the file's spelling and the repaired one, wherever in the output they stand:
 * quotes, titles and repairs all leave through it.
 */
public final class Masking {

    private static final char MASK = '*';

    private final Map<String, String> masks = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();
    private final List<Warning> warnings = new ArrayList<>();

    private Masking() {}

    /** Finds the personal data of a page. Never throws. */
    public static Masking of(DecodedPage source, RepairedPage page) {
        var masking = new Masking();
        var data = new PersonalData();
        var places = new Places(source.text());
        var columns = new HashSet<Long>();
        boolean announced = false;
        for (Line line : page.lines()) {
            String text = line.text().toString();
            Markup.Cell cell = line.markup().cell();
            if (cell != null && (cell.header() || cell.row() == 0) && data.heads(text)) {
                columns.add(column(cell));
            }
            announced |= cell != null && cell.row() > 0 && columns.contains(column(cell));
            for (PersonalData.Found found : data.in(text, announced)) {
                masking.add(line.text(), found, places);
            }
            announced = data.announces(text);
        }
        return masking;
    }

    private static long column(Markup.Cell cell) {
        return ((long) cell.table() << 32) | cell.column();
    }

    private void add(TracedText line, PersonalData.Found found, Places places) {
        var span = line.span(found.start(), found.end());
        String words = line.toString().substring(found.start(), found.end());
        learn(words, found.kind());
        String inFile = places.text(span.start(), span.end());
        if (!inFile.equals(words)) {
            learn(inFile, found.kind());
        }
        warnings.add(new Warning(
                WarningCode.PERSONAL_DATA, span, found.kind().words() + "，输出中已遮盖：" + masks.getOrDefault(words, "")));
    }

    private void learn(String words, PersonalData.Kind kind) {
        masks.put(words, mask(words, kind));
        lengths.add(words.length());
    }

    /** Where the data stands; one warning each. */
    public List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    /** The same words, as many code points, with the page's personal data masked. */
    public String apply(String text) {
        if (masks.isEmpty() || text.isEmpty()) {
            return text;
        }
        StringBuilder result = null;
        int i = 0;
        while (i < text.length()) {
            String hit = i > 0 && isPart(text.charAt(i - 1)) && isPart(text.charAt(i)) ? null : at(text, i);
            if (hit == null) {
                i++;
                continue;
            }
            result = result == null ? new StringBuilder(text) : result;
            result.replace(i, i + hit.length(), masks.getOrDefault(hit, hit));
            i += hit.length();
        }
        return result == null ? text : result.toString();
    }

    /** As {@link #apply}; null stays null. */
    public @Nullable String applyTo(@Nullable String text) {
        return text == null ? null : apply(text);
    }

    private @Nullable String at(String text, int start) {
        for (int length : lengths.descendingSet()) {
            if (start + length <= text.length()) {
                String words = text.substring(start, start + length);
                if (masks.containsKey(words)) {
                    return words;
                }
            }
        }
        return null;
    }

    private static boolean isPart(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static String mask(String words, PersonalData.Kind kind) {
        var masked = new StringBuilder(words);
        int first = switch (kind) {
            case MOBILE, IDENTITY -> 3;
            case LANDLINE -> areaCode(words);
            case EMAIL -> words.indexOf('@') > 2 ? 1 : 0; // of a short name nothing is left
        };
        int keep = kind == PersonalData.Kind.EMAIL ? 0 : 2;
        int end = kind == PersonalData.Kind.EMAIL ? words.indexOf('@') : words.length();
        int total = (int)
                words.substring(0, end).chars().filter(c -> isPart((char) c)).count();
        int seen = 0;
        for (int i = 0; i < end; i++) {
            if (isPart(words.charAt(i)) && seen++ >= first && seen <= total - keep) {
                masked.setCharAt(i, MASK);
            }
        }
        return masked.toString();
    }

    /** How many digits of it say where, not whom. */
    private static int areaCode(String words) {
        int digits = 0;
        for (int i = 0; i < words.length() && digits < 5; i++) {
            if (isPart(words.charAt(i))) {
                digits++;
            } else if (digits > 0) {
                return digits;
            }
        }
        return words.charAt(0) == '0' ? 4 : 0;
    }

    /** Reads the file by code points, in order. */
    private static final class Places {

        private final String text;
        private final boolean plain;

        Places(String text) {
            this.text = text;
            plain = text.codePointCount(0, text.length()) == text.length();
        }

        String text(int start, int end) {
            if (plain) {
                return text.substring(start, end);
            }
            int from = text.offsetByCodePoints(0, start);
            return text.substring(from, text.offsetByCodePoints(from, end - start));
        }
    }
}
