package org.lingqu.engine.policy.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void interpreterAndColumnsSayTheSame(long fixed) {
        long seed = fixed == 0 ? System.nanoTime() : fixed;
        Agreement agreement = Agreement.of(seed, 120, 200);
        System.out.println("seed " + seed + ": " + agreement);
        assertThat(agreement.first()).isEmpty();
        assertThat(agreement.differences()).isZero();
        assertThat(agreement.pairs()).isEqualTo(24_000);
        assertThat(agreement.met()).isBetween(2_000L, 22_000L);
        assertThat(agreement.unknown()).isBetween(1_000L, 15_000L);
    }

    /** Two of these rules share a sum; a test of it once ran before another amount that it looks at. */
    @Test
    void whatManyRulesShareIsComputedBeforeItIsLookedAt() {
        Agreement agreement = Agreement.of(20, 200, 1000);

        assertThat(agreement.first()).isEmpty();
        assertThat(agreement.differences()).isZero();
    }
}
