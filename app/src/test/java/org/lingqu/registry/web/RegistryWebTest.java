package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;
import org.lingqu.registry.RowOutcome;
import org.lingqu.registry.SavedView;
import org.lingqu.registry.SavedViews;

/** Lists of enterprises taken in, looked at and undone in the running application. */
class RegistryWebTest extends SentLists {

    @Test
    void aListIsLookedAtTakenInAndTheSameListSaysNothingNew() throws Exception {
        List<List<String>> rows = List.of(
                List.of("蓝鲸一号科技有限公司", "", "1000", "60", "45", "3952"),
                List.of("蓝鲸二号科技有限公司", "", "2000", "很多", "80", "3952"));
        FirmListImport list = looked("蓝鲸.xlsx", Supplier.FIRM, rows);

        assertThat(list.counts().fresh()).isEqualTo(2);
        assertThat(list.counts().cellProblems()).isEqualTo(1);
        assertThat(enterprises().count(OFFICER, EnterpriseFilter.all(MARCH).named("蓝鲸")))
                .isZero();
        assertThat(lists().rows(list, null, true, 0, 10)).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo(3);
            assertThat(row.problems().getFirst().code()).isEqualTo("NOT_A_NUMBER");
            assertThat(row.problems().getFirst().cell()).isEqualTo("D3");
        });

        taken(list);

        assertThat(enterprises().count(OFFICER, EnterpriseFilter.all(MARCH).named("蓝鲸")))
                .isEqualTo(2);
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
    void aPageThatCanBeActedOnIsNotExchangedUnderHerHands() throws Exception {
        FirmListImport list =
                looked("独角鲸.xlsx", Supplier.FIRM, List.of(List.of("独角鲸科技有限公司", "", "1000", "60", "45", "3952")));
        Database database = SERVER.bean(Database.class);
        String state = "update job_run set state = ? where id = ?";

        database.write(in -> in.execute(state, "RUNNING", list.run())); // as while it tidies up

        assertThat(SERVER.signedIn("officer")
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
                    assertThat(difference.was()).isEqualTo("1200万元");
                    assertThat(difference.now()).isEqualTo("1000万元");
                    assertThat(difference.source()).isEqualTo(Supplier.FIRM);
                });
        taken(tax);
        assertThat(named("海豚").revenue()).isEqualTo(10_000_000);
        assertThat(named("海豚").conflicts()).isEqualTo(1);

        undone(tax);

        assertThat(named("海豚").revenue()).isEqualTo(12_000_000);
        assertThat(named("海豚").conflicts()).isZero();
        assertThat(enterprises().count(OFFICER, EnterpriseFilter.all(MARCH).named("海豹")))
                .isZero();
        assertThat(lists().undo(OFFICER, lists().byId(tax.id()).orElseThrow())).isFalse();
    }

    @Test
    void columnsThatAreNotClearAreSaidAndLookedAtAgain() throws Exception {
        byte[] csv = "单位,登记号,去年搞研发花的钱\n翠鸟光电有限公司,,12\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
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
            Site officer = SERVER.signedIn("officer");
            assertThat(officer.get("/enterprises/import/" + list.id()).statusCode())
                    .isEqualTo(200);
            assertThat(officer.bytes("/enterprises/import/" + list.id() + "/report.xlsx")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theTemplateIsReadBackWithoutAnyProblem() throws Exception {
        byte[] template = SERVER.signedIn("officer")
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
        HttpResponse<byte[]> list = SERVER.signedIn("officer").bytes("/enterprises.xlsx");

        assertThat(list.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(list.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".xlsx");
    }

    @Test
    void rowsPastedFromASpreadsheetAreLookedAtLikeAFile() throws Exception {
        Site officer = SERVER.signedIn("officer");
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
        Site officer = SERVER.signedIn("officer");
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
        SavedViews views = SERVER.bean(SavedViews.class);
        Actor own = new Actor(
                SERVER.bean(Accounts.class).byLogin("officer").orElseThrow().id(), "李专员", Role.OFFICER);
        SavedView view = views.of(own).getFirst();
        assertThat(views.forget(new Actor(own.requirePerson() + 1, "别人", Role.OFFICER), view.id()))
                .isFalse();
        assertThat(officer.post("/enterprises", "/enterprises/views/" + view.id() + "/forget", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(views.of(own)).isEmpty();
    }
}
