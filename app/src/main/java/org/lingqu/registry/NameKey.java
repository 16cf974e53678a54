package org.lingqu.registry;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: one width, lower case, no white space, one kind of brackets. */
public final class NameKey {

    private NameKey() {}

    /** The key of a name. */
    public static String of(String name) {
        var key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c >= '一' && c <= '龥') || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '(' || c == ')') {
                key.append(c);
            } else if (c == '（' || c == '）') {
                key.append(c == '（' ? '(' : ')');
            } else if (c != ' ') {
                return carefully(name);
            }
        }
        return key.toString();
    }

    private static String carefully(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00b7・]", "")
                .replace('（', '(')
                .replace('）', ')')
                .toLowerCase(Locale.ROOT);
    }
}
