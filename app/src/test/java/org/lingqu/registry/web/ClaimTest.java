package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditEntry;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.AuditLog;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Said;
import org.lingqu.registry.TitleSpan;

/** What officers say of a title that only the firm says it holds. */
class ClaimTest extends SentLists {

    private static final String TITLE = "高新技术企业";

    /** A firm that claims the title from two years ago on, with somebody who acts for it. */
    private static Enterprise claiming(String name, String login) throws IOException, InterruptedException {
        taken(looked(name + ".xlsx", Supplier.FIRM, List.of(List.of(name, "", "100", "6", "45", "4011"))));
        Actor own = SERVER.account(login, name, Role.ENTERPRISE);
        Enterprise firm = named(name);
        enterprises().join(OFFICER, firm.id(), own.requirePerson());
        say(firm, own, Supplier.FIRM, Said.titles(Map.of(TITLE, List.of(claimed()))));
        return firm;
    }

    private static TitleSpan claimed() {
        LocalDate from = enterprises().today().minusYears(2);
        return new TitleSpan(from, from.plusYears(3).minusDays(1));
    }

    private static void say(Enterprise firm, Actor by, Supplier source, Said said) {
        enterprises().say(by, firm.id(), version(firm), source, enterprises().today(), said, null);
    }

    private static int version(Enterprise firm) {
        return enterprises().byId(OFFICER, firm.id()).orElseThrow().rowVersion();
    }

    private static FirmFile file(Enterprise firm) {
        return enterprises().file(firm);
    }

    private static HttpResponse<String> answer(Enterprise firm, String answer, String source, String note) {
        return answer(firm, answer, source, note, version(firm));
    }

    private static HttpResponse<String> answer(Enterprise firm, String answer, String source, String note, int seen) {
        String page = "/enterprises/" + firm.id();
        var form = new HashMap<>(Map.of("title", TITLE, "answer", answer, "source", source, "note", note));
        form.put("seen", Integer.toString(seen));
        return SERVER.signedIn("officer").post(page, page + "/claims", form);
    }

    private static boolean waits(Enterprise firm) {
        LocalDate today = enterprises().today();
        return Stream.of(enterprises()
                        .numbers(OFFICER, EnterpriseFilter.all(today).claiming()))
                .anyMatch(ids -> java.util.Arrays.binarySearch(ids, firm.id()) >= 0);
    }

    @Test
    void anOfficerConfirmsAClaimByAButtonAndThatCanBeUndone() throws Exception {
        Enterprise firm = claiming("北长尾山雀仪器有限公司", "tit");
        LocalDate today = enterprises().today();
        TitleSpan earlier = new TitleSpan(today.minusYears(6), today.minusYears(3));
        say(firm, OFFICER, Supplier.SCIENCE, Said.titles(Map.of(TITLE, List.of(earlier))));
        say(firm, OFFICER, Supplier.FIRM, Said.titles(Map.of(TITLE, List.of(claimed()))));
        assertThat(waits(firm)).isTrue();
        Site officer = SERVER.signedIn("officer");
        assertThat(officer.get("/enterprises/" + firm.id()).body()).contains("属实，登记", "不属实");
        assertThat(SERVER.signedIn("tit").get("/enterprises/" + firm.id()).body())
                .doesNotContain("属实，登记");
        assertThat(officer.get("/").body()).contains("家企业填报的称号等着核实");
        assertThat(SERVER.signedIn("tit").get("/").body()).doesNotContain("填报的称号等着核实");

        assertThat(answer(firm, "yes", "SCIENCE", "").statusCode()).isEqualTo(302);

        assertThat(file(firm).titles().getOrDefault(TITLE, List.of()))
                .as("what the office held of earlier years stays")
                .containsExactly(earlier, claimed());
        assertThat(file(firm).holds(TITLE, today)).contains(true);
        assertThat(waits(firm)).isFalse();
        AuditEntry noted =
                SERVER.bean(AuditLog.class).find(AuditFilter.ALL, 0, 1).getFirst();
        assertThat(noted.action()).isEqualTo("registry.say");
        assertThat(noted.before()).contains(earlier.from().toString());

        long entry = enterprises().entries(firm).getFirst().id();
        enterprises().undo(OFFICER, firm.id(), version(firm), entry);
        assertThat(file(firm).holds(TITLE, today)).contains(false);
        assertThat(waits(firm)).isTrue();
    }

    @Test
    void aFirmSeesWhyItsClaimWasNotFound() throws Exception {
        Enterprise firm = claiming("红胁蓝尾鸲仪器有限公司", "robin");
        HttpResponse<String> silent = answer(firm, "no", "", " ");
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("请选择认定这个称号的部门", "不属实要写明理由");

        assertThat(answer(firm, "no", "SCIENCE", "证书编号查不到").statusCode()).isEqualTo(302);

        assertThat(waits(firm)).isFalse();
        assertThat(file(firm).holds(TITLE, enterprises().today())).contains(false);
        assertThat(SERVER.signedIn("robin").get("/enterprises/" + firm.id()).body())
                .contains("不属实", "证书编号查不到", "企业填报经核实不属实")
                .doesNotContain("李专员");

        HttpResponse<String> late = answer(firm, "yes", "SCIENCE", "");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("现在没有等着核实的填报");

        long entry = enterprises().entries(firm).getFirst().id();
        enterprises().undo(OFFICER, firm.id(), version(firm), entry);
        assertThat(waits(firm)).isTrue();
        assertThat(SERVER.signedIn("robin").get("/enterprises/" + firm.id()).body())
                .as("an undone refusal is history")
                .doesNotContain("<span class=\"state state-failed\">不属实</span>");
    }

    @Test
    void aClaimOfAFileThatSomebodyChangedMeanwhileIsNotConfirmedUnseen() throws Exception {
        Enterprise firm = claiming("白眉姬鹟仪器有限公司", "flycatcher");
        int seen = version(firm);
        say(firm, OFFICER, Supplier.SCIENCE, Said.titles(Map.of("瞪羚企业", List.of())));

        HttpResponse<String> late = answer(firm, "yes", "SCIENCE", "看过证书", seen);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("别人更新了这家企业", "value=\"看过证书\"", TITLE);
        assertThat(waits(firm)).isTrue();
    }

    @Test
    void allOpenClaimsStandInAListWithItsExport() throws Exception {
        Enterprise firm = claiming("寿带仪器有限公司", "paradise");
        Site officer = SERVER.signedIn("officer");

        assertThat(officer.get("/enterprises/claims").body())
                .contains("待核实的称号", "寿带仪器有限公司", TITLE, claimed().from().toString());
        assertThat(officer.get("/enterprises/claims?region=110105").body()).doesNotContain("寿带仪器有限公司");
        assertThat(officer.get("/enterprises?claims=yes").body()).contains("寿带仪器有限公司", "待核实称号 1");
        assertThat(SERVER.signedIn("paradise").get("/enterprises/claims").statusCode())
                .isEqualTo(403);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(
                        officer.bytes("/enterprises/claims.xlsx").body()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(0) + " " + row.getCellText(3)))
                    .contains("寿带仪器有限公司 " + TITLE);
        }
        String back = "/enterprises/claims";
        HttpResponse<String> done = officer.post(
                back,
                "/enterprises/" + firm.id() + "/claims",
                Map.of(
                        "title",
                        TITLE,
                        "answer",
                        "yes",
                        "source",
                        "SCIENCE",
                        "back",
                        "list",
                        "seen",
                        Integer.toString(version(firm))));
        assertThat(done.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("/enterprises/claims?done="));
        assertThat(officer.get(back).body()).doesNotContain("寿带仪器有限公司");
    }
}
