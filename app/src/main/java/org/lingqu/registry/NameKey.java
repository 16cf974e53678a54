package org.lingqu.registry;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: one width, lower case, no white space, one kind of brackets. */
public final class NameKey {

    private NameKey() {}

    /** The key of a name. */
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00b7・]", "")
                .replace('（', '(')
                .replace('）', ')')
                .toLowerCase(Locale.ROOT);
    }
}
