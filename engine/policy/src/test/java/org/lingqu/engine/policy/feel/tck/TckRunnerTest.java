package org.lingqu.engine.policy.feel.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.feel.tck.TckReport.Outcome;

class TckRunnerTest {

    @Test
    void tellsPassedFailedAndNotCoveredApart() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(getClass().getResource("mini")).toURI());
        TckReport report = new TckRunner().run(folder);
        assertThat(report.folders()).hasSize(1);
        assertThat(report.folders().getFirst().outcomes())
                .containsExactly(
                        new Outcome.Passed("below"),
                        new Outcome.Passed("capped"),
                        new Outcome.Passed("no such kind"),
                        new Outcome.Passed("service"),
                        new Outcome.Passed("boxes"),
                        new Outcome.NotCovered("foreign", "calls a Java function"),
                        new Outcome.Failed("wrong on purpose", "命中", "5", "4"));
        assertThat(report.covered()).isEqualTo(6);
        assertThat(report.passed()).isEqualTo(5);
        assertThat(report.isClean()).isFalse();
    }
}
