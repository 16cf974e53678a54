package org.lingqu.policy.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Beside;
import org.lingqu.database.TestDatabases;
import org.lingqu.library.web.Site;
import org.lingqu.policy.FewPolicies;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.policy.question.Asked;
import org.lingqu.policy.question.Questions;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Entry;
import org.lingqu.registry.TypedValues.Problem;

/** What was asked of an enterprise and when is kept, and what came of it; on both databases. */
abstract class InquiriesTest extends FewPolicies {

    private static final Inquiries.Wish NO_DAY = new Inquiries.Wish("", "");

    static final class OnSqliteTest extends InquiriesTest {
        @Override
        protected String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends InquiriesTest {
        @Override
        protected String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    @Override
    protected void policies(Path policies) throws IOException {
        write(policies, "reward", "研发费用.上年 >= 100 * 万元", "10 * 万元");
        write(policies, "share", "研发费用.上年 / 营业收入.上年 >= 0.05", "10 * 万元");
        write(policies, "taxed", "加计扣除研发费用.上年 >= 50 * 万元", "10 * 万元"); // only offices supply it
    }

    private Inquiries inquiries() {
        return bean(Inquiries.class);
    }

    private String income() {
        return "fact.营业收入." + lastYear();
    }

    private void answer(Enterprise enterprise, Map<String, String> typed) {
        assertThat(answer(officer, enterprise, typed)).isInstanceOf(Questions.Outcome.Saved.class);
    }

    private List<Inquiry.State> states(Enterprise enterprise) {
        return inquiries().of(enterprise).stream()
                .map(each -> each.state(today()))
                .toList();
    }

    private long[] open() {
        var board = bean(Opportunities.class).board();
        return board.enterprises(board.policy("cn/share").orElseThrow(), Standing.OPEN, null, false);
    }

    private Inquiries.Outcome askForShare(long... ids) {
        var board = bean(Opportunities.class).board();
        return inquiries().ask(officer, board.policy("cn/share").orElseThrow(), ids, NO_DAY);
    }

    @Test
    void anInquiryIsAnsweredByWhateverSaysIt() {
        Enterprise enterprise = begun("白鹭科技");
        String due = today().plusDays(20).toString();

        assertThat(inquiries().ask(officer, enterprise, List.of(rd(), income()), new Inquiries.Wish(due, "请附审计报告")))
                .isEqualTo(new Inquiries.Outcome.Done(1, 2, 0, 0, 0));
        assertThat(inquiries().of(enterprise))
                .extracting(Inquiry::field, Inquiry::personName, each -> String.valueOf(each.due()), Inquiry::note)
                .containsExactlyInAnyOrder(tuple(rd(), "李专员", due, "请附审计报告"), tuple(income(), "李专员", due, "请附审计报告"));

        answer(enterprise, Map.of(rd(), "300"));

        assertThat(states(enterprise)).containsExactlyInAnyOrder(Inquiry.State.ANSWERED, Inquiry.State.OPEN);
        assertThat(inquiries().waiting(enterprise)).containsOnlyKeys(income());
        assertThat(bean(AuditLog.class).find(AuditFilter.ALL, 0, 99))
                .anyMatch(entry -> entry.action().equals("policy.inquire")
                        && entry.subject().equals(Long.toString(enterprise.id())));
    }

    @Test
    void anUndoneEntryAnswersNothing() {
        Enterprise enterprise = begun("赤鹭科技");
        inquiries().ask(officer, enterprise, List.of(rd()), NO_DAY);
        Inquiry asked = inquiries().of(enterprise).getFirst();
        answer(enterprise, Map.of(rd(), "300"));
        Entry said = enterprises().entries(enterprise).getFirst();
        var undone = new Entry(
                said.id(),
                said.enterprise(),
                said.list(),
                said.row(),
                said.source(),
                said.saidOn(),
                said.said(),
                said.note(),
                said.person(),
                said.personName(),
                said.enteredAt(),
                said.enteredAt());

        assertThat(asked.answer(List.of(said))).contains(said.enteredAt());
        assertThat(asked.answer(List.of(undone))).isEmpty();
    }

    @Test
    void whatIsAskedAlreadyIsNotAskedTwiceAndWhatWasTakenBackCanBeAskedAgain() {
        Enterprise enterprise = begun("灰鹭科技");
        inquiries().ask(officer, enterprise, List.of(rd()), NO_DAY);

        assertThat(inquiries().ask(officer, enterprise, List.of(rd()), NO_DAY))
                .isEqualTo(new Inquiries.Outcome.Done(0, 0, 1, 0, 0));
        long asked = inquiries().of(enterprise).getFirst().id();
        assertThat(inquiries().withdraw(officer, asked)).isTrue();
        assertThat(inquiries().withdraw(officer, asked)).isFalse();
        assertThat(inquiries().ask(officer, enterprise, List.of(rd()), NO_DAY))
                .isEqualTo(new Inquiries.Outcome.Done(1, 1, 0, 0, 0));

        assertThat(states(enterprise)).containsExactly(Inquiry.State.OPEN, Inquiry.State.WITHDRAWN);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingIsAsked() {
        Enterprise enterprise = begun("苍鹭科技");

        assertThat(inquiries().ask(officer, enterprise, List.of(), new Inquiries.Wish("2026-02-30", "长".repeat(501))))
                .isEqualTo(new Inquiries.Outcome.Wrong(List.of(
                        new Problem("due", "NO_DAY", null),
                        new Problem("note", "TOO_LONG", null),
                        new Problem("field", "NOTHING_CHOSEN", null))));
        assertThat(inquiries()
                        .ask(
                                officer,
                                enterprise,
                                List.of("fact.加计扣除研发费用." + lastYear(), "fact.没有"),
                                new Inquiries.Wish(today().toString(), "")))
                .isEqualTo(new Inquiries.Outcome.Wrong(List.of(
                        new Problem("due", "DAY_IS_OVER", null), new Problem("field", "NOT_ASKED_ANY_MORE", null))));
        assertThat(inquiries().of(enterprise)).isEmpty();
    }

    @Test
    void aCallListAsksEachForTheFewestThingsThatSettleThePolicy() {
        Enterprise nothing = begun("夜鹭科技");
        Enterprise half = begun("池鹭科技");
        answer(half, Map.of(rd(), "300"));
        assertThat(open()).contains(nothing.id(), half.id());

        assertThat(askForShare(nothing.id(), half.id())).isEqualTo(new Inquiries.Outcome.Done(2, 3, 0, 0, 0));
        assertThat(askForShare(nothing.id(), half.id())).isEqualTo(new Inquiries.Outcome.Done(0, 0, 2, 0, 0));

        assertThat(inquiries().waiting(nothing)).containsOnlyKeys(rd(), income());
        assertThat(inquiries().waiting(half)).containsOnlyKeys(income());
        InquiryFilter filter = InquiryFilter.of(Map.of("policy", "cn/share"));
        assertThat(inquiries().find(filter, 0, 99))
                .allSatisfy(each -> assertThat(each.policy()).isEqualTo("cn/share"));
        int waiting = inquiries().count(filter);
        assertThat(inquiries().withdraw(officer, filter)).isEqualTo(waiting);
        assertThat(inquiries().count(filter)).isZero();
        assertThat(inquiries().counts(filter)).containsEntry(Inquiry.State.WITHDRAWN, waiting);
    }

    @Test
    void whatOnlyOfficesSupplyIsNotAskedOfAnEnterprise() {
        Enterprise enterprise = begun("岩鹭科技");
        var board = bean(Opportunities.class).board();

        assertThat(inquiries()
                        .ask(officer, board.policy("cn/taxed").orElseThrow(), new long[] {enterprise.id()}, NO_DAY))
                .isEqualTo(new Inquiries.Outcome.Done(0, 0, 0, 1, 0));
        assertThat(inquiries().askable(officer, enterprise))
                .extracting(Asked::field)
                .doesNotContain("fact.加计扣除研发费用." + lastYear());
    }

    @Test
    void thePageOfQuestionsAsksOncePerThing() throws InterruptedException {
        Enterprise enterprise = own("绿鹭科技");
        Site site = signedIn("firm");
        site.get("/enterprises/" + enterprise.id() + "/questions");
        await().until(() -> !inquiries().of(enterprise).isEmpty());
        int asked = inquiries().of(enterprise).size();
        site.get("/enterprises/" + enterprise.id() + "/questions");
        signedIn("officer").get("/enterprises/" + enterprise.id() + "/questions");
        var noted = new CountDownLatch(1);
        bean(Beside.class).note("all before", noted::countDown);
        assertThat(noted.await(10, TimeUnit.SECONDS)).isTrue();
        inquiries().ask(officer, enterprise, List.of(rd()), NO_DAY);

        assertThat(inquiries().of(enterprise)).hasSize(asked + 1);
        assertThat(inquiries().of(enterprise))
                .extracting(Inquiry::origin, Inquiry::field)
                .contains(tuple(Inquiry.Origin.PAGE, rd()), tuple(Inquiry.Origin.OFFICE, rd()))
                .doesNotContain(tuple(Inquiry.Origin.PAGE, "fact.加计扣除研发费用." + lastYear()));
    }

    @Test
    void theEnterpriseSeesWhatIsAskedAndByWhenAndNobodyElseDoes() {
        Enterprise enterprise = own("牛背鹭科技");
        Enterprise other = begun("中白鹭科技");
        Site desk = signedIn("officer");
        String page = "/enterprises/" + enterprise.id() + "/questions";
        String due = today().plusDays(9).toString();
        assertThat(desk.get(page).body()).contains("请企业补充", "name=\"field\"");

        HttpResponse<String> wrong =
                desk.post(page, "/enterprises/" + enterprise.id() + "/inquiries", Map.of("due", "明天"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("data-code=\"NOTHING_CHOSEN\"", "data-code=\"NO_DAY\"", "value=\"明天\"");
        HttpResponse<String> good = desk.post(
                page,
                "/enterprises/" + enterprise.id() + "/inquiries",
                Map.of("field", rd(), "due", due, "note", "请附审计报告"));
        assertThat(good.statusCode()).isEqualTo(302);
        assertThat(desk.get(page).body()).contains("可直接发送的话", "尚未答复");
        assertThat(desk.get("/inquiries").body()).contains("牛背鹭科技", "李专员", due, "个工作日");
        assertThat(desk.get("/inquiries?state=乱&policy=%3Cx%3E&asked=2026-02-30&enterprise=没有&page=9")
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.get("/policies/cn/share/inquiries").body()).contains("会被问到什么");
        assertThat(desk.post("/policies/cn/share/inquiries", "/policies/cn/share/inquiries", Map.of("due", "明天"))
                        .statusCode())
                .isEqualTo(422);

        Site own = signedIn("firm");
        assertThat(own.get("/enterprises/" + enterprise.id()).body())
                .contains("科技主管部门请您补充：1 项", "请附审计报告", "等待答复")
                .doesNotContain("李专员");
        assertThat(own.get(page).body()).contains("请附审计报告", due, "个工作日").doesNotContain("李专员", "name=\"field\"");
        assertThat(own.get("/inquiries").statusCode()).isEqualTo(403);
        assertThat(own.post(page, "/enterprises/" + other.id() + "/inquiries", Map.of("field", rd()))
                        .statusCode())
                .isEqualTo(403);
    }
}
