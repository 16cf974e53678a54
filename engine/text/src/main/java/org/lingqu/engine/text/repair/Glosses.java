package org.lingqu.engine.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.RepairKind;

/**
 * Readings in Latin letters that a converter put behind characters, {@code 創(chuàng)}: recognised because the character
 * is read so. Brackets may be damaged or gone, and the character itself may have become a question mark.
 *
 * <p>{@code (Baidu)}, {@code (GDP)} and {@code 创新(innovation)} are no readings of the character before them and stay.
 */
final class Glosses {

    private static final String OPEN = "(（";
    private static final String CLOSE = ")）";
    private static final String DAMAGE = "?？�□";

    private final Readings readings = Readings.standard();
    private final LostCharacters lost;
    private final boolean tonelessToo;

    /** @param tonelessToo whether the page has shown itself full of glosses, so that {@code 创(chuang)} is one as well */
    Glosses(LostCharacters lost, boolean tonelessToo) {
        this.lost = lost;
        this.tonelessToo = tonelessToo;
    }

    /** How many whole glosses with tone marks stand in a line; a page with several has been through a converter. */
    static int count(String text) {
        var glosses = new Glosses(LostCharacters.NONE, false);
        return (int) glosses.edits(text).stream()
                .filter(e -> e.kind() == RepairKind.PINYIN_GLOSS)
                .count();
    }

    List<Edit> edits(String text) {
        var edits = new ArrayList<Edit>();
        int done = 0;
        int i = 0;
        while (i < text.length()) {
            Gloss gloss = mayBegin(text, i) ? at(text, i) : null;
            if (gloss == null) {
                i++;
                continue;
            }
            int end = gloss.end();
            boolean own = i > done && isOwn(text.charAt(i - 1), gloss);
            if (own && sure(gloss)) {
                edits.add(new Edit(i - 1, end, text.substring(i - 1, i), RepairKind.PINYIN_GLOSS, true));
            } else if (!own && gloss.closed() && gloss.syllable().toned() && isLost(text, i, gloss)) {
                end = restore(text, i, gloss, edits);
            } else {
                i++;
                continue;
            }
            done = end;
            i = end;
        }
        return edits;
    }

    private static boolean mayBegin(String text, int at) {
        char c = text.charAt(at);
        return OPEN.indexOf(c) >= 0
                || DAMAGE.indexOf(c) >= 0
                || (at > 0 && CharClass.isHan(text.charAt(at - 1)) && isLetter(c));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || CharClass.is(c, CharClass.MARKED);
    }

    private boolean isOwn(char before, Gloss gloss) {
        String toneless = gloss.syllable().toneless();
        return readings.reads(before, toneless)
                || readings.reads(Simplifier.standard().simple(before), toneless);
    }

    /** A toneless or half-bracketed syllable is a gloss only where there are many. */
    private boolean sure(Gloss gloss) {
        boolean whole = gloss.opened() && gloss.closed();
        if (gloss.syllable().toned()) {
            return whole || tonelessToo || gloss.opened() || gloss.closed();
        }
        return tonelessToo && whole && gloss.syllable().toneless().length() > 1;
    }

    /** The character is gone where a sign of damage stands, or where the bracket follows a character read otherwise. */
    private boolean isLost(String text, int start, Gloss gloss) {
        boolean damaged =
                DAMAGE.indexOf(text.charAt(start)) >= 0 || (start > 0 && DAMAGE.indexOf(text.charAt(start - 1)) >= 0);
        boolean afterHan = start > 0 && CharClass.isHanOrSign(text.charAt(start - 1));
        boolean beforeHan = gloss.end() < text.length() && CharClass.isHan(text.charAt(gloss.end()));
        return damaged || (gloss.opened() && tonelessToo && (afterHan || beforeHan));
    }

    /** Replaces the damaged gloss, and a second one that hangs together with it. */
    private int restore(String text, int start, Gloss first, List<Edit> edits) {
        boolean behindMark = start > 0
                && DAMAGE.indexOf(text.charAt(start - 1)) >= 0
                && DAMAGE.indexOf(text.charAt(start)) < 0
                && (edits.isEmpty() || edits.getLast().end() < start);
        int from = behindMark ? start - 1 : start;
        Gloss second = DAMAGE.indexOf(text.charAt(start)) >= 0 && first.end() < text.length()
                ? damagedAt(text, first.end())
                : null;
        if (second != null) {
            String one = lost.torn(
                    text, from, first.syllable().toneless(), second.syllable().toneless(), second.end());
            if (one != null) {
                edits.add(new Edit(from, second.end(), one, RepairKind.LOST_CHARACTER, false));
                return second.end();
            }
        }
        String answer = lost.between(text, from, first.syllable().toneless(), first.end());
        edits.add(new Edit(from, first.end(), answer, RepairKind.LOST_CHARACTER, false));
        return first.end();
    }

    private @Nullable Gloss damagedAt(String text, int start) {
        Gloss gloss = DAMAGE.indexOf(text.charAt(start)) >= 0 ? at(text, start) : null;
        return gloss != null && gloss.closed() && gloss.syllable().toned() ? gloss : null;
    }

    /** What looks like a gloss at a place: at least one bracket, or a sign of damage where it stood. */
    private @Nullable Gloss at(String text, int start) {
        int i = start;
        boolean damaged = DAMAGE.indexOf(text.charAt(i)) >= 0;
        if (damaged) {
            i++;
        }
        boolean opened = i < text.length() && OPEN.indexOf(text.charAt(i)) >= 0;
        if (opened) {
            i = skipSpaces(text, i + 1);
        }
        if (i >= text.length()) {
            return null;
        }
        Syllable syllable = Syllable.at(text, i, readings);
        if (syllable == null) {
            return null;
        }
        int afterSpaces = skipSpaces(text, syllable.end());
        boolean closed = afterSpaces < text.length() && CLOSE.indexOf(text.charAt(afterSpaces)) >= 0;
        if (closed) {
            return new Gloss(syllable, opened || damaged, true, afterSpaces + 1);
        }
        boolean brokenOff = opened && (syllable.end() == text.length() || !isWordPart(text.charAt(syllable.end())));
        if (!brokenOff) {
            return null;
        }
        boolean mark = syllable.end() < text.length() && DAMAGE.indexOf(text.charAt(syllable.end())) >= 0;
        return new Gloss(syllable, true, false, syllable.end() + (mark ? 1 : 0));
    }

    private static boolean isWordPart(char c) {
        return c < 0x250 && (Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '\'' || c == '.' || c == '/');
    }

    private static int skipSpaces(String text, int start) {
        int i = start;
        while (i < text.length() && i < start + 2 && CharClass.is(text.charAt(i), CharClass.SPACE)) {
            i++;
        }
        return i;
    }

    /** @param end index after the closing bracket, or after the syllable when there is none */
    private record Gloss(Syllable syllable, boolean opened, boolean closed, int end) {}
}
