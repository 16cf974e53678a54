package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which region an installation is for, where its settings do not say so. */
class OwnRegionTest {

    @Test
    void itIsTheCityOrTheProvinceOfHalfOfTheEnterprises() {
        assertThat(OwnRegion.most(Map.of("456902", 40, "456921", 30, "450103", 30)))
                .isEqualTo("456900");
        assertThat(OwnRegion.most(Map.of("450202", 40, "456921", 30, "450103", 30)))
                .isEqualTo("450000");
        assertThat(OwnRegion.most(Map.of("450202", 40, "330102", 30, "110101", 30)))
                .isEmpty();
        assertThat(OwnRegion.most(Map.of())).isEmpty();
    }
}
