package org.lingqu.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How officers head columns beside what the dictionary of facts declares: the file {@code header-words.tsv}, which says more. */
final class HeaderWords {

    private static final String NAME = "名称";
    private static final String CODE = "代码";
    private static final String LEFT_OUT = "不读";
    private static final String TITLE = "@";

    /** What a column holds, by its words in one width and lower case. */
    private static final Map<String, String> MEANINGS = read();

    private HeaderWords() {}

    private static Map<String, String> read() {
        var meanings = new LinkedHashMap<String, String>();
        InputStream stream = Objects.requireNonNull(HeaderWords.class.getResourceAsStream("header-words.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                int tab = line.indexOf('\t');
                if (line.startsWith("#") || tab < 0) {
                    continue;
                }
                for (String word : line.substring(tab + 1).split(" ", -1)) {
                    String before = meanings.put(key(word), line.substring(0, tab));
                    if (before != null) {
                        throw new IllegalStateException("header-words.tsv says " + word + " twice");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(meanings);
    }

    private static String key(String word) {
        return Headers.fold(word).toLowerCase(Locale.ROOT);
    }

    private static boolean means(String folded, String meaning) {
        return meaning.equals(MEANINGS.get(folded.toLowerCase(Locale.ROOT)));
    }

    /** Whether it heads the names of enterprises. */
    static boolean isName(String folded) {
        return means(folded, NAME);
    }

    /** Whether it heads credit codes. */
    static boolean isCode(String folded) {
        return means(folded, CODE);
    }

    /** Whether it heads what nobody has to be reminded of, such as numbers of rows. */
    static boolean isLeftOut(String header) {
        return means(Headers.fold(header), LEFT_OUT);
    }

    /** The fact that is meant, as the dictionary calls it; null where none is. */
    static @Nullable String fact(String folded) {
        String meaning = MEANINGS.get(folded.toLowerCase(Locale.ROOT));
        return meaning == null
                        || meaning.startsWith(TITLE)
                        || Set.of(NAME, CODE, LEFT_OUT).contains(meaning)
                ? null
                : meaning;
    }

    /** Other words for titles, folded, and which title each means. */
    static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        MEANINGS.forEach((word, meaning) -> {
            if (meaning.startsWith(TITLE)) {
                titles.put(word, meaning.substring(1));
            }
        });
        return titles;
    }

    /** All facts and titles that the file names, titles with {@code @} before them. */
    static Set<String> meanings() {
        return Set.copyOf(MEANINGS.values());
    }
}
