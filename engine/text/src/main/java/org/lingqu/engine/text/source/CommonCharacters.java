package org.lingqu.engine.text.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;

/** The characters that half of every Chinese text is made of, in both scripts: {@code common-characters.txt}. */
final class CommonCharacters {

    /** From this score on a text is Chinese: one in seven of its non-ASCII characters is a common one. */
    static final int CHINESE = 140;

    private final BitSet characters;

    private CommonCharacters(BitSet characters) {
        this.characters = characters;
    }

    static CommonCharacters load() {
        var set = new BitSet(0x10000);
        try (InputStream in = Objects.requireNonNull(
                CommonCharacters.class.getResourceAsStream("common-characters.txt"), "common-characters.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> line.chars().forEach(set::set));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CommonCharacters(set);
    }

    /** Per thousand non-ASCII characters: how many are common, less ten for each that could not be decoded. */
    int score(CharSequence text) {
        int good = 0;
        int broken = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                good += characters.get(c) ? 1 : 0;
                // private use and box drawing are what a wrong charset gives where a right one has words
                broken += c == '\ufffd' || (c >= '\ue000' && c <= '\uf8ff') ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (int) ((good - 10L * broken) * 1000 / all);
    }
}
