package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the address of a list of enterprises says. */
class EnterpriseParametersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @Test
    void aBorderInTenThousandsIsExactlyThatManyYuan() {
        var filter =
                EnterpriseParameters.of(Map.of("min", "1.1", "max", "2000.07")).filter(TODAY);

        assertThat(filter.minRevenue()).contains(11_000.0); // 1.1 × 10,000 in binary is 11,000.000000000002
        assertThat(filter.maxRevenue()).contains(20_000_700.0);
    }

    @Test
    void aBorderThatIsNoPlainNumberIsToldAndLeftOut() {
        for (String typed : new String[] {"1e9", "NaN", "0x1p3", "十", "1,000", "12345678901234567890", "1.1d"}) {
            var parameters = EnterpriseParameters.of(Map.of("min", typed));

            assertThat(parameters.problems()).as(typed).containsExactly("min");
            assertThat(parameters.filter(TODAY).minRevenue()).as(typed).isEmpty();
        }
    }
}
