package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.registry.EnterpriseFilter;

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
    void aDayOrAMonthOnWhichATitleRunsOutNeedsNoTitle() {
        var alone = EnterpriseParameters.of(Map.of("expires", "30", "expiresOn", "2027-02"));

        assertThat(alone.problems()).isEmpty();
        assertThat(alone.filter(TODAY).expiresBy()).contains(TODAY.plusDays(30));
        assertThat(alone.filter(TODAY).expiresOn())
                .contains(new EnterpriseFilter.Days(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 28)));
        var both = EnterpriseParameters.of(Map.of("title", "高新技术企业", "expiresOn", "2026-12-31"));
        LocalDate last = LocalDate.of(2026, 12, 31);
        assertThat(both.filter(TODAY).expiresOn()).contains(new EnterpriseFilter.Days(last, last));
        assertThat(both.without("expiresOn")).doesNotContain("expiresOn").contains("title=");
    }

    @ParameterizedTest
    @CsvSource({"expiresOn, 2026-02-30", "expiresOn, 2026-13", "expires, -30", "expires, 9999999999", "expires, soon"})
    void daysThatCannotBeAreToldAndLeftOut(String name, String typed) {
        var asked = EnterpriseParameters.of(Map.of("title", "高新技术企业", name, typed));

        assertThat(asked.problems()).containsExactly(name);
        assertThat(asked.filter(TODAY).expiresOn()).isEmpty();
        assertThat(asked.filter(TODAY).expiresBy()).isEmpty();
    }

    @Test
    void anIndustryIsUnderstoodByNameAndToldWhereItIsNot() {
        for (String typed : new String[] {"39", "C39", "C", "制造业", "汽车制造业", "13 农副食品加工业"}) {
            assertThat(EnterpriseParameters.of(Map.of("industry", typed)).problems())
                    .as(typed)
                    .isEmpty();
        }
        var unknown = EnterpriseParameters.of(Map.of("industry", "飞碟业", "size", "超大型", "min", "5万"));
        assertThat(unknown.problems()).containsExactlyInAnyOrder("industry", "size", "min");
        assertThat(unknown.filter(TODAY).industry()).isEmpty();
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
