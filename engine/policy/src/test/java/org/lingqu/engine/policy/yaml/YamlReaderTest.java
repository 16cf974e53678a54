package org.lingqu.engine.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @Test
    void everyWordKnowsItsPlace() {
        var read = (YamlReading.Read) YamlReader.read("a.yaml", "名称: 甲\n条件:\n  - 乙 >= 1\n");
        var items = (Yaml.Sequence) ((Yaml.Mapping) read.root()).get("条件").orElseThrow();
        var scalar = (Yaml.Scalar) items.items().getFirst();
        assertThat(scalar.place()).isEqualTo(new Place("a.yaml", 3, 5));
        assertThat(scalar.at(2)).isEqualTo(new Place("a.yaml", 3, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x 1\nb: *x",
                "a: [",
                "? [1]\n: 2",
                "a: 1\n---\nb: 2",
                "\t- a",
                "a: \"",
                "%YAML 9.9",
                "{{}: 1}"
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String text) {
        assertThat(YamlReader.read("a.yaml", text)).isInstanceOf(YamlReading.Refused.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(YamlReader.read("a.yaml", "[".repeat(500_000))).isInstanceOf(YamlReading.Refused.class);
    }

    @Test
    void anEmptyFileIsAnEmptyWord() {
        assertThat(YamlReader.read("a.yaml", "# nothing\n"))
                .isInstanceOfSatisfying(
                        YamlReading.Read.class, read -> assertThat(read.root()).isInstanceOf(Yaml.Scalar.class));
    }
}
