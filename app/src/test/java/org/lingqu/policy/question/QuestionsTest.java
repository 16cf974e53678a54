package org.lingqu.policy.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.policy.FewPolicies;
import org.lingqu.policy.kept.KeptDecision;
import org.lingqu.policy.kept.KeptDecisions;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.TypedValues.Problem;

/** A firm is asked for what could change an answer, and is told what its answers changed; on both databases. */
abstract class QuestionsTest extends FewPolicies {

    static final class OnSqliteTest extends QuestionsTest {
        @Override
        protected String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends QuestionsTest {
        @Override
        protected String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    @Override
    protected void policies(Path policies) throws IOException {
        write(policies, "reward", "研发费用.上年 >= 100 * 万元", "10 * 万元");
        write(policies, "share", "研发费用.上年 / 营业收入.上年 >= 0.05", "20 * 万元");
        write(policies, "taxed", "加计扣除研发费用.上年 >= 50 * 万元", "30 * 万元");
        write(policies, "titled", "有称号(\"示例称号\")", "5 * 万元");
        Files.writeString(policies.resolve("cn/asked-2020.yaml"), """
                policy: cn/asked
                version: "2020"
                title: 要人确认的政策
                english: asked
                document: 示〔2020〕2号
                issuers: [示例局]
                region: "000000"
                valid: {from: 2020-01-01}
                confidence: V2
                criteria:
                  - {id: rd, article: 一, says: 研发费用够, require: 研发费用.上年 >= 50 * 万元}
                  - {id: field, article: 二, says: 属于支持的领域, ask: 核心技术是否属于支持的领域？}
                benefits:
                  - {id: grant, article: 三, says: 奖励, amount: 10 * 万元, per: once}
                examples:
                  cases:
                    - {name: 待确认, as-of: 2020-06-30, firm: {研发费用: {2019: 60万元}}, expect: manual}
                """);
        Files.writeString(policies.resolve("cn/grants-2020.yaml"), """
                policy: cn/grants
                version: "2020"
                title: 授予示例称号
                english: grants
                document: 示〔2020〕3号
                issuers: [示例局]
                region: "000000"
                valid: {from: 2020-01-01}
                confidence: V2
                grants:
                  - {title: 示例称号, years: 3, article: 一, says: 有效期三年}
                criteria:
                  - {id: staff, article: 二, says: 人够多, require: 职工总数.上年 >= 1000000}
                examples:
                  cases:
                    - {name: 不够, as-of: 2020-06-30, firm: {职工总数: {2019: 5}}, expect: not met}
                """);
    }

    private Questions questions() {
        return bean(Questions.class);
    }

    private KeptDecisions kept() {
        return bean(KeptDecisions.class);
    }

    private List<String> verdicts(Enterprise enterprise, String policy) {
        return kept().of(enterprise).getOrDefault(policy, List.of()).stream()
                .map(KeptDecision::verdict)
                .map(Finding.Kind::name)
                .toList();
    }

    @Test
    void whatDecidesMostAloneIsAskedFirstAndEachThingOnce() {
        Questionnaire asked = questions().of(officer, begun("白鹭科技"));

        assertThat(asked.open()).isEqualTo(6);
        Question first = asked.asked().getFirst();
        assertThat(first.asked().name()).isEqualTo(lastYear() + "年研发费用");
        assertThat(first.alone()).extracting(stake -> stake.policy().title()).contains("示例政策reward");
        assertThat(first.together())
                .anySatisfy(with ->
                        assertThat(with.others()).extracting(Asked::name).containsExactly(lastYear() + "年营业收入"));
        assertThat(asked.asked()).extracting(Question::asked).doesNotHaveDuplicates();
        assertThat(asked.asked()).extracting(Question::fewest).isSorted();
    }

    @Test
    void aFirmIsNotAskedWhatOnlyOfficesSupplyOrConfirm() {
        Questionnaire asked = questions().of(firm, own("灰鹭科技"));

        assertThat(asked.elsewhere())
                .extracting(question -> question.asked().name())
                .containsExactly(lastYear() + "年加计扣除研发费用");
        assertThat(asked.asked())
                .extracting(question -> question.asked().name())
                .contains("示例称号")
                .doesNotContain(lastYear() + "年加计扣除研发费用");
    }

    @Test
    void oneAnswerServesAllPoliciesAndItIsToldWhatChanged() {
        Enterprise enterprise = own("苍鹭科技");
        kept().note(enterprise);

        Questions.Outcome outcome =
                answer(firm, enterprise, Map.of(rd(), "0.02", "unit." + rd(), "亿元", "fact.职工总数." + lastYear(), " "));

        assertThat(outcome).isInstanceOf(Questions.Outcome.Saved.class);
        long before = ((Questions.Outcome.Saved) outcome).before();
        assertThat(kept().changes(enterprise, before))
                .extracting(
                        change -> change.now().policy(),
                        change -> change.before().verdict(),
                        change -> change.now().verdict())
                .containsExactlyInAnyOrder(
                        tuple("cn/reward", Finding.Kind.UNKNOWN, Finding.Kind.MET),
                        tuple("cn/asked", Finding.Kind.UNKNOWN, Finding.Kind.MANUAL));
        assertThat(enterprises().file(enterprise).holding(new FactYear("研发费用", lastYear())))
                .hasValueSatisfying(held -> {
                    assertThat(held.from().source()).isEqualTo(Supplier.FIRM);
                    assertThat(held.value())
                            .isEqualTo(new org.lingqu.engine.policy.fact.FactValue.Amount(
                                    new java.math.BigDecimal("2000000.00")));
                });
        assertThat(enterprises().file(enterprise).holding(new FactYear("职工总数", lastYear())))
                .isEmpty();
        assertThat(questions().of(firm, enterprise).asked())
                .extracting(question -> question.asked().name())
                .doesNotContain(lastYear() + "年研发费用")
                .contains(lastYear() + "年营业收入");
    }

    /** One of two that are needed settles nothing, and the page says what is still missing. */
    @Test
    void afterAnAnswerItIsToldWhatIsStillMissing() {
        Enterprise enterprise = own("大麻鳽科技");
        Site site = signedIn("firm");
        String own = "/enterprises/" + enterprise.id() + "/questions";
        assertThat(site.get(own).body()).contains("（共 2 项）都填上，才能判断：《示例政策share》");
        Map<String, String> form = Map.of(
                "seen",
                Integer.toString(version(enterprise)),
                "fact.营业收入." + lastYear(),
                "500",
                "saidOn",
                today().toString());

        HttpResponse<String> saved = site.post(own, own, form);

        assertThat(saved.statusCode()).isEqualTo(302);
        String after = site.get(
                        saved.headers().firstValue("Location").orElseThrow().replace(address(), ""))
                .body();
        assertThat(after)
                .contains("暂时没有变化", "示例政策share</a>：还缺 1 项（" + lastYear() + "年研发费用）")
                .doesNotContain("示例政策taxed</a>：还缺");
    }

    @Test
    void aTitleThatAFirmClaimsWaitsForAnOfficeAndIsNotAskedAgain() {
        Enterprise enterprise = own("草鹭科技");
        kept().note(enterprise);
        Map<String, String> held = Map.of(
                "title.示例称号", "是", "from.title.示例称号", today().minusDays(1).toString());

        assertThat(answer(firm, enterprise, held)).isInstanceOf(Questions.Outcome.Saved.class);

        assertThat(verdicts(enterprise, "cn/titled")).containsExactly("UNKNOWN");
        assertThat(questions().of(firm, enterprise).asked())
                .extracting(question -> question.asked().name())
                .doesNotContain("示例称号");
        assertThat(questions().of(firm, enterprise).elsewhere())
                .extracting(question -> question.asked().name())
                .contains("示例称号");
        assertThat(questions().of(officer, enterprise).asked())
                .extracting(question -> question.asked().name())
                .contains("示例称号");
        Site site = signedIn("firm");
        assertThat(site.get("/enterprises/" + enterprise.id()).body()).contains("企业填报，待核实");
        assertThat(site.get("/enterprises/" + enterprise.id() + "/questions").body())
                .contains("企业填报，待核实");

        answer(officer, enterprise, held);

        assertThat(verdicts(enterprise, "cn/titled")).containsExactly("UNKNOWN", "MET");
    }

    @Test
    void aFirmsNoDecidesAboutATitle() {
        Enterprise enterprise = own("紫鹭科技");
        kept().note(enterprise);

        answer(firm, enterprise, Map.of("title.示例称号", "否"));

        assertThat(verdicts(enterprise, "cn/titled")).containsExactly("UNKNOWN", "NOT_MET");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingIsSaved() {
        Enterprise enterprise = own("夜鹭科技");

        Questions.Outcome outcome = answer(
                firm,
                enterprise,
                Map.of(
                        rd(),
                        "很多",
                        "fact.职工总数." + lastYear(),
                        "1.5",
                        "fact.加计扣除研发费用." + lastYear(),
                        "7",
                        "fact.不存在",
                        "7",
                        "title.示例称号",
                        "是",
                        "fact.营业收入." + lastYear(),
                        "5"));

        assertThat(outcome).isInstanceOf(Questions.Outcome.Wrong.class);
        assertThat(((Questions.Outcome.Wrong) outcome).problems())
                .extracting(Problem::field, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple(rd(), "NOT_A_NUMBER"),
                        tuple("fact.职工总数." + lastYear(), "NOT_WHOLE"),
                        tuple("fact.加计扣除研发费用." + lastYear(), "OFFICES_ONLY"),
                        tuple("fact.不存在", "NOT_A_FACT"),
                        tuple("from.title.示例称号", "NO_FIRST_DAY"));
        assertThat(enterprises().file(enterprise).holdings()).isEmpty();
    }

    @Test
    void nothingTypedAndDaysThatDoNotFitAreTold() {
        Enterprise enterprise = own("池鹭科技");

        assertThat(answer(firm, enterprise, Map.of(rd(), "")))
                .isEqualTo(new Questions.Outcome.Wrong(List.of(new Problem("", "NOTHING_TYPED", null))));
        assertThat(answer(firm, enterprise, Map.of("title.示例称号", "否", "from.title.示例称号", "2024-01-01")))
                .isEqualTo(new Questions.Outcome.Wrong(List.of(new Problem("title.示例称号", "DAYS_OF_NO_TITLE", null))));
        assertThat(answer(
                        firm,
                        enterprise,
                        Map.of("title.示例称号", "是", "from.title.示例称号", "2024-01-01", "until.title.示例称号", "2023-01-01")))
                .isEqualTo(new Questions.Outcome.Wrong(
                        List.of(new Problem("until.title.示例称号", "ENDS_BEFORE_IT_BEGINS", null))));
        assertThat(questions()
                        .answer(
                                officer,
                                enterprise,
                                enterprise.rowVersion(),
                                Optional.empty(),
                                today().plusDays(1).toString(),
                                new AnswerForm(Map.of(rd(), "1"))))
                .isEqualTo(new Questions.Outcome.Wrong(
                        List.of(new Problem("source", "NO_SOURCE", null), new Problem("saidOn", "NO_DAY", null))));
    }

    @Test
    void whoAnswersAnOlderPageOverrulesNobodyUnseen() {
        Enterprise enterprise = own("牛背鹭科技");
        answer(officer, enterprise, Map.of(rd(), "30"));

        assertThat(questions()
                        .answer(
                                firm,
                                enterprise,
                                enterprise.rowVersion(),
                                Optional.empty(),
                                today().toString(),
                                new AnswerForm(Map.of(rd(), "40"))))
                .isInstanceOf(Questions.Outcome.Overtaken.class);
    }

    @Test
    void anOfficerConfirmsWithGroundsAndAFirmCannotConfirmForItself() {
        Enterprise enterprise = own("中白鹭科技");
        answer(officer, enterprise, Map.of(rd(), "60"));
        Enterprise now = enterprises().byId(officer, enterprise.id()).orElseThrow();

        assertThat(questions().of(officer, now).items())
                .extracting(question -> question.asked().field())
                .containsExactly("item.cn/asked#field");
        assertThat(questions().confirm(officer, now, now.rowVersion(), "cn/asked#field", "是", today().toString(), " "))
                .isEqualTo(new Questions.Outcome.Wrong(List.of(new Problem("note", "NO_GROUNDS", null))));
        assertThat(questions().confirm(firm, now, now.rowVersion(), "cn/asked#field", "是", today().toString(), "我说的"))
                .isEqualTo(new Questions.Outcome.Wrong(List.of(new Problem("what", "ONLY_OFFICES_CONFIRM", null))));
        assertThat(enterprises()
                        .type(firm, now.id(), now.rowVersion(), Supplier.FIRM, today(), "cn/asked#field", "是", null))
                .isInstanceOf(Enterprises.Outcome.Wrong.class);

        assertThat(questions()
                        .confirm(officer, now, now.rowVersion(), "cn/asked#field", "是", today().toString(), "核对了专利清单"))
                .isInstanceOf(Questions.Outcome.Saved.class);

        assertThat(verdicts(enterprise, "cn/asked")).containsExactly("UNKNOWN", "MANUAL", "MET");
        assertThat(questions().confirmed(now)).singleElement().satisfies(confirmed -> {
            assertThat(confirmed.confirmation().yes()).isTrue();
            assertThat(confirmed.confirmation().from().note()).isEqualTo("核对了专利清单");
            assertThat(confirmed.confirmation().from().personName()).isEqualTo("李专员");
        });
        Enterprise after = enterprises().byId(officer, enterprise.id()).orElseThrow();
        assertThat(questions()
                        .confirm(
                                officer,
                                after,
                                after.rowVersion(),
                                "cn/asked#field",
                                "否",
                                today().minusDays(1).toString(),
                                "看错了"))
                .isEqualTo(new Questions.Outcome.Wrong(List.of(new Problem("saidOn", "EARLIER_THAN_KNOWN", null))));
        String page = "/enterprises/" + enterprise.id() + "/policies/cn/asked";
        assertThat(signedIn("officer").get(page).body()).contains("核对了专利清单", "李专员");
        assertThat(signedIn("firm").get(page).body()).contains("核心技术是否属于支持的领域").doesNotContain("核对了专利清单", "李专员");
    }

    @Test
    void aConfirmationIsTakenBackToNobodyHasSaidAndThatCanBeUndone() {
        Enterprise enterprise = own("小苇鳽科技");
        answer(officer, enterprise, Map.of(rd(), "60"));
        String item = "cn/asked#field";
        Enterprise first = enterprises().byId(officer, enterprise.id()).orElseThrow();
        assertThat(questions().reopen(officer, first, first.rowVersion(), item, today().toString(), "没有"))
                .isEqualTo(new Questions.Outcome.Wrong(List.of(new Problem("item", "NOT_CONFIRMED", null))));
        questions()
                .confirm(
                        officer,
                        first,
                        first.rowVersion(),
                        item,
                        "否",
                        today().minusDays(2).toString(),
                        "初看不属于");
        Enterprise second = enterprises().byId(officer, enterprise.id()).orElseThrow();
        questions()
                .confirm(
                        officer,
                        second,
                        second.rowVersion(),
                        item,
                        "是",
                        today().minusDays(1).toString(),
                        "看了清单");
        Enterprise third = enterprises().byId(officer, enterprise.id()).orElseThrow();

        assertThat(questions()
                        .reopen(
                                officer,
                                third,
                                third.rowVersion(),
                                item,
                                today().minusDays(9).toString(),
                                ""))
                .isEqualTo(new Questions.Outcome.Wrong(List.of(
                        new Problem("saidOn", "EARLIER_THAN_KNOWN", null), new Problem("note", "NO_GROUNDS", null))));
        assertThat(questions().reopen(firm, third, third.rowVersion(), item, today().toString(), "我说的"))
                .isEqualTo(new Questions.Outcome.Wrong(List.of(new Problem("what", "ONLY_OFFICES_CONFIRM", null))));
        assertThat(questions().reopen(officer, third, third.rowVersion(), item, today().toString(), "清单是旧的"))
                .isInstanceOf(Questions.Outcome.Saved.class);

        assertThat(questions().confirmed(third)).isEmpty();
        assertThat(questions().of(officer, third).items())
                .extracting(question -> question.asked().field())
                .containsExactly("item.cn/asked#field");
        assertThat(verdicts(enterprise, "cn/asked")).containsExactly("UNKNOWN", "MANUAL", "NOT_MET", "MET", "MANUAL");

        Enterprise fourth = enterprises().byId(officer, enterprise.id()).orElseThrow();
        long back = enterprises().entries(fourth).getFirst().id();
        assertThat(enterprises().undo(officer, fourth.id(), third.rowVersion(), back))
                .isInstanceOf(Enterprises.Outcome.Overtaken.class);
        assertThat(enterprises().undo(officer, fourth.id(), fourth.rowVersion(), back))
                .isInstanceOf(Enterprises.Outcome.Done.class);
        assertThat(questions().confirmed(fourth))
                .singleElement()
                .satisfies(
                        confirmed -> assertThat(confirmed.confirmation().yes()).isTrue());
        Enterprise fifth = enterprises().byId(officer, enterprise.id()).orElseThrow();
        assertThat(enterprises().undo(officer, fifth.id(), fifth.rowVersion(), back))
                .isEqualTo(new Enterprises.Outcome.Wrong("entry", "CANNOT_BE_UNDONE", null));
    }

    @Test
    void anOfficerTakesAConfirmationBackInTheBrowserAndUndoesThat() {
        Enterprise enterprise = begun("黄斑苇鳽科技");
        answer(officer, enterprise, Map.of(rd(), "60"));
        Enterprise now = enterprises().byId(officer, enterprise.id()).orElseThrow();
        questions().confirm(officer, now, now.rowVersion(), "cn/asked#field", "是", today().toString(), "看了清单");
        Site site = signedIn("officer");
        String own = "/enterprises/" + enterprise.id();
        Map<String, String> form = new HashMap<>(Map.of(
                "item", "cn/asked#field", "answer", "", "saidOn", today().toString(), "note", "", "reopen", "yes"));
        form.put("seen", Integer.toString(version(enterprise)));
        assertThat(site.get(own + "/questions").body()).contains("改回尚未确认");
        assertThat(site.post(own + "/questions", own + "/confirmations", form).statusCode())
                .isEqualTo(422);
        form.put("note", "清单是旧的");
        assertThat(site.post(own + "/questions", own + "/confirmations", form).statusCode())
                .isEqualTo(302);
        assertThat(site.get(own + "/questions").body()).doesNotContain("改回尚未确认");

        String page = site.get(own).body();
        assertThat(page).contains("人工确认改回“尚未确认”");
        long back = enterprises().entries(enterprise).getFirst().id();
        String undo = own + "/entries/" + back + "/undo";
        assertThat(page).contains("action=\"" + undo + "\"");
        assertThat(site.post(own, undo, Map.of("seen", Integer.toString(version(enterprise))))
                        .statusCode())
                .isEqualTo(302);
        assertThat(questions().confirmed(enterprise)).hasSize(1);
        assertThat(bean(AuditLog.class).find(AuditFilter.ALL, 0, 9))
                .extracting(entry -> entry.action())
                .contains("registry.undo-entry");
    }

    private int version(Enterprise enterprise) {
        return enterprises().byId(officer, enterprise.id()).orElseThrow().rowVersion();
    }

    @Test
    void onlyChangesAreKeptAndNothingKeptIsChanged() {
        Enterprise enterprise = begun("大白鹭科技");
        kept().note(enterprise);
        long first = kept().last(enterprise);
        kept().note(enterprise);
        assertThat(kept().last(enterprise)).isEqualTo(first);

        answer(officer, enterprise, Map.of(rd(), "500"));
        answer(officer, enterprise, Map.of(rd(), "600")); // another value, the same verdict
        answer(officer, enterprise, Map.of(rd(), "90"));

        assertThat(verdicts(enterprise, "cn/reward")).containsExactly("UNKNOWN", "MET", "NOT_MET");
        assertThat(verdicts(enterprise, "cn/taxed")).containsExactly("UNKNOWN");
        KeptDecision newest =
                kept().of(enterprise).getOrDefault("cn/reward", List.of()).getLast();
        assertThat(newest.used()).matches("[0-9a-f]{64}");
        assertThat(newest.decidedFor()).isEqualTo(today());
        Database database = bean(Database.class);
        assertThatThrownBy(() -> database.change(in -> in.execute("update policy_decision set verdict = 'MET'")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.change(in -> in.execute("delete from policy_decision")))
                .hasMessageContaining("append-only");
    }

    @Test
    void newsIsToldUntilSheSaysThatSheKnows() {
        Enterprise enterprise = own("黄嘴白鹭科技");
        answer(officer, enterprise, Map.of(rd(), "500"));

        assertThat(kept().unseen(firm, enterprise))
                .extracting(change -> change.now().policy())
                .containsExactlyInAnyOrder("cn/reward", "cn/asked");

        kept().see(firm, enterprise, Long.MAX_VALUE);

        assertThat(kept().unseen(firm, enterprise)).isEmpty();
        assertThat(bean(AuditLog.class).find(AuditFilter.ALL, 0, 99))
                .anyMatch(entry ->
                        entry.action().equals("policy.seen") && entry.subject().equals(Long.toString(enterprise.id())));
    }

    @Test
    void thePageAsksInTheBrowserAndRefusesOthers() {
        Enterprise enterprise = own("岩鹭科技");
        Enterprise other = begun("绿鹭科技");
        Site site = signedIn("firm");
        String page = "/enterprises/" + enterprise.id() + "/questions";

        assertThat(site.get("/enterprises/" + enterprise.id()).body()).contains(page);
        assertThat(site.get(page).body()).contains("回答后即可判断：", "《示例政策reward》（至多 10万元）", "加计扣除研发费用");
        Map<String, String> typed = new HashMap<>(
                Map.of(rd(), "很多", "saidOn", today().toString(), "seen", Integer.toString(enterprise.rowVersion())));
        HttpResponse<String> wrong = site.post(page, page, typed);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("data-code=\"NOT_A_NUMBER\"", "value=\"很多\"");
        typed.put(rd(), "300");
        HttpResponse<String> good = site.post(page, page, typed);
        assertThat(good.statusCode()).isEqualTo(302);
        String told = good.headers().firstValue("Location").orElseThrow().replace(address(), "");
        assertThat(site.get(told).body()).contains("这次补充带来的变化", "示例政策reward", "留意申报时间");

        assertThat(site.get("/enterprises/" + enterprise.id()).body())
                .contains("您上次看过以后的变化", "政策结论的变化", "近年走势", "role=\"img\"");
        assertThat(signedIn("officer").get("/enterprises/" + enterprise.id()).body())
                .contains("政策结论的变化")
                .doesNotContain("您上次看过以后的变化");

        assertThat(site.get("/enterprises/" + other.id() + "/questions").statusCode())
                .isEqualTo(404);
        HttpResponse<String> refused =
                site.post(page, "/enterprises/" + other.id() + "/questions", Map.of(rd(), "1", "seen", "1"));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).doesNotContain("绿鹭");
        assertThat(site.post(page, "/enterprises/" + enterprise.id() + "/confirmations", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.post(page, "/enterprises/" + other.id() + "/decisions/seen", Map.of("upTo", "9"))
                        .statusCode())
                .isEqualTo(404);
    }
}
