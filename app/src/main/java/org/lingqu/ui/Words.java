package org.lingqu.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What the interface says, in every language: {@code words/MODULE_zh.properties} and {@code words/MODULE_en.properties}, UTF-8,
 * places for values written {@code {0}}, {@code {1}}. A test holds both languages to the same keys.
 */
@Component
public final class Words {

    private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);

    /** Reads all word files on the class path. */
    public Words() {
        for (Language language : Language.values()) {
            words.put(language, read(language));
        }
    }

    private static Map<String, String> read(Language language) {
        var all = new TreeMap<String, String>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver(Words.class.getClassLoader())
                    .getResources("classpath*:words/*_" + language.code() + ".properties")) {
                var properties = new Properties();
                try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(in);
                }
                properties.forEach((key, value) -> {
                    if (all.put((String) key, (String) value) != null) {
                        throw new IllegalStateException("two files say what " + key + " is");
                    }
                });
            }
        } catch (IOException e) {
            throw new IllegalStateException("word files cannot be read", e);
        }
        return Map.copyOf(all);
    }

    /** The keys of a language. */
    public Set<String> keys(Language language) {
        return of(language).keySet();
    }

    /** Whether something is said for a key. */
    public boolean has(Language language, String key) {
        return of(language).containsKey(key);
    }

    /** What is said for a key; the key itself where somebody forgot it, so that a page is shown rather than an error. */
    public String say(Language language, String key, Object... values) {
        String text = of(language).getOrDefault(key, key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    private Map<String, String> of(Language language) {
        return words.getOrDefault(language, Map.of());
    }
}
