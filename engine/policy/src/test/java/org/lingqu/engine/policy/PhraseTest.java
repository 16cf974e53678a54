package org.lingqu.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern PAIR = Pattern.compile("Phrase(?:\\.of)?\\(\\s*" + TEXT + "\\s*,\\s*" + TEXT);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void valuesStandInBothLanguages() {
        Phrase kind = new Phrase("数值", "a number");
        Phrase said = Phrase.of("「{0}」要填{1}", "\"{0}\" asks for {1}", "cap", kind);
        assertThat(said).isEqualTo(new Phrase("「cap」要填数值", "\"cap\" asks for a number"));
        assertThat(said).hasToString("「cap」要填数值。\"cap\" asks for a number");
    }

    @Test
    void aValueIsNotReadForPlacesItself() {
        assertThat(Phrase.of("「{0}」{1}", "\"{0}\" {1}", "{1} $1 \\", 2))
                .isEqualTo(new Phrase("「{1} $1 \\」2", "\"{1} $1 \\\" 2"));
    }

    @Test
    void aPlaceWithoutAValueIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> Phrase.of("{0}", "{1}", "a")).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aQuestionNeedsNoFullStopBehindIt() {
        assertThat(new Phrase("是不是「甲」？", "Did you mean?")).hasToString("是不是「甲」？Did you mean?");
        assertThat(new Phrase("", "only")).hasToString("only");
    }

    /** Every pair of texts in the sources, also where no test runs into the mistake it speaks of. */
    @Test
    void everyTextOfTheSourcesIsInBothLanguages() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        var pairs = new ArrayList<String>();
        for (Path file : files) {
            Matcher found = PAIR.matcher(Files.readString(file));
            while (found.find()) {
                pairs.add(found.group());
                requireBoth(found.group(1), found.group(2));
            }
        }
        assertThat(pairs).hasSizeGreaterThan(200);
    }

    private static void requireBoth(String chinese, String english) {
        boolean onlyPlaces = !PLACE.matcher(english).replaceAll("").matches("(?s).*\\p{L}.*");
        if (!onlyPlaces) {
            BothLanguages.require(new Phrase(chinese.replace("\\\"", "\""), english.replace("\\\"", "\"")));
        }
        assertThat(chinese.isEmpty()).isEqualTo(english.isEmpty());
    }
}
