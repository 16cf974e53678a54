package org.lingqu.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.catalogue.Status;

/** Versions stand on the bars where their days are. */
class VersionBarsTest {

    private static List<Policy> versions(String id) throws IOException {
        return PackReader.read(Path.of("../policies")).policies().stream()
                .filter(policy -> policy.id().toString().equals(id))
                .toList();
    }

    @Test
    void oneVersionBeginsWhereTheOtherEnds() throws IOException {
        VersionBars bars = VersionBars.of(versions("cn/srdi"), LocalDate.of(2026, 3, 1));
        VersionBars.Bar old = bars.bars().getFirst();
        VersionBars.Bar young = bars.bars().getLast();
        assertThat(old.version().version()).isEqualTo("2022");
        assertThat(old.from() + old.width()).isEqualTo(young.from());
        assertThat(young.from() + young.width()).isEqualTo(VersionBars.WIDTH);
        assertThat(old.status()).isEqualTo(Status.FORCE);
        assertThat(young.status()).isEqualTo(Status.COMING);
        assertThat(bars.today()).isBetween(old.from(), young.from());
        assertThat(bars.next(LocalDate.of(2026, 3, 31)).orElseThrow().version()).isEqualTo("2026");
        assertThat(bars.next(LocalDate.of(2026, 4, 1))).isEmpty();
    }

    @Test
    void everyPolicyHasBarsOnAnyDay() throws IOException {
        List<Policy> all = PackReader.read(Path.of("../policies")).policies();
        for (LocalDate day : List.of(LocalDate.of(1999, 1, 1), LocalDate.of(2026, 12, 31), LocalDate.of(2100, 2, 28))) {
            for (Policy policy : all) {
                VersionBars bars = VersionBars.of(List.of(policy), day);
                assertThat(bars.today()).isBetween(0, VersionBars.WIDTH);
                assertThat(bars.bars()).allSatisfy(bar -> {
                    assertThat(bar.from()).isBetween(0, VersionBars.WIDTH);
                    assertThat(bar.width()).isBetween(1, VersionBars.WIDTH);
                });
            }
        }
    }
}
