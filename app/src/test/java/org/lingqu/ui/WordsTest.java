package org.lingqu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The interface says the same in both languages, and everything it says is there. */
class WordsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Pattern SAY = Pattern.compile("ui\\.say\\(\"([A-Za-z0-9._-]+)\"\\s*[,)]");
    private static final Pattern RECORD =
            Pattern.compile("audit\\.record\\(\\s*\\w+,\\s*\"([a-z.-]+)\",\\s*\"([a-z-]+)\"");
    private static final Pattern JOB = Pattern.compile("String NAME = \"([a-z.-]+)\"");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Words words = new Words();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(words.keys(Language.EN))
                .containsExactlyInAnyOrderElementsOf(words.keys(Language.ZH))
                .hasSizeGreaterThan(300);
    }

    @Test
    void bothLanguagesHavePlacesForTheSameValues() {
        for (String key : words.keys(Language.ZH)) {
            assertThat(places(Language.EN, key)).as(key).isEqualTo(places(Language.ZH, key));
        }
    }

    private Set<String> places(Language language, String key) {
        return PLACE.matcher(words.say(language, key))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyOfATemplateIsThere() throws IOException {
        var missing = new TreeMap<String, String>();
        int seen = 0;
        for (Path template : files(TEMPLATES, ".jte")) {
            Matcher say = SAY.matcher(Files.readString(template));
            while (say.find()) {
                seen++;
                String key = say.group(1);
                if (!words.has(Language.ZH, key) && !isPrefix(key)) {
                    missing.put(key, template.toString());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void everyActionAndKindOfTheAuditRecordIsSaid() throws IOException {
        var missing = new TreeSet<String>();
        int seen = 0;
        for (Path source : files(SOURCES, ".java")) {
            Matcher record = RECORD.matcher(Files.readString(source));
            while (record.find()) {
                seen++;
                for (String key : List.of("audit.action." + record.group(1), "audit.kind." + record.group(2))) {
                    if (!words.has(Language.ZH, key)) {
                        missing.add(key + " in " + source.getFileName());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).isGreaterThan(15);
    }

    @Test
    void everyKindOfJobIsSaid() throws IOException {
        var kinds = new TreeSet<String>();
        for (Path source : files(SOURCES, ".java")) {
            String text = Files.readString(source);
            Matcher name = JOB.matcher(text);
            if (source.toString().endsWith("Job.java") && name.find()) {
                kinds.add("job.kind." + name.group(1));
            }
        }
        assertThat(words.keys(Language.ZH)).containsAll(kinds);
        assertThat(kinds).hasSizeGreaterThan(5);
    }

    /** {@code say("evidence.status", constant)}: the constants are said under it. */
    private boolean isPrefix(String key) {
        return words.keys(Language.ZH).stream().anyMatch(each -> each.startsWith(key + "."));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
