package org.lingqu.engine.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlTextTest {

    private static Yaml.Mapping read(String text) {
        return (Yaml.Mapping) ((YamlReading.Read) YamlReader.read("it.yaml", text)).root();
    }

    private static String with(String text, String key, String value) {
        return new YamlText(text).with(read(text), key, value);
    }

    private static Yaml.Mapping inner(String text, String key) {
        return (Yaml.Mapping) read(text).get(key).orElseThrow();
    }

    @Test
    void writesAValueAndLeavesTheRest() {
        assertThat(with("a: 1 # 注\nb: 2\n", "a", "3")).isEqualTo("a: 3 # 注\nb: 2\n");
        assertThat(with("a: \"x\"\nb: 2\n", "a", "2027")).isEqualTo("a: \"2027\"\nb: 2\n");
        assertThat(with("a:\nb: 2\n", "a", "3")).isEqualTo("a: 3\nb: 2\n");
        assertThat(with("a: 1\nb: 2 # 注\n", "c", "3")).isEqualTo("a: 1\nb: 2 # 注\nc: 3\n");
        assertThat(with("a: 1\nb: 2", "c", "3")).isEqualTo("a: 1\nb: 2\nc: 3\n");
        assertThat(with("a: 1\nb:\n  - x\n  - y\n\n# 注\n", "c", "3"))
                .isEqualTo("a: 1\nb:\n  - x\n  - y\nc: 3\n\n# 注\n");
    }

    @Test
    void putsInQuotesWhatCouldBeTakenForYaml() {
        for (String value :
                List.of("x: y", "say \"no\" \\", "[甲]", "- 甲", "# 甲", " 甲", "第一行\n第二行", "*甲", "%5", "'甲'")) {
            String written = with("{a: 1, b: 2}\n", "c", value);
            assertThat(written).startsWith("{a: 1, b: 2, c: \"").endsWith("\"}\n");
            assertThat(((Yaml.Scalar) read(written).get("c").orElseThrow()).text())
                    .isEqualTo(value.replace('\n', ' '));
        }
    }

    @Test
    void writesInsideOfMappings() {
        String text = "名称: 𠮷林\nvalid: {from: 2027-01-01} # 注\nx: 1\n";
        assertThat(new YamlText(text).with(inner(text, "valid"), "to", "2028-12-31"))
                .isEqualTo("名称: 𠮷林\nvalid: {from: 2027-01-01, to: 2028-12-31} # 注\nx: 1\n");
        String block = "valid:\n  from: 2027-01-01 # 注\n\nx: 1\n";
        assertThat(new YamlText(block).with(inner(block, "valid"), "to", "2028-12-31"))
                .isEqualTo("valid:\n  from: 2027-01-01 # 注\n  to: 2028-12-31\n\nx: 1\n");
    }

    @Test
    void addsAndTakesAwayWholeMappings() {
        String text = "a: 1\nvalid: {from: 2027-01-01} # 注\nb: 2\n";
        String opened = new YamlText(text).with(read(text), List.of("window", "opens"), "04-01", "valid");
        assertThat(opened).isEqualTo("a: 1\nvalid: {from: 2027-01-01} # 注\nwindow: {opens: 04-01}\nb: 2\n");
        String both = new YamlText(opened).with(read(opened), List.of("window", "closes"), "05-31", "valid");
        assertThat(both).contains("window: {opens: 04-01, closes: 05-31}\n");
        assertThat(new YamlText(opened).without(read(opened), List.of("window", "opens")))
                .isEqualTo(text);
        assertThat(new YamlText(opened).without(read(opened), List.of("window", "closes")))
                .as("nothing to take away")
                .isEqualTo(opened);
        assertThat(new YamlText("a: 1\nwindow: x\n")
                        .with(read("a: 1\nwindow: x\n"), List.of("window", "opens"), "1", ""))
                .as("a word stands where the keys would")
                .isEqualTo("a: 1\nwindow: x\n");
    }

    @Test
    void takesAKeyAway() {
        String text = "a: 1\nvalid: {from: 2027-01-01, to: 2028-12-31}\nb: 2 # 注\n";
        assertThat(new YamlText(text).without(inner(text, "valid"), "to")).contains("valid: {from: 2027-01-01}\n");
        assertThat(new YamlText(text).without(inner(text, "valid"), "from")).contains("valid: {to: 2028-12-31}\n");
        assertThat(new YamlText(text).without(read(text), "b"))
                .isEqualTo("a: 1\nvalid: {from: 2027-01-01, to: 2028-12-31}\n");
        assertThat(new YamlText(text).without(read(text), "a")).startsWith("valid: {");
        assertThat(new YamlText(text).without(read(text), "nothing")).isEqualTo(text);
    }

    @Test
    void replacesAPieceWhereItStandsAsItIsRead() {
        String text = "a: \"<= 5000 * 万元\"\nb: >\n  甲 >= 10\n  and 乙 >= 20\nc: \"\\u0031\"\nd: '甲''s 5'\n";
        Yaml.Mapping root = read(text);
        assertThat(replaced(text, root, "a", "5000", "6000"))
                .hasValueSatisfying(now -> assertThat(now).contains("a: \"<= 6000 * 万元\"\n"));
        assertThat(replaced(text, root, "b", "20", "30"))
                .hasValueSatisfying(now -> assertThat(now).contains("  and 乙 >= 30\n"));
        assertThat(replaced(text, root, "c", "1", "2")).as("an escaped sign").isEmpty();
        assertThat(replaced(text, root, "d", "5", "6"))
                .as("behind a doubled quote")
                .isEmpty();
    }

    private static Optional<String> replaced(String text, Yaml.Mapping root, String key, String piece, String words) {
        var scalar = (Yaml.Scalar) root.get(key).orElseThrow();
        int start = scalar.text().indexOf(piece);
        return new YamlText(text).replaced(scalar, start, start + piece.length(), words);
    }
}
