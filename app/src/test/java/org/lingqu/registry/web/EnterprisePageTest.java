package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Look;
import org.lingqu.registry.Looks;
import org.lingqu.registry.Said;
import org.lingqu.registry.TitleSpan;

/** The page of an enterprise: who sees it, who looked, what may be typed in. */
class EnterprisePageTest extends SentLists {

    @Test
    void whoLooksAtAnEnterpriseIsNotedOnceADayAndTheEnterpriseSeesNoNames() throws Exception {
        taken(looked("看.xlsx", Supplier.FIRM, List.of(List.of("长须鲸软件有限公司", "", "1000", "60", "45", "6513"))));
        Enterprise enterprise = named("长须鲸");
        Actor whale = SERVER.account("whale", "长须鲸公司", Role.ENTERPRISE);
        long person = whale.requirePerson();
        enterprises().join(OFFICER, enterprise.id(), person);
        Looks looks = SERVER.bean(Looks.class);
        Site officer = SERVER.signedIn("officer");
        officer.get("/enterprises/" + enterprise.id() + "/questions");
        officer.get("/enterprises/" + enterprise.id() + "/policies");
        Site own = SERVER.signedIn("whale");
        own.get("/enterprises/" + enterprise.id());
        for (int i = 0; i < 200 && looks.of(enterprise).size() < 2; i++) {
            Thread.sleep(20);
        }

        assertThat(looks.of(enterprise)).extracting(Look::person).containsExactly("长须鲸公司", "李专员");
        assertThat(officer.get("/enterprises/" + enterprise.id()).body())
                .contains("最近 2 次")
                .contains("李专员");
        assertThat(own.get("/enterprises/" + enterprise.id()).body())
                .contains("最近 2 次")
                .doesNotContain("李专员");
    }

    @Test
    void aSearchFindsEnterprisesByNameForWhoMaySeeThem() throws Exception {
        taken(looked("找.xlsx", Supplier.FIRM, List.of(List.of("抹香鲸软件有限公司", "", "1000", "60", "45", "6513"))));
        taken(looked("别家.xlsx", Supplier.FIRM, List.of(List.of("抹香鲸电子有限公司", "", "1000", "60", "45", "3921"))));
        Actor sperm = SERVER.account("sperm", "抹香鲸公司", Role.ENTERPRISE);
        enterprises().join(OFFICER, named("抹香鲸软件").id(), sperm.requirePerson());
        String search = "/search?q=" + URLEncoder.encode("抹香鲸", StandardCharsets.UTF_8);

        assertThat(SERVER.signedIn("officer").get(search).body()).contains("抹香鲸软件有限公司", "抹香鲸电子有限公司");
        assertThat(SERVER.signedIn("sperm").get(search).body())
                .contains("抹香鲸软件有限公司")
                .doesNotContain("抹香鲸电子");
        assertThat(SERVER.visitor().get(search).body()).doesNotContain("抹香鲸软件", "抹香鲸电子");
    }

    @Test
    void anIndustryIsToldByItsName() throws Exception {
        taken(looked("名称.xlsx", Supplier.FIRM, List.of(List.of("座头鲸电子有限公司", "", "1000", "60", "45", "3952"))));

        String page = SERVER.signedIn("officer")
                .get("/enterprises/" + named("座头鲸").id())
                .body();

        assertThat(page).contains("<td data-label=\"值\" title=\"\">3952（属 39 计算机、通信和其他电子设备制造业）</td>");
    }

    @Test
    void aTitleCanBeAColumnAsTheTemplateOfListsCallsIt() throws Exception {
        taken(looked("称号列.xlsx", Supplier.FIRM, List.of(List.of("虎鲸电子有限公司", "", "1000", "60", "45", "3952"))));

        String page = SERVER.signedIn("officer")
                .get("/enterprises?facts=" + URLEncoder.encode("高新技术企业有效期至、高新技术企业、没有的", StandardCharsets.UTF_8))
                .body();

        assertThat(page)
                .contains("<th scope=\"col\">高新技术企业有效期至</th><th scope=\"col\">高新技术企业</th>")
                .contains("没有这些数据项，没有显示：没有的");
    }

    @Test
    void aFirmSeesItselfAndNobodyElse() throws Exception {
        taken(looked(
                "两家.xlsx",
                Supplier.FIRM,
                List.of(
                        List.of("白鹭软件有限公司", "", "777", "60", "45", "6513"),
                        List.of("灰鹭软件有限公司", "", "888", "60", "45", "6513"))));
        Enterprise own = named("白鹭");
        Enterprise other = named("灰鹭");
        long person = SERVER.bean(Accounts.class).byLogin("firm").orElseThrow().id();
        enterprises().join(OFFICER, own.id(), person);
        Site firm = SERVER.signedIn("firm");

        assertThat(firm.get("/enterprises").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/enterprises/" + own.id()));
        assertThat(firm.get("/enterprises/" + own.id()).body()).contains("白鹭软件");
        assertThat(firm.get("/enterprises/" + other.id()).statusCode()).isEqualTo(404);
        HttpResponse<String> refused = firm.post(
                "/enterprises/" + own.id(),
                "/enterprises/" + other.id() + "/values",
                Map.of("what", "2025年研发费用（万元）", "value", "1", "saidOn", "2026-03-01", "seen", "1"));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).doesNotContain("灰鹭");
        try (var workbook = new ReadableWorkbook(
                        new ByteArrayInputStream(firm.bytes("/enterprises.xlsx").body()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(0)))
                    .anyMatch("白鹭软件有限公司"::equals)
                    .noneMatch("灰鹭软件有限公司"::equals);
        }
    }

    @Test
    void anEnterpriseChangesNeitherItsNameNorItsCodeAndAnOfficerDoes() throws Exception {
        taken(looked("改名.xlsx", Supplier.FIRM, List.of(List.of("赤狐软件有限公司", "", "777", "60", "45", "6513"))));
        Enterprise fox = named("赤狐");
        Actor own = SERVER.account("fox", "赤狐", Role.ENTERPRISE);
        enterprises().join(OFFICER, fox.id(), own.requirePerson());
        Site firm = SERVER.signedIn("fox");
        String page = "/enterprises/" + fox.id();
        String seen = Integer.toString(fox.rowVersion());
        Said other = Said.of("随便什么公司", null, Map.of(), Map.of(), Map.of(), Map.of());

        for (String what : List.of("企业名称", "统一社会信用代码")) {
            HttpResponse<String> refused = firm.post(
                    page,
                    page + "/values",
                    Map.of("what", what, "value", "随便什么公司", "saidOn", "2026-03-01", "seen", seen));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("名称和代码变更请联系科技主管部门");
        }
        assertThat(enterprises().say(own, fox.id(), fox.rowVersion(), Supplier.FIRM, MARCH, other, null))
                .isInstanceOf(Enterprises.Outcome.Wrong.class);
        assertThat(named("赤狐").name()).isEqualTo("赤狐软件有限公司");

        Site officer = SERVER.signedIn("officer");
        Map<String, String> renamed = Map.of(
                "what",
                "企业名称",
                "value",
                "银狐软件有限公司",
                "source",
                "MARKET_REGULATION",
                "saidOn",
                "2026-03-02",
                "seen",
                seen);
        assertThat(officer.post(page, page + "/values", renamed).statusCode()).isEqualTo(302);
        assertThat(named("银狐").id()).isEqualTo(fox.id());
        assertThat(named("赤狐").name()).as("found by its former name").isEqualTo("银狐软件有限公司");
        assertThat(officer.get(page).body()).contains("说了 1 项").contains("名称：银狐软件有限公司");
    }

    @Test
    void whatIsTypedInIsReadLikeACellAndOverrulesNobodyUnseen() throws Exception {
        taken(looked("打字.xlsx", Supplier.FIRM, List.of(List.of("苍鹰装备有限公司", "", "100", "6", "45", "3411"))));
        Enterprise eagle = named("苍鹰");
        Site officer = SERVER.signedIn("officer");
        String page = "/enterprises/" + eagle.id();

        HttpResponse<String> bad = officer.post(
                page,
                page + "/values",
                Map.of(
                        "what", "研发费用",
                        "value", "8",
                        "source", "TAX",
                        "saidOn", "2026-03-01",
                        "seen", Integer.toString(eagle.rowVersion())));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("请写明年度");

        HttpResponse<String> good = officer.post(
                page,
                page + "/values",
                Map.of(
                        "what", "2025年研发费用（万元）",
                        "value", "8",
                        "source", "TAX",
                        "saidOn", "2026-03-01",
                        "seen", Integer.toString(eagle.rowVersion())));
        assertThat(good.statusCode()).isEqualTo(302);
        assertThat(named("苍鹰").rdCosts()).isEqualTo(80_000);
        assertThat(officer.get(page).body()).contains("8 万元").contains("企业填报 6 万元");

        HttpResponse<String> late = officer.post(
                page,
                page + "/values",
                Map.of(
                        "what", "2025年研发费用（万元）",
                        "value", "9",
                        "source", "TAX",
                        "saidOn", "2026-03-01",
                        "seen", Integer.toString(eagle.rowVersion())));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("别人更新了这家企业");
        assertThat(named("苍鹰").rdCosts()).isEqualTo(80_000);
    }

    @Test
    void titlesThatAreHeldStandFirstAndThoseThatAreNotStandInOneLine() throws Exception {
        taken(looked("称号.xlsx", Supplier.FIRM, List.of(List.of("白鲸仪器有限公司", "", "100", "6", "45", "4011"))));
        Enterprise beluga = named("白鲸");
        LocalDate today = enterprises().today();
        Said said = Said.titles(Map.of(
                "高新技术企业",
                List.of(new TitleSpan(today.minusYears(4), today.minusYears(1))),
                "瞪羚企业",
                List.of(new TitleSpan(today.minusYears(1), null)),
                "专精特新中小企业",
                List.of(),
                "独角兽企业",
                List.of()));
        enterprises().say(OFFICER, beluga.id(), beluga.rowVersion(), Supplier.SCIENCE, today, said, null);
        Said claim = Said.titles(Map.of("科技型中小企业", List.of(new TitleSpan(today.minusDays(9), null))));
        enterprises().say(OFFICER, beluga.id(), named("白鲸").rowVersion(), Supplier.FIRM, today, claim, null);

        String page =
                SERVER.signedIn("officer").get("/enterprises/" + beluga.id()).body();
        String titles = page.substring(page.indexOf("id=\"titles\""), page.indexOf("id=\"ladders\""));

        assertThat(titles)
                .containsSubsequence("瞪羚企业", "科技型中小企业", "高新技术企业", "<summary>其余 2 项没有记录</summary>", "专精特新中小企业", "独角兽企业");
        assertThat(titles.substring(0, titles.indexOf("</table>"))).doesNotContain("专精特新中小企业", "独角兽企业");
    }

    @Test
    void everybodyFindsTheCalendarInTheMenu() {
        for (Site who : List.of(SERVER.visitor(), SERVER.signedIn("officer"), SERVER.signedIn("firm"))) {
            assertThat(who.get("/calendar").body()).contains("<a href=\"/calendar\" aria-current=\"page\">日历</a>");
        }
    }
}
