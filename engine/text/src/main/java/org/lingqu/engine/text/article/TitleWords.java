package org.lingqu.engine.text.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What words tell titles of papers, names of bodies and names of sites apart: {@code title-words.tsv}. */
final class TitleWords {

    private static final String SEPARATORS = "-_|—–·丨｜>»<《_";
    private static final int LONGEST_SITE = 20;

    private final Set<String> papers = new HashSet<>();
    private final Set<String> offices = new HashSet<>();
    private final Set<String> siteWords = new HashSet<>();
    private final WordIndex<Boolean> sites = new WordIndex<>();

    TitleWords() {
        for (String[] row : DataFile.rows("title-words.tsv", 2)) {
            for (String word : DataFile.words(row[1])) {
                switch (row[0]) {
                    case "ends" -> papers.add(word);
                    case "office" -> offices.add(word);
                    case "site" -> {
                        sites.add(word, true);
                        siteWords.add(word);
                    }
                    default -> {}
                }
            }
        }
    }

    /** Whether it ends as titles of official papers do. */
    boolean isPaper(String squeezed) {
        return endsWithOneOf(squeezed, papers);
    }

    /** Whether it is the name of a body and nothing more. */
    boolean isOffice(String squeezed) {
        return squeezed.length() <= 30
                && squeezed.indexOf('关') < 0
                && !isPaper(squeezed)
                && endsWithOneOf(squeezed, offices);
    }

    /** Whether it is the name of a site or of a body, and no title. */
    boolean isSite(String squeezed) {
        return squeezed.length() <= LONGEST_SITE && (isOffice(squeezed) || endsWithSite(squeezed));
    }

    private boolean endsWithSite(String squeezed) {
        for (int length = 1; length <= 4 && length < squeezed.length(); length++) {
            if (siteWords.contains(squeezed.substring(squeezed.length() - length))) {
                return true;
            }
        }
        return false;
    }

    /** The title without the names of sites and columns that stand behind or before it. */
    String withoutSite(String title) {
        String rest = title.strip();
        while (true) {
            int cut = lastSeparator(rest);
            if (cut <= 0) {
                return rest;
            }
            String last = rest.substring(cut + 1).strip();
            String before = trimSeparators(rest.substring(0, cut));
            if (!isSite(last, before)) {
                return rest;
            }
            rest = before;
        }
    }

    private boolean isSite(String part, String before) {
        String squeezed = Sense.squeeze(part);
        if (squeezed.isEmpty()) {
            return true;
        }
        boolean named = sites.in(squeezed) != null || squeezed.chars().allMatch(c -> c < 0x80);
        boolean shortName = squeezed.length() <= 8
                && squeezed.length() * 2 <= Sense.squeeze(before).length();
        return squeezed.length() <= LONGEST_SITE
                && (named || shortName)
                && Sense.squeeze(before).length() >= 4;
    }

    private static int lastSeparator(String text) {
        for (int i = text.length() - 1; i > 0; i--) {
            char c = text.charAt(i);
            boolean doubled = c == '—' && text.charAt(i - 1) == '—'; // a subtitle follows, no site
            if (doubled) {
                return -1;
            }
            if (SEPARATORS.indexOf(c) >= 0 && c != '《') {
                boolean ascii = c == '-' && isAsciiWord(text, i - 1) && isAsciiWord(text, i + 1);
                return ascii ? -1 : i;
            }
        }
        return -1;
    }

    private static boolean isAsciiWord(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x80 && Character.isLetterOrDigit(text.charAt(at));
    }

    private static String trimSeparators(String text) {
        int end = text.length();
        while (end > 0 && (SEPARATORS.indexOf(text.charAt(end - 1)) >= 0 || text.charAt(end - 1) <= ' ')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The parts of a document title, longest first is not sought: in order. */
    static List<String> parts(String title) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= title.length(); i++) {
            if (i == title.length() || "-_|丨｜>»".indexOf(title.charAt(i)) >= 0) {
                String part = title.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private static boolean endsWithOneOf(String text, Set<String> words) {
        for (int length = 1; length <= 4 && length <= text.length(); length++) {
            if (words.contains(text.substring(text.length() - length))) {
                return true;
            }
        }
        return false;
    }
}
