package org.lingqu.engine.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackReaderTest {

    @Test
    void thePackOfTheProjectHasNoProblems() throws IOException {
        PolicyPack pack = PackReader.read(Path.of("../../policies"));
        assertThat(pack.problems()).isEmpty();
        assertThat(pack.policies()).isNotEmpty();
    }
}
