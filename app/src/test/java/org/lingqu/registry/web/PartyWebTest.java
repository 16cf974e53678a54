package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lingqu.TestServer;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Parties;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyFilter;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyOrder;
import org.lingqu.registry.Said;

/** Parties in the browser: entered, changed by two people at once, related, removed, taken away. */
class PartyWebTest {

    private static final Actor OFFICER = new Actor(1L, "李专员", Role.OFFICER);

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @SuppressWarnings("NullAway.Init")
    private static Site officer;

    @BeforeAll
    static void start() {
        SERVER.account("officer", "李专员", Role.OFFICER);
        SERVER.account("firm", "甲公司", Role.ENTERPRISE);
        officer = SERVER.signedIn("officer");
    }

    private static Parties parties() {
        return SERVER.bean(Parties.class);
    }

    private static Party named(PartyKind kind, String words) {
        return parties()
                .find(
                        OFFICER,
                        new PartyFilter(
                                kind,
                                words,
                                "",
                                "",
                                PartyFilter.Standing.ALL,
                                parties().today(),
                                false),
                        PartyOrder.NAME,
                        0,
                        2)
                .getFirst();
    }

    private static Map<String, String> form(String... more) {
        var fields = new HashMap<>(Map.of("source", "SCIENCE", "saidOn", "2026-03-01"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static HttpResponse<String> create(PartyKind kind, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("kind", kind.name());
        return officer.post("/parties/new?kind=" + kind, "/parties", all);
    }

    private static HttpResponse<String> save(Party party, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("seen", Integer.toString(party.rowVersion()));
        return officer.post("/parties/" + party.id() + "/edit", "/parties/" + party.id(), all);
    }

    @Test
    void allProblemsOfAFormAreToldAtOnceAndNothingHasToBeTypedAgain() {
        HttpResponse<String> answer = create(
                PartyKind.INSTITUTION,
                form(
                        "name",
                        "联系人13800000000研究院",
                        "code",
                        "123",
                        "成立日期",
                        "2026-01-02",
                        "终止日期",
                        "2020-01-01",
                        "研发人员数",
                        "很多",
                        "saidOn",
                        "2999-01-01"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("PERSONAL_NUMBER")
                .contains("CODE_LENGTH")
                .contains("ENDS_BEFORE_IT_BEGINS")
                .contains("NOT_A_NUMBER")
                .contains("NO_DAY")
                .contains("value=\"很多\"");
    }

    @Test
    void whoSavesLaterSeesBothValuesAndCanSaveAgain() {
        assertThat(create(PartyKind.PLATFORM, form("name", "双人平台", "平台级别", "市级"))
                        .statusCode())
                .isEqualTo(302);
        Party seen = named(PartyKind.PLATFORM, "双人平台");
        assertThat(save(seen, form("name", "双人平台", "平台级别", "自治区级")).statusCode())
                .isEqualTo(302);

        HttpResponse<String> late = save(seen, form("name", "双人平台", "平台级别", "国家级", "研究方向", "材料"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("OVERTAKEN")
                .contains("<ins>自治区级</ins>")
                .contains("value=\"国家级\" selected")
                .contains("value=\"材料\"");
        Party now = named(PartyKind.PLATFORM, "双人平台");
        assertThat(now.level()).isEqualTo("自治区级");
        assertThat(late.body()).contains("name=\"seen\" value=\"" + now.rowVersion() + "\"");
        assertThat(save(now, form("name", "双人平台", "平台级别", "国家级", "研究方向", "材料")).statusCode())
                .isEqualTo(302);
        assertThat(named(PartyKind.PLATFORM, "双人平台").level()).isEqualTo("国家级");
    }

    @Test
    void aValueOfAnotherSourceIsNotTakenBackUnderAFalseName() {
        create(PartyKind.PARK, form("name", "来源园区", "园区级别", "市级", "source", "INDUSTRY"));
        Party park = named(PartyKind.PARK, "来源园区");

        HttpResponse<String> refused = save(park, form("name", "来源园区", "园区级别", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("SAID_BY_OTHER");

        assertThat(save(park, form("name", "来源园区", "园区级别", "", "source", "INDUSTRY"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(named(PartyKind.PARK, "来源园区").level()).isNull();
    }

    @Test
    void aSecondOneOfTheSameNameHasToBeMeant() {
        create(PartyKind.TALENT, form("name", "甲同名"));
        HttpResponse<String> again = create(PartyKind.TALENT, form("name", "甲同名"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("NAME_TAKEN").contains("name=\"another\"");

        assertThat(create(PartyKind.TALENT, form("name", "甲同名", "another", "yes"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void theListIsTakenAwayAsItIsShown() throws IOException {
        create(PartyKind.CLUSTER, form("name", "=出集群", "集群级别", "自治区级", "认定日期", "2024-05-01"));
        create(PartyKind.CLUSTER, form("name", "不出集群", "集群级别", "市级"));
        String query = "?kind=CLUSTER&level=" + URLEncoder.encode("自治区级", StandardCharsets.UTF_8);

        assertThat(officer.get("/parties" + query).body()).contains("出集群").doesNotContain("不出集群");
        byte[] sheet = officer.bytes("/parties.xlsx" + query).body();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("'=出集群");
            assertThat(rows.get(1).getCellText(1)).isEqualTo("自治区级");
            assertThat(rows.get(1).getCellText(3)).isEqualTo("2024-05-01");
        }
        assertThat(officer.get("/parties.csv" + query).body()).contains("'=出集群").doesNotContain("不出集群");
    }

    @Test
    void theTemplateIsUnderstoodAsItIs() throws IOException {
        byte[] sheet = officer.bytes("/parties/template.xlsx?kind=TEAM").body();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            Row head = workbook.getFirstSheet().read().getFirst();
            assertThat(head.getCellText(0)).isEqualTo("团队名称");
            assertThat(head.stream().map(cell -> cell.getText()).toList()).contains("依托单位", "依托单位起", "带头人", "团队级别");
        }
    }

    @Test
    void anEnterpriseSeesItsParkOnItsPageAndNoTalent() {
        Enterprises enterprises = SERVER.bean(Enterprises.class);
        Enterprise own = enterprises.create(
                OFFICER,
                Supplier.SCIENCE,
                parties().today(),
                Said.of("看得见有限公司", null, Map.of(), Map.of(), Map.of(), Map.of()),
                null);
        SERVER.bean(Accounts.class)
                .byLogin("firm")
                .ifPresent(person -> enterprises.join(OFFICER, own.id(), person.id()));
        create(PartyKind.PARK, form("name", "看得见园区"));
        create(PartyKind.TALENT, form("name", "看不见人才"));
        relate(named(PartyKind.PARK, "看得见园区"), "入园企业", own.name());
        relate(named(PartyKind.TALENT, "看不见人才"), "任职单位", own.name());

        assertThat(officer.get("/enterprises/" + own.id()).body())
                .contains("看得见园区")
                .contains("看不见人才");
        Site firm = SERVER.signedIn("firm");
        assertThat(firm.get("/enterprises/" + own.id()).body())
                .contains("看得见园区")
                .doesNotContain("看不见人才")
                .doesNotContain("/parties/");
        assertThat(firm.get("/parties").statusCode()).isEqualTo(403);
        assertThat(firm.get("/parties/" + named(PartyKind.PARK, "看得见园区").id()).statusCode())
                .isEqualTo(403);
    }

    private static void relate(Party party, String column, String other) {
        String page = "/parties/" + party.id();
        assertThat(officer.post(page, page + "/relations", form("column", column, "other", other))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void anUnknownNameIsToldAndWhatWasTypedStays() {
        create(PartyKind.TEAM, form("name", "找不到团队"));
        String page = "/parties/" + named(PartyKind.TEAM, "找不到团队").id();

        HttpResponse<String> answer = officer.post(
                page, page + "/relations", form("column", "带头人", "other", "没有这个人", "begins", "2024-01-01"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("库中没有“没有这个人”")
                .contains("value=\"没有这个人\"")
                .contains("value=\"2024-01-01\"");
    }

    @Test
    void aRecordIsRemovedWithAReasonAndComesBack() {
        create(PartyKind.ALLIANCE, form("name", "误登联盟"));
        Party party = named(PartyKind.ALLIANCE, "误登联盟");
        String page = "/parties/" + party.id();
        String seen = Integer.toString(party.rowVersion());
        assertThat(officer.post(page, page + "/remove", Map.of("seen", seen)).statusCode())
                .isEqualTo(422);
        assertThat(officer.post(page, page + "/remove", Map.of("seen", "99", "words", "误登"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(officer.post(page, page + "/remove", Map.of("seen", seen, "words", "误登"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(officer.get("/parties?kind=ALLIANCE").body()).doesNotContain("误登联盟");
        assertThat(officer.get("/parties?kind=ALLIANCE&standing=REMOVED").body())
                .contains("误登联盟");
        String now = Integer.toString(
                parties().byId(OFFICER, party.id()).orElseThrow().rowVersion());
        assertThat(officer.post(page, page + "/restore", Map.of("seen", now)).statusCode())
                .isEqualTo(302);
        assertThat(officer.get("/parties?kind=ALLIANCE").body()).contains("误登联盟");
    }

    @Test
    void aPlaceIsTypedByItsName() {
        create(PartyKind.PARK, form("name", "地名园区一", "所在地", "456902"));
        String name = "渠东区";
        create(PartyKind.PARK, form("name", "地名园区二", "所在地", name));
        assertThat(named(PartyKind.PARK, "地名园区二").regionCode()).isEqualTo("456902");
        assertThat(officer.get("/parties/" + named(PartyKind.PARK, "地名园区二").id())
                        .body())
                .contains(name);
    }
}
