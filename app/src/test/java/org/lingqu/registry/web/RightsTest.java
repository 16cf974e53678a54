package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lingqu.TestServer;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;
import org.lingqu.registry.Parties;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyFilter;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyOrder;
import org.lingqu.registry.PatentNumber;
import org.lingqu.registry.RightClass;
import org.lingqu.registry.Rights;
import org.lingqu.registry.Said;

/** Rights in the browser: known by their numbers, counted on the page of whoever holds them, seen by nobody else. */
class RightsTest {

    private static final Actor OFFICER = new Actor(1L, "李专员", Role.OFFICER);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @SuppressWarnings("NullAway.Init")
    private static Site officer;

    private static int serial;

    @BeforeAll
    static void start() {
        SERVER.account("officer", "李专员", Role.OFFICER);
        SERVER.account("firm", "甲公司", Role.ENTERPRISE);
        officer = SERVER.signedIn("officer");
    }

    private static String number(int type) {
        return PatentNumber.complete("2021" + type + "%07d".formatted(++serial));
    }

    private static Enterprise firm(String name, Map<String, Integer> counts) {
        var values = new HashMap<FactYear, FactValue>();
        counts.forEach((fact, count) -> values.put(FactYear.of(fact), new FactValue.Amount(new BigDecimal(count))));
        return SERVER.bean(Enterprises.class)
                .create(
                        OFFICER,
                        Supplier.SCIENCE,
                        MARCH,
                        Said.of(name, null, values, Map.of(), Map.of(), Map.of()),
                        null);
    }

    private static FirmListImport looked(String name, byte[] file) throws IOException {
        FirmLists lists = SERVER.bean(FirmLists.class);
        FirmListImport list =
                lists.send(OFFICER, PartyKind.RIGHT, name, new ByteArrayInputStream(file), "", Supplier.SCIENCE, MARCH);
        Awaitility.await().until(() -> lists.byId(list.id()).orElseThrow().state() == ListState.LOOKED);
        return lists.byId(list.id()).orElseThrow();
    }

    private static FirmListImport looked(String rows) throws IOException {
        return looked("权利.csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private static void taken(String rows) throws IOException {
        FirmListImport list = looked(rows);
        FirmLists lists = SERVER.bean(FirmLists.class);
        assertThat(lists.take(OFFICER, list)).isTrue();
        Awaitility.await().until(() -> lists.byId(list.id()).orElseThrow().state() == ListState.TAKEN);
    }

    private static List<Party> found(String words) {
        Parties parties = SERVER.bean(Parties.class);
        var filter = new PartyFilter(PartyKind.RIGHT, words, "", "", PartyFilter.Standing.ALL, MARCH, false);
        return parties.find(OFFICER, filter, PartyOrder.NAME, 0, 50);
    }

    private static Map<String, String> form(String name, String number, String right) {
        return new HashMap<>(Map.of(
                "kind",
                "RIGHT",
                "name",
                name,
                "code",
                number,
                "权利类别",
                right,
                "source",
                "SCIENCE",
                "saidOn",
                "2026-03-01"));
    }

    private static HttpResponse<String> create(String name, String number, String right) {
        return officer.post("/parties/new?kind=RIGHT", "/parties", form(name, number, right));
    }

    private static Rights.Held held(Enterprise firm) {
        Enterprises enterprises = SERVER.bean(Enterprises.class);
        return SERVER.bean(Rights.class).of(firm, enterprises.file(firm));
    }

    @Test
    void theFormChecksTheNumberAndKnowsItAgain() {
        String number = number(1);
        assertThat(create("一种表单装置", number, "实用新型专利").body())
                .contains("NUMBER_NOT_OF_CLASS")
                .contains("value=\"" + number + "\"");
        assertThat(create("一种表单装置", "", "发明专利").body()).contains("NO_NUMBER");
        assertThat(create("一种表单装置", "ZL " + number, "发明专利").statusCode()).isEqualTo(302);
        HttpResponse<String> again = create("一种别的装置", number.replace(".", ""), "发明专利");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("NUMBER_TAKEN").contains("一种表单装置");
        assertThat(create("一种表单装置", number(1), "发明专利").statusCode()).isEqualTo(302);

        assertThat(found("一种表单装置")).hasSize(2);
        assertThat(found("zl" + number.substring(0, 9))).hasSize(2);
        Party one = found("ZL" + number.replace(".", "")).getFirst();
        assertThat(one.code()).isEqualTo(number);
        var changed = form("一种表单装置", number, "外观设计专利");
        changed.put("seen", Integer.toString(one.rowVersion()));
        assertThat(officer.post("/parties/" + one.id() + "/edit", "/parties/" + one.id(), changed)
                        .body())
                .contains("NUMBER_NOT_OF_CLASS");
    }

    @Test
    void aListWithoutNumbersIsRefusedAsAWhole() throws IOException {
        FirmListImport list = looked("专利名称,专利类型\n一种无号装置,发明\n");
        assertThat(Objects.requireNonNull(list.refusal()).code()).isEqualTo("NO_NUMBER_COLUMN");
        assertThat(officer.get("/enterprises/import/" + list.id()).body()).contains("没有一列是编号");
    }

    /** A number that ends in .0 is kept by Excel without it; one that was typed as a number is not lost otherwise. */
    @Test
    void numbersThatExcelKeepsAsNumbersAreRead() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            var sheet = workbook.newWorksheet("名单");
            sheet.value(0, 0, "专利名称");
            sheet.value(0, 1, "专利号");
            String[] bodies = {"202110000004", "202110000008", "202110000012", "202110000017", "202110000022"};
            for (int i = 0; i < bodies.length; i++) {
                String whole = PatentNumber.complete(bodies[i]);
                sheet.value(i + 1, 0, "一种数字装置" + i);
                if (whole.endsWith("X")) {
                    sheet.value(i + 1, 1, whole);
                } else {
                    sheet.value(i + 1, 1, new BigDecimal(whole));
                }
            }
            sheet.value(6, 0, "一种零尾装置");
            sheet.value(6, 1, new BigDecimal(endingInZero()));
        }
        FirmListImport list = looked("数字.xlsx", file.toByteArray());
        assertThat(list.counts().fresh()).isEqualTo(6);
        assertThat(list.counts().cellProblems()).isZero();
    }

    private static String endingInZero() {
        for (int i = 9_000_000; ; i++) {
            String number = PatentNumber.complete("20211" + i);
            if (number.endsWith(".0")) {
                return number.substring(0, 12);
            }
        }
    }

    @Test
    void onlyWhatIsInForceAndOwnedCountsBesideTheFile() throws IOException {
        Enterprise firm = firm("清点有限公司", Map.of("Ⅰ类知识产权", 5, "Ⅱ类知识产权", 2));
        taken("专利名称,专利号,专利类型,专利权人,授权日期,有效期至,法律状态,取得方式\n"
                + row("有效发明一", number(1), "发明", firm, "2023-01-01,2041-01-01,有效,自主研发")
                + row("有效发明二", number(1), "发明", firm, "2023-01-01,,,")
                + row("布图", "BS.21900000" + ++serial, "集成电路布图设计", firm, "2022-05-01,,有效,受让")
                + row("许可的发明", number(1), "发明", firm, "2023-01-01,2041-01-01,有效,许可")
                + row("审查中的发明", number(1), "发明", firm, ",,审查中,自主研发")
                + row("终止的发明", number(1), "发明", firm, "2020-01-01,2024-01-01,,")
                + row("实用新型", number(2), "实用新型", firm, "2023-01-01,,有效,自主研发")
                + row("软件", "2021SR900000" + ++serial % 10, "软著", firm, "2021-06-01,,有效,自主研发")
                + row("药证", "国药准字H" + ++serial, "其他", firm, "2021-06-01,,有效,自主研发"));

        Rights.Held held = held(firm);
        assertThat(held.all()).hasSize(9);
        assertThat(held.inForce())
                .isEqualTo(Map.of(
                        RightClass.INVENTION, 2,
                        RightClass.LAYOUT, 1,
                        RightClass.UTILITY_MODEL, 1,
                        RightClass.SOFTWARE, 1,
                        RightClass.OTHER, 1));
        assertThat(held.differs()).containsExactly(new Rights.Differs(RightClass.Rank.ONE, 3, new BigDecimal("5")));
        assertThat(officer.get("/enterprises/" + firm.id()).body())
                .contains("发明专利 2 件")
                .contains("名单中有效的 3 件，档案填 5 件")
                .doesNotContain("Ⅱ类知识产权：名单中");
    }

    private static String row(String name, String number, String right, Enterprise holder, String rest) {
        return String.join(",", name, number, right, holder.name(), rest) + "\n";
    }

    @Test
    void aFirmWithoutRecordedRightsGetsNoRemark() {
        Enterprise firm = firm("无名单有限公司", Map.of("Ⅰ类知识产权", 5));
        assertThat(held(firm).differs()).isEmpty();
        assertThat(officer.get("/enterprises/" + firm.id()).body()).doesNotContain("id=\"rights\"");
    }

    @Test
    void anEnterpriseSeesItsOwnRightsAndNobodyElses() throws IOException {
        Enterprise own = firm("看自己有限公司", Map.of());
        Enterprise other = firm("看别人有限公司", Map.of());
        Enterprises enterprises = SERVER.bean(Enterprises.class);
        SERVER.bean(Accounts.class)
                .byLogin("firm")
                .ifPresent(person -> enterprises.join(OFFICER, own.id(), person.id()));
        taken("专利名称,专利号,专利权人\n自己的装置," + number(2) + "," + own.name() + "\n共有的装置," + number(2) + "," + own.name() + "、"
                + other.name() + "\n别人的装置," + number(2) + "," + other.name() + "\n");

        Site firm = SERVER.signedIn("firm");
        assertThat(firm.get("/enterprises/" + own.id()).body())
                .contains("自己的装置")
                .contains("共有的装置")
                .doesNotContain("别人的装置")
                .doesNotContain("看别人有限公司")
                .doesNotContain("/parties/");
        assertThat(firm.get("/enterprises/" + other.id()).statusCode()).isEqualTo(404);
        Party right = found("自己的装置").getFirst();
        assertThat(firm.get("/parties/" + right.id()).statusCode()).isEqualTo(403);
        assertThat(firm.get("/parties?kind=RIGHT").statusCode()).isEqualTo(403);
        assertThat(firm.get("/parties.xlsx?kind=RIGHT").statusCode()).isEqualTo(403);
        assertThat(officer.get("/parties/" + found("共有的装置").getFirst().id()).body())
                .contains("看自己有限公司")
                .contains("看别人有限公司");
    }

    @Test
    void listsAreTakenAwayWithNumbersAndTemplatesAskForThem() throws IOException {
        String number = number(3);
        create("带走机", number, "外观设计专利");
        String query = "?kind=RIGHT&words=" + URLEncoder.encode("带走机", StandardCharsets.UTF_8);
        assertThat(first("/parties.xlsx" + query, 0)).containsExactly("名称", "专利号或登记号", "权利类别", "授权日期", "有效期至", "权利人");
        assertThat(first("/parties.xlsx" + query, 1)).contains("带走机", number, "外观设计专利");
        assertThat(first("/parties/template.xlsx?kind=RIGHT", 0))
                .startsWith("知识产权名称", "专利号或登记号", "权利类别")
                .contains("权利人", "取得方式");
    }

    private static List<String> first(String address, int row) throws IOException {
        byte[] sheet = officer.bytes(address).body();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            Row cells = workbook.getFirstSheet().read().get(row);
            return cells.stream()
                    .map(cell -> cell == null ? "" : cell.getText())
                    .toList();
        }
    }
}
