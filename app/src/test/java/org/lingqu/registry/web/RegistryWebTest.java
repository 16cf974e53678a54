package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.Jobs;
import org.lingqu.library.web.Site;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;
import org.lingqu.registry.Look;
import org.lingqu.registry.Looks;
import org.lingqu.registry.RowOutcome;
import org.lingqu.registry.Said;
import org.lingqu.registry.SavedView;
import org.lingqu.registry.SavedViews;
import org.springframework.context.ConfigurableApplicationContext;

/** Lists of enterprises taken in, looked at and undone in the running application. */
class RegistryWebTest {

    private static final Actor OFFICER = new Actor(1L, "李专员", Role.OFFICER);
    private static final String PASSWORD = "every number has a source";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final List<String> HEADERS =
            List.of("企业名称", "统一社会信用代码", "2025年营业收入（万元）", "2025年研发费用（万元）", "2025年职工总数", "行业代码");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static String base;

    @BeforeAll
    static void start() {
        server = Started.on(folder, Started.WITH_POLICIES);
        base = Started.address(server);
        Accounts accounts = server.getBean(Accounts.class);
        accounts.create(Actor.SYSTEM, "officer", "李专员", "OFFICER", null, PASSWORD, false);
        accounts.create(Actor.SYSTEM, "firm", "甲公司", "ENTERPRISE", null, PASSWORD, false);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static final Said NAMED = Said.of("随便什么公司", null, Map.of(), Map.of(), Map.of(), Map.of());

    private static Enterprises enterprises() {
        return server.getBean(Enterprises.class);
    }

    private static FirmLists lists() {
        return server.getBean(FirmLists.class);
    }

    private static FirmListImport looked(String name, Supplier source, List<List<String>> rows)
            throws IOException, InterruptedException {
        FirmListImport list = lists().send(OFFICER, name, new ByteArrayInputStream(workbook(rows)), "", source, MARCH);
        return await(list, ListState.LOOKED);
    }

    private static FirmListImport taken(FirmListImport list) throws InterruptedException {
        assertThat(lists().take(OFFICER, list)).isTrue();
        return over(await(list, ListState.TAKEN));
    }

    private static void undone(FirmListImport list) throws InterruptedException {
        assertThat(lists().undo(OFFICER, list)).isTrue();
        over(await(list, ListState.UNDONE));
    }

    /** Once its job is over, what follows the transaction is done. */
    private static FirmListImport over(FirmListImport list) throws InterruptedException {
        Jobs jobs = server.getBean(Jobs.class);
        while (!jobs.byId(Objects.requireNonNull(list.run()))
                .orElseThrow()
                .state()
                .isOver()) {
            Thread.sleep(5);
        }
        return list;
    }

    private static FirmListImport await(FirmListImport list, ListState state) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            FirmListImport now = lists().byId(list.id()).orElseThrow();
            if (now.state() == state) {
                return now;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(lists().byId(list.id()).orElseThrow() + " never was " + state);
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            for (int i = 0; i < HEADERS.size(); i++) {
                sheet.value(0, i, HEADERS.get(i));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int i = 0; i < rows.get(row).size(); i++) {
                    sheet.value(row + 1, i, rows.get(row).get(i));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static Enterprise named(String name) {
        return enterprises()
                .find(OFFICER, with(name), EnterpriseOrder.NAME, 0, 10)
                .getFirst();
    }

    private static EnterpriseFilter with(String words) {
        EnterpriseFilter all = EnterpriseFilter.all(MARCH);
        return new EnterpriseFilter(
                words,
                all.region(),
                all.park(),
                all.industry(),
                all.sizeClass(),
                all.title(),
                all.day(),
                all.expiresBy(),
                all.expiresOn(),
                all.minRevenue(),
                all.maxRevenue(),
                all.conflicts());
    }

    @Test
    void aListIsLookedAtTakenInAndTheSameListSaysNothingNew() throws Exception {
        List<List<String>> rows = List.of(
                List.of("蓝鲸一号科技有限公司", "", "1000", "60", "45", "3952"),
                List.of("蓝鲸二号科技有限公司", "", "2000", "很多", "80", "3952"));
        FirmListImport list = looked("蓝鲸.xlsx", Supplier.FIRM, rows);

        assertThat(list.counts().fresh()).isEqualTo(2);
        assertThat(list.counts().cellProblems()).isEqualTo(1);
        assertThat(enterprises().count(OFFICER, with("蓝鲸"))).isZero();
        assertThat(lists().rows(list, null, true, 0, 10)).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo(3);
            assertThat(row.problems().getFirst().code()).isEqualTo("NOT_A_NUMBER");
            assertThat(row.problems().getFirst().cell()).isEqualTo("D3");
        });

        taken(list);

        assertThat(enterprises().count(OFFICER, with("蓝鲸"))).isEqualTo(2);
        assertThat(named("蓝鲸一号").revenue()).isEqualTo(10_000_000);
        assertThat(named("蓝鲸一号").sizeClass()).isEqualTo("小型");
        assertThat(named("蓝鲸二号").rdCosts()).isNull();

        FirmListImport again = looked("蓝鲸.xlsx", Supplier.FIRM, rows);
        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(lists().take(OFFICER, again)).isFalse();
        FirmListImport tax = looked("蓝鲸.xlsx", Supplier.TAX, rows);
        assertThat(tax.counts().changed())
                .as("another office says it for the first time")
                .isEqualTo(2);
        FirmListImport later = looked(
                "蓝鲸.xlsx",
                Supplier.FIRM,
                List.of(List.of("蓝鲸一号科技有限公司", "", "1000", "61", "45", "3952"), rows.getLast()));
        assertThat(later.counts().changed()).isEqualTo(1);
        assertThat(later.counts().unchanged()).isEqualTo(1);
    }

    @Test
    void whoLooksAtAnEnterpriseIsNotedOnceADayAndTheEnterpriseSeesNoNames() throws Exception {
        taken(looked("看.xlsx", Supplier.FIRM, List.of(List.of("长须鲸软件有限公司", "", "1000", "60", "45", "6513"))));
        Enterprise enterprise = named("长须鲸");
        Accounts accounts = server.getBean(Accounts.class);
        accounts.create(Actor.SYSTEM, "whale", "长须鲸公司", "ENTERPRISE", null, PASSWORD, false);
        long person = accounts.byLogin("whale").orElseThrow().id();
        enterprises().join(OFFICER, enterprise.id(), person);
        Looks looks = server.getBean(Looks.class);
        Site officer = new Site(base).signIn("officer", PASSWORD);
        officer.get("/enterprises/" + enterprise.id() + "/questions");
        officer.get("/enterprises/" + enterprise.id() + "/policies");
        Site own = new Site(base).signIn("whale", PASSWORD);
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
        Accounts accounts = server.getBean(Accounts.class);
        accounts.create(Actor.SYSTEM, "sperm", "抹香鲸公司", "ENTERPRISE", null, PASSWORD, false);
        enterprises()
                .join(
                        OFFICER,
                        named("抹香鲸软件").id(),
                        accounts.byLogin("sperm").orElseThrow().id());
        String search = "/search?q=" + URLEncoder.encode("抹香鲸", StandardCharsets.UTF_8);

        assertThat(new Site(base).signIn("officer", PASSWORD).get(search).body())
                .contains("抹香鲸软件有限公司", "抹香鲸电子有限公司");
        assertThat(new Site(base).signIn("sperm", PASSWORD).get(search).body())
                .contains("抹香鲸软件有限公司")
                .doesNotContain("抹香鲸电子");
        assertThat(new Site(base).get(search).body()).doesNotContain("抹香鲸软件", "抹香鲸电子");
    }

    @Test
    void anIndustryIsToldByItsName() throws Exception {
        taken(looked("名称.xlsx", Supplier.FIRM, List.of(List.of("座头鲸电子有限公司", "", "1000", "60", "45", "3952"))));

        String page = new Site(base)
                .signIn("officer", PASSWORD)
                .get("/enterprises/" + named("座头鲸").id())
                .body();

        assertThat(page).contains("<td data-label=\"值\" title=\"\">3952 计算机、通信和其他电子设备制造业</td>");
    }

    @Test
    void aPageThatCanBeActedOnIsNotExchangedUnderHerHands() throws Exception {
        FirmListImport list =
                looked("独角鲸.xlsx", Supplier.FIRM, List.of(List.of("独角鲸科技有限公司", "", "1000", "60", "45", "3952")));
        Database database = server.getBean(Database.class);
        String state = "update job_run set state = ? where id = ?";

        database.write(in -> in.execute(state, "RUNNING", list.run())); // as while it tidies up

        assertThat(new Site(base)
                        .signIn("officer", PASSWORD)
                        .get("/enterprises/import/" + list.id())
                        .body())
                .contains("/take\"")
                .doesNotContain("/progress\"")
                .doesNotContain("http-equiv=\"refresh\"");
        database.write(in -> in.execute(state, "DONE", list.run()));
    }

    @Test
    void anotherSourceThatDisagreesStandsBesideAndIsUndoneAsAWhole() throws Exception {
        taken(looked("自报.xlsx", Supplier.FIRM, List.of(List.of("海豚材料有限公司", "", "1200", "60", "45", "2651"))));
        FirmListImport tax = looked(
                "税务.xlsx",
                Supplier.TAX,
                List.of(List.of("海豚材料有限公司", "", "1000", "", "", ""), List.of("海豹材料有限公司", "", "500", "", "", "")));

        assertThat(tax.counts().conflict()).isEqualTo(1);
        assertThat(lists().rows(tax, RowOutcome.CONFLICT, false, 0, 9)
                        .getFirst()
                        .differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.was()).isEqualTo("12000000");
                    assertThat(difference.now()).isEqualTo("10000000");
                    assertThat(difference.source()).isEqualTo(Supplier.FIRM);
                });
        taken(tax);
        assertThat(named("海豚").revenue()).isEqualTo(10_000_000);
        assertThat(named("海豚").conflicts()).isEqualTo(1);

        undone(tax);

        assertThat(named("海豚").revenue()).isEqualTo(12_000_000);
        assertThat(named("海豚").conflicts()).isZero();
        assertThat(enterprises().count(OFFICER, with("海豹"))).isZero();
        assertThat(lists().undo(OFFICER, lists().byId(tax.id()).orElseThrow())).isFalse();
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
        long person =
                server.getBean(Accounts.class).byLogin("firm").orElseThrow().id();
        enterprises().join(OFFICER, own.id(), person);
        Site firm = new Site(base).signIn("firm", PASSWORD);

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
        Accounts accounts = server.getBean(Accounts.class);
        accounts.create(Actor.SYSTEM, "fox", "赤狐", "ENTERPRISE", null, PASSWORD, false);
        Actor own = accounts.byLogin("fox").orElseThrow().actor();
        enterprises().join(OFFICER, fox.id(), own.requirePerson());
        Site firm = new Site(base).signIn("fox", PASSWORD);
        String page = "/enterprises/" + fox.id();
        String seen = Integer.toString(fox.rowVersion());

        for (String what : List.of("企业名称", "统一社会信用代码")) {
            HttpResponse<String> refused = firm.post(
                    page,
                    page + "/values",
                    Map.of("what", what, "value", "随便什么公司", "saidOn", "2026-03-01", "seen", seen));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("名称和代码变更请联系科技主管部门");
        }
        assertThat(enterprises().say(own, fox.id(), fox.rowVersion(), Supplier.FIRM, MARCH, NAMED, null))
                .isInstanceOf(Enterprises.Outcome.Wrong.class);
        assertThat(named("赤狐").name()).isEqualTo("赤狐软件有限公司");

        Site officer = new Site(base).signIn("officer", PASSWORD);
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
        Site officer = new Site(base).signIn("officer", PASSWORD);
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
    void columnsThatAreNotClearAreSaidAndLookedAtAgain() throws Exception {
        byte[] csv = "单位,税号,去年搞研发花的钱\n翠鸟光电有限公司,,12\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        FirmListImport list = await(
                lists().send(OFFICER, "土表.csv", new ByteArrayInputStream(csv), "", Supplier.FIRM, MARCH),
                ListState.LOOKED);
        assertThat(list.refusal()).isNotNull();

        assertThat(lists().mean(OFFICER, list, List.of("企业名称", "看不懂的", "2025年研发费用（万元）")))
                .isEqualTo(new FirmLists.Meant.NotUnderstood(List.of(1)));
        assertThat(lists().mean(OFFICER, list, List.of("企业名称", "不读", "2025年研发费用（万元）")))
                .isEqualTo(new FirmLists.Meant.Looking());
        FirmListImport again = await(list, ListState.LOOKED);

        assertThat(again.refusal()).isNull();
        assertThat(again.counts().fresh()).isEqualTo(1);
        taken(again);
        assertThat(named("翠鸟").rdCosts()).isEqualTo(120_000);
    }

    @Test
    void garbageIsAnsweredWithAReasonNeverWithAnError() throws Exception {
        for (byte[] garbage :
                List.of(new byte[] {1, 2, 3}, "PK\3\4broken".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))) {
            FirmListImport list = await(
                    lists().send(OFFICER, "坏.xlsx", new ByteArrayInputStream(garbage), "", Supplier.FIRM, MARCH),
                    ListState.LOOKED);

            assertThat(list.refusal()).isNotNull();
            assertThat(lists().take(OFFICER, list)).isFalse();
            Site officer = new Site(base).signIn("officer", PASSWORD);
            assertThat(officer.get("/enterprises/import/" + list.id()).statusCode())
                    .isEqualTo(200);
            assertThat(officer.bytes("/enterprises/import/" + list.id() + "/report.xlsx")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theTemplateIsReadBackWithoutAnyProblem() throws Exception {
        byte[] template = new Site(base)
                .signIn("officer", PASSWORD)
                .bytes("/enterprises/template.xlsx?policy=cn/high-tech")
                .body();
        FirmListImport list = await(
                lists().send(OFFICER, "模板.xlsx", new ByteArrayInputStream(template), "", Supplier.FIRM, MARCH),
                ListState.LOOKED);

        assertThat(list.columns())
                .hasSizeGreaterThan(10)
                .allSatisfy(column ->
                        assertThat(column.problem()).as(column.header()).isEmpty());
    }

    @Test
    void aListTakenAwayIsKeptByNobodyOnTheWay() {
        HttpResponse<byte[]> list = new Site(base).signIn("officer", PASSWORD).bytes("/enterprises.xlsx");

        assertThat(list.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(list.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".xlsx");
    }

    @Test
    void rowsPastedFromASpreadsheetAreLookedAtLikeAFile() throws Exception {
        Site officer = new Site(base).signIn("officer", PASSWORD);
        String form = "/enterprises/import";

        HttpResponse<String> nothing = officer.post(form, form + "/paste", Map.of("rows", " ", "source", "FIRM"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("请先粘贴表头");

        HttpResponse<String> kept =
                officer.post(form, form + "/paste", Map.of("rows", "企业名称\t甲", "source", "", "saidOn", "2026-03-01"));
        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(kept.body()).contains("企业名称\t甲");

        HttpResponse<String> sent = officer.post(
                form,
                form + "/paste",
                Map.of(
                        "rows", "企业名称\t2025年研发费用（万元）\n\"翠鸟\n光学\"\t12\n",
                        "source", "FIRM",
                        "saidOn", "2026-03-01"));
        assertThat(sent.statusCode()).isEqualTo(302);
        FirmListImport list = await(lists().newest(null, 0, 1).getFirst(), ListState.LOOKED);
        assertThat(list.counts().fresh()).isEqualTo(1);
        assertThat(list.title()).startsWith("粘贴");
    }

    @Test
    void columnsAreChosenInTheAddressKeptAsAViewAndExportedAsTheyAreShown() throws Exception {
        taken(looked("列.xlsx", Supplier.FIRM, List.of(List.of("白鲸声学有限公司", "", "100", "6", "45", "3411"))));
        Site officer = new Site(base).signIn("officer", PASSWORD);
        String query = "words=%E7%99%BD%E9%B2%B8&column=STAFF&facts=2025%E5%B9%B4%E7%A0%94%E5%8F%91%E8%B4%B9%E7%94%A8";

        String page = officer.get("/enterprises?" + query).body();
        assertThat(page).contains("2025年研发费用").contains("6 万元").contains("<td data-label=\"职工（人）\"");
        assertThat(page).doesNotContain("<td data-label=\"行业代码\"");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(
                        officer.bytes("/enterprises.xlsx?" + query).body()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.stream()
                                    .map(cell -> cell == null ? "" : cell.getText())
                                    .toList())
                            .toList())
                    .containsExactly(
                            List.of("企业", "统一社会信用代码", "职工（人）", "2025年研发费用（元）"), List.of("白鲸声学有限公司", "", "45", "60000"));
        }

        HttpResponse<String> kept = officer.post(
                "/enterprises",
                "/enterprises/views",
                Map.of("view", "白鲸的职工", "words", "白鲸", "column", "STAFF", "facts", "2025年研发费用"));
        assertThat(kept.headers().firstValue("Location"))
                .hasValueSatisfying(
                        place -> assertThat(place).contains("view-kept").endsWith(query));
        assertThat(officer.get("/enterprises").body()).contains("白鲸的职工");
        SavedViews views = server.getBean(SavedViews.class);
        Actor own = new Actor(
                server.getBean(Accounts.class).byLogin("officer").orElseThrow().id(), "李专员", Role.OFFICER);
        SavedView view = views.of(own).getFirst();
        assertThat(views.forget(new Actor(own.requirePerson() + 1, "别人", Role.OFFICER), view.id()))
                .isFalse();
        assertThat(officer.post("/enterprises", "/enterprises/views/" + view.id() + "/forget", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(views.of(own)).isEmpty();
    }
}
