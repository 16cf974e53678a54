package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FactsFile;

/** The project's own dictionary of facts. */
final class Dictionary {

    private Dictionary() {}

    static Facts read() throws IOException {
        Path file = Path.of("../policies/facts.yaml");
        FactsFile read = FactsFile.read(file.toString(), Files.readString(file));
        assertThat(read.problems()).isEmpty();
        return read.facts();
    }

    static Fact called(Facts facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }
}
