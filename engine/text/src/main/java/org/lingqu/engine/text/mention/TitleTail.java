package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in round brackets directly behind a title: its number, and the short names it gets.
 *
 * @param end index after the last bracket; where the title ends when there is none
 */
record TitleTail(int end, @Nullable String number, List<String> aliases) {

    private static final List<String> CALLED = List.of("以下简称", "以下统称", "以下称", "下称", "简称", "又称", "即");
    private static final int LONGEST = 60;

    static TitleTail after(String text, int titleEnd) {
        var aliases = new ArrayList<String>();
        String number = null;
        int end = titleEnd;
        while (end < text.length() && isOpen(text.charAt(end))) {
            int close = close(text, end);
            if (close < 0) {
                break;
            }
            for (String part : parts(text.substring(end + 1, close))) {
                String found = DocumentNumber.whole(part);
                number = found == null ? number : found;
                String alias = found == null ? alias(part) : null;
                if (alias != null) {
                    aliases.add(alias);
                }
            }
            end = close + 1;
        }
        return new TitleTail(end, number, List.copyOf(aliases));
    }

    private static List<String> parts(String content) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= content.length(); i++) {
            if (i == content.length() || "，,；;、".indexOf(content.charAt(i)) >= 0) {
                parts.add(content.substring(from, i).strip());
                from = i + 1;
            }
        }
        return parts;
    }

    /** A short name: announced (以下简称…), or nothing but a name in quotes. */
    private static @Nullable String alias(String part) {
        for (String called : CALLED) {
            if (part.startsWith(called)) {
                return name(part.substring(called.length()));
            }
        }
        return part.startsWith("“") && part.endsWith("”") ? name(part) : null;
    }

    private static @Nullable String name(String words) {
        String bare = words.strip();
        bare = bare.startsWith("：") || bare.startsWith(":") ? bare.substring(1) : bare;
        if (bare.length() > 2 && "“《\"「".indexOf(bare.charAt(0)) >= 0) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return bare.isEmpty() || bare.length() > 20 ? null : bare;
    }

    private static int close(String text, int open) {
        int depth = 0;
        int limit = Math.min(text.length(), open + LONGEST);
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            if (isOpen(c)) {
                depth++;
            } else if ((c == ')' || c == '）') && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOpen(char c) {
        return c == '(' || c == '（';
    }
}
