package org.lingqu.engine.text.statement.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.lexicon.DataFile;
import org.lingqu.engine.text.statement.lexicon.Words;

/** The units of {@code units.tsv}. */
public final class Units {

    /** Per cent, which fractions and 成 are turned into. */
    public static final Unit PERCENT = new Unit("%", Unit.Kind.PERCENT);

    private static final Words<Unit> ALL = load();

    private static final Words<Boolean> NOT_UNITS = loadNotUnits();

    private Units() {}

    private static Words<Boolean> loadNotUnits() {
        var words = new Words<Boolean>();
        DataFile.words("not-units.tsv", (kind, word) -> words.put(word, true));
        return words;
    }

    private static Words<Unit> load() {
        var words = new Words<Unit>();
        DataFile.words("units.tsv", (kind, word) -> {
            int equals = word.indexOf('=');
            String surface = equals < 0 ? word : word.substring(0, equals);
            String base = equals < 0 ? word : word.substring(equals + 1);
            words.put(surface, new Unit(base, Unit.Kind.valueOf(kind.toUpperCase(Locale.ROOT))));
        });
        return words;
    }

    /** The unit at a place, compounds such as {@code 元/吨} included, or null. */
    public static Words.@Nullable Match<Unit> at(CharSequence text, int from) {
        Words.Match<Unit> unit = ALL.longest(text, from);
        if (unit == null) {
            return null;
        }
        int slash = unit.end();
        if (slash < text.length() && (text.charAt(slash) == '/' || text.charAt(slash) == '／')) {
            Words.Match<Unit> lower = ALL.longest(text, slash + 1);
            if (lower != null) {
                return new Words.Match<>(lower.end(), unit.meaning().per(lower.meaning()));
            }
        }
        return unit;
    }

    /** Whether the last character of a unit begins a longer word that is none: 个别, 分别, 条例. */
    static boolean beginsWord(CharSequence text, int last) {
        return NOT_UNITS.longest(text, last) != null;
    }

    /** What a name of a unit means, {@code 亩}, or null. */
    public static @Nullable Unit named(String name) {
        return ALL.get(name);
    }
}
