package org.lingqu.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.policy.inquiry.Inquiries;

/** What is told after the enterprises of a call list were asked. */
class AskedToldTest {

    @Test
    void everyEnterpriseOfTheListIsTold() {
        String address = AskedTold.of(new Inquiries.Outcome.Done(54, 80, 6, 15, 0));
        AskedTold told = AskedTold.of(Map.of("told", address.substring(address.indexOf('=') + 1)))
                .orElseThrow();

        assertThat(told).isEqualTo(new AskedTold(54, 80, 6, 15, 0));
        assertThat(told.all()).isEqualTo(75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3,4", "1,2,3,4,5,6", "-1,2,3,4,5", "999999999,0,0,0,0", "1,2,3,4,<b>"})
    void whatIsNoneIsPassedOver(String told) {
        assertThat(AskedTold.of(Map.of("told", told))).isEmpty();
    }
}
