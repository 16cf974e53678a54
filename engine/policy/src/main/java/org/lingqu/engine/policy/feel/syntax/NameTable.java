package org.lingqu.engine.policy.feel.syntax;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names in scope that are more than one word, such as {@code string length} or {@code a-b}: FEEL reads the longest
 * one that is known. One-word names need no table.
 */
final class NameTable {

    private static final NameTable BUILT_IN = new NameTable(BuiltIns.NAMES, null);

    private final Map<String, String> written = new HashMap<>();
    private final @Nullable NameTable outer;
    private int longest;

    private NameTable(Collection<String> names, @Nullable NameTable outer) {
        this.outer = outer;
        this.longest = outer == null ? 0 : outer.longest;
        names.forEach(this::add);
    }

    /** The names of the built-in functions and {@code names}. */
    NameTable(Collection<String> names) {
        this(names, BUILT_IN);
    }

    /** Returns whether this changed what can be read. */
    boolean add(String name) {
        if (Characters.wordEnd(name, 0) == name.length()) {
            return false;
        }
        String normal = Characters.normalName(name);
        if (normal.isEmpty()) {
            return false;
        }
        longest = Math.max(longest, normal.length());
        return written.putIfAbsent(normal, name.strip().replaceAll("\\s+", " ")) == null;
    }

    @Nullable String find(CharSequence normal) {
        String known = written.get(normal.toString());
        return known == null && outer != null ? outer.find(normal) : known;
    }

    int longest() {
        return longest;
    }
}
