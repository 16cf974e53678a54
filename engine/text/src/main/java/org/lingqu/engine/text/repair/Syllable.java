package org.lingqu.engine.text.repair;

import org.jspecify.annotations.Nullable;

/**
 * A syllable in Latin letters as it stands in a text.
 *
 * @param toneless lower case, {@code ü} as {@code v}
 * @param toned whether a letter bears a tone mark or an umlaut, or a tone digit follows: plain Latin words do not
 * @param end UTF-16 index after it
 */
record Syllable(String toneless, boolean toned, int end) {

    /** Letters with marks and the letters beneath them. A breve is what careless converters write for a caron. */
    private static final String MARKED = "āaáaǎaàaăaōoóoǒoòoŏoēeéeěeèeĕeêeīiíiǐiìiĭiūuúuǔuùuŭuǖvǘvǚvǜvüvńnňnǹnḿmɡgɑa";

    private static final int LONGEST = 6;

    /** The syllable that begins at a place; null when there is none that Chinese knows. */
    static @Nullable Syllable at(String text, int start, Readings readings) {
        var letters = new StringBuilder(LONGEST);
        boolean toned = false;
        int i = start;
        while (i < text.length() && letters.length() <= LONGEST) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters.append(c);
            } else if (isToneCombining(c) && i > start) {
                toned = true;
                if (c == '\u0308') {
                    letters.setCharAt(letters.length() - 1, 'v');
                }
            } else {
                char base = base(c);
                if (base == 0) {
                    break;
                }
                toned = true;
                letters.append(base);
            }
            i++;
        }
        if (letters.isEmpty() || letters.length() > LONGEST) {
            return null;
        }
        if (i < text.length() && text.charAt(i) >= '1' && text.charAt(i) <= '5') {
            toned = true;
            i++;
        }
        String toneless = letters.toString().replace("u:", "v");
        return readings.isSyllable(toneless) ? new Syllable(toneless, toned, i) : null;
    }

    /** Whether a character is a letter that only readings have. */
    static boolean isMarked(char c) {
        return base(c) != 0;
    }

    private static boolean isToneCombining(char c) {
        return c == '\u0300' || c == '\u0301' || c == '\u0304' || c == '\u0306' || c == '\u0308' || c == '\u030c';
    }

    private static char base(char c) {
        if (c < 0x80) {
            return 0;
        }
        for (int i = 0; i < MARKED.length(); i += 2) {
            if (MARKED.charAt(i) == c) {
                return MARKED.charAt(i + 1);
            }
        }
        return 0;
    }
}
