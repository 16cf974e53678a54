package org.lingqu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.check.PolicyReader;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Match;
import org.lingqu.policy.catalogue.Deadline;
import org.lingqu.registry.Enterprise;

/** What is told to an enterprise, and when nothing is. */
class CallRowTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Enterprise ENTERPRISE = new Enterprise(
            1, null, "甲公司", null, null, null, null, null, null, null, null, null, 0, 0, 0, true, Instant.EPOCH, 0);

    @SuppressWarnings("NullAway.Init") // set before all
    private static PolicyPack pack;

    @BeforeAll
    static void read() throws IOException {
        pack = PackReader.read(Path.of("../policies"));
    }

    private static Policy policy(String window) {
        return new PolicyReader(pack.facts())
                .read("policies/cn/sample.yaml", """
                        policy: cn/sample
                        version: "1"
                        title: 示例
                        english: Sample
                        document: 示〔2026〕1号
                        region: "000000"
                        valid: {from: 2000-01-01}
                        grants: {title: 示例企业, article: 一}
                        criteria:
                          - {id: rd, article: 一, says: 研发费用不低于100万元, require: 研发费用.上年 >= 100 * 万元}
                          - {id: safe, article: 二, says: 没有事故, require: not(三年内较大安全质量环境事件)}
                        """ + window)
                .policy()
                .orElseThrow();
    }

    private static CallRow row(Policy policy, int wan, boolean accident, TitleHeld... titles) {
        FirmFacts.Builder facts = FirmFacts.builder()
                .put("研发费用", DAY.getYear() - 1, new FactValue.Amount(BigDecimal.valueOf(wan * 10_000L)), "t")
                .put("三年内较大安全质量环境事件", new FactValue.YesNo(accident), "t");
        for (TitleHeld title : titles) {
            facts.title(title);
        }
        return new CallRow(
                ENTERPRISE,
                new Match(pack.facts(), java.util.List.of(policy), DAY)
                        .of(new Firm("x", "x", facts.build()))
                        .getFirst(),
                titles.length > 0);
    }

    /** A message said 贵单位只差一项…不能靠补足达到. */
    @Test
    void whoCanDoNothingGetsNoMessage() {
        CallRow row = row(policy(""), 100, true);
        assertThat(row.step()).isEqualTo("这一条由事实决定，不能靠补足达到");
        assertThat(row.hasMessage()).isFalse();
        assertThat(row.message(DAY, "")).isEmpty();
        assertThat(row(policy(""), 90, false).message(DAY, "")).contains("贵单位只差一项", "怎样达到：2025年研发费用比要求少10万元");
    }

    /** 397 firms were told to apply in time three months after the last day. */
    @Test
    void nobodyIsToldToApplyWhileNobodyCan() {
        Policy closed = policy("window: {opens: \"06-01\", closes: \"08-31\"}\n");
        assertThat(row(closed, 100, false).message(DAY, ""))
                .contains("本年度申报已于2026-08-31截止，按往年安排下次申报为2027-06-01至2027-08-31")
                .doesNotContain("及时申报");
        assertThat(Deadline.of(closed, DAY).isOver()).isTrue();
        assertThat(row(policy("window: {opens: \"11-01\", closes: \"12-15\"}\n"), 100, false)
                        .message(DAY, ""))
                .contains("申报正在受理，截止日期为2026-12-15，请及时申报");
        Policy coming = policy("window: {opens: \"12-15\", closes: \"12-31\"}\n");
        assertThat(row(coming, 100, false).message(DAY, "")).contains("申报时间为2026-12-15至2026-12-31");
        assertThat(Deadline.of(coming, DAY).isOver()).isFalse();
        assertThat(row(policy(""), 100, false).message(DAY, "")).contains("请关注申报通知、及时申报");
        assertThat(Deadline.of(policy(""), DAY)).isEqualTo(new Deadline(Optional.empty(), Optional.empty()));
    }

    @Test
    void whoHoldsTheTitleIsNotToldToApply() {
        var held = new TitleHeld("示例企业", DAY.minusYears(1), DAY.plusYears(1), "t");
        CallRow row = row(policy(""), 100, false, held);
        assertThat(row.held(DAY)).contains(held);
        assertThat(row.message(DAY, "")).contains("贵单位已有称号“示例企业”（至2027-11-30）").doesNotContain("申报");
    }
}
