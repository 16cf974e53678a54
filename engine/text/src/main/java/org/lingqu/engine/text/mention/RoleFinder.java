package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.RoleMention;
import org.lingqu.engine.text.lexicon.WordMap;
import org.lingqu.engine.text.trace.TracedText;

/** Finds persons in office: 福建省科技厅党组书记、厅长林某某, and those a letter is addressed to (林某某委员：). */
final class RoleFinder {

    private static final WordMap<String> TITLES = WordMap.of(RoleFinder.class, "role-titles.txt");
    private static final WordMap<String> SURNAMES = WordMap.of(RoleFinder.class, "surnames.txt");
    private static final WordMap<String> AFTER = WordMap.of(RoleFinder.class, "after-name.txt");
    private static final List<String> ADDRESSED = List.of("委员", "代表");

    private RoleFinder() {}

    /** In the order of the passage. */
    static List<RoleMention> find(TracedText passage, List<Organisation> organisations) {
        String text = passage.toString();
        var found = new ArrayList<RoleMention>();
        var ends = new HashMap<Integer, Organisation>();
        organisations.forEach(one -> ends.put(one.end(), one));
        RoleMention addressed = addressed(passage, text);
        if (addressed != null) {
            found.add(addressed);
        }
        for (int at = 0; at < text.length(); at++) {
            String title = TITLES.startingAt(text, at);
            if (title == null) {
                continue;
            }
            int start = at;
            int end = chain(text, at + title.length());
            int name = personEnd(text, end);
            if (name > end) {
                String organisation = endingAt(ends, start, text);
                var span = passage.span(start, name);
                found.add(new RoleMention(text.substring(end, name), text.substring(start, end), organisation, span));
                end = name;
            }
            at = end - 1;
        }
        return found;
    }

    /** The end of a row of titles: 党组书记、厅长. */
    private static int chain(String text, int end) {
        int at = end;
        while (at < text.length()) {
            boolean mark = text.charAt(at) == '、' || text.charAt(at) == '，' || text.charAt(at) == '兼';
            String next = TITLES.startingAt(text, mark ? at + 1 : at);
            if (next == null) {
                return at;
            }
            at += next.length() + (mark ? 1 : 0);
        }
        return at;
    }

    /** Where the name ends that begins at an index; the index itself when no name stands there or its end is not certain. */
    private static int personEnd(String text, int start) {
        String surname = SURNAMES.startingAt(text, start);
        if (surname == null) {
            return start;
        }
        int given = start + surname.length();
        for (int length = 2; length >= 1; length--) {
            int end = given + length;
            if (end <= text.length() && isHan(text, given, end) && isEnd(text, end)) {
                return length == 2 && isWordBehind(text, end - 1) ? end - 1 : end;
            }
        }
        return start;
    }

    /** Whether a word of two characters that follows names begins here: 林某认为 ends before 认. */
    private static boolean isWordBehind(String text, int at) {
        return at + 2 <= text.length() && AFTER.contains(text.substring(at, at + 2));
    }

    private static boolean isEnd(String text, int at) {
        return at >= text.length() || TracedText.isSpace(text.charAt(at)) || AFTER.startingAt(text, at) != null;
    }

    private static boolean isHan(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '\u4e00' || text.charAt(i) > '\u9fff') {
                return false;
            }
        }
        return !TITLES.contains(text.substring(from, to));
    }

    private static @Nullable RoleMention addressed(TracedText passage, String text) {
        int colon = text.length() - 1;
        if (colon < 4 || colon > 12 || (text.charAt(colon) != '：' && text.charAt(colon) != ':')) {
            return null;
        }
        for (String title : ADDRESSED) {
            int end = colon - title.length();
            String surname = SURNAMES.startingAt(text, 0);
            if (surname != null
                    && text.startsWith(title, end)
                    && end > surname.length()
                    && end <= surname.length() + 2) {
                return new RoleMention(text.substring(0, end), title, null, passage.span(0, end + title.length()));
            }
        }
        return null;
    }

    /** The organisation directly in front of the title; the words 党组 or 党委 may stand between. */
    private static @Nullable String endingAt(Map<Integer, Organisation> organisations, int at, String text) {
        Organisation beside = organisations.get(at);
        if (beside == null && at >= 2 && (text.startsWith("党组", at - 2) || text.startsWith("党委", at - 2))) {
            beside = organisations.get(at - 2);
        }
        return beside == null ? null : beside.name();
    }
}
