package org.lingqu.engine.text.repair;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How characters are read: every reading of each, without tones, {@code ü} as {@code v}. From HanLP's reading table. */
final class Readings {

    private static final Readings STANDARD = new Readings();

    private final Map<Character, Set<String>> byCharacter = new HashMap<>(32768);
    private final Map<String, StringBuilder> byReading = new HashMap<>(1024);

    private Readings() {
        for (String line : DataFile.lines("data/dictionary/pinyin/pinyin.txt")) {
            int equals = line.indexOf('=');
            if (equals == 1) {
                for (String reading : line.substring(2).split(",", -1)) {
                    add(line.charAt(0), reading.substring(0, reading.length() - 1));
                }
            }
        }
    }

    private void add(char c, String reading) {
        if (byCharacter.computeIfAbsent(c, x -> new HashSet<>(4)).add(reading)) {
            byReading.computeIfAbsent(reading, x -> new StringBuilder()).append(c);
        }
    }

    static Readings standard() {
        return STANDARD;
    }

    /** @param syllable toneless, as {@link Syllable} gives it */
    boolean reads(char c, String syllable) {
        Set<String> readings = byCharacter.get(c);
        return readings != null && readings.contains(syllable);
    }

    boolean isSyllable(String syllable) {
        return byReading.containsKey(syllable);
    }

    /** Every character that can be read so, the common and the rare. */
    CharSequence characters(String syllable) {
        @Nullable StringBuilder found = byReading.get(syllable);
        return found == null ? "" : found;
    }
}
