package org.lingqu.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingqu.TestServer;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.cli.DemoEnterprises;
import org.lingqu.library.web.Site;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.inquiry.Inquiries;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;

/** Whom to call stands on call lists, in their workbooks and in the list of enterprises: whole for officers, masked or not at all for others. */
class CalledTest {

    private static final String LIST = "/policies/cn/high-tech/enterprises";
    private static final String COLUMNS = "?column=REGION&column=CONTACT&column=CONTACT_POST&column=CONTACT_PHONE";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @SuppressWarnings("NullAway.Init")
    private static String own;

    @BeforeAll
    static void start() {
        Actor officer = SERVER.account("officer", "李专员", Role.OFFICER);
        Enterprises enterprises = SERVER.bean(Enterprises.class);
        new DemoEnterprises(enterprises).fill(300);
        List<Enterprise> all =
                enterprises.find(officer, EnterpriseFilter.all(enterprises.today()), EnterpriseOrder.NAME, 0, 300);
        var fresh = new TreeMap<Long, List<Map<String, String>>>();
        all.stream()
                .filter(each -> each.id() % 7 != 0) // of some nobody is known
                .forEach(each -> fresh.put(
                        each.id(),
                        List.of(Map.of("name", "陆示范", "post", "财务总监", "phone", "154%08d".formatted(each.id())))));
        SERVER.bean(Contacts.class).begin(Actor.SYSTEM, fresh);
        var board = SERVER.bean(Opportunities.class).board();
        SERVER.bean(Inquiries.class)
                .ask(
                        officer,
                        board.policy("cn/high-tech").orElseThrow(),
                        SERVER.bean(CallLists.class)
                                .ids(
                                        officer,
                                        board,
                                        board.policy("cn/high-tech").orElseThrow(),
                                        CallQuery.of(Map.of("standing", "OPEN"))),
                        new Inquiries.Wish("", ""));
        own = "/enterprises/" + all.getFirst().id();
        for (Role role : Role.values()) {
            if (role.canSignIn() && role != Role.OFFICER) {
                Actor actor = SERVER.account("called." + role.name().toLowerCase(Locale.ROOT), role.name(), role);
                if (role == Role.ENTERPRISE) {
                    enterprises.join(officer, all.getLast().id(), actor.requirePerson());
                }
            }
        }
    }

    private static String workbook(Site site, String address) throws IOException {
        byte[] bytes = site.bytes(address).body();
        if (bytes.length < 2 || bytes[0] != 'P') {
            return ""; // refused
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static List<String> pages() {
        return List.of(
                LIST + "?standing=NOT_MET",
                LIST + "?standing=OPEN",
                "/inquiries",
                "/ladder/technology/2",
                "/enterprises" + COLUMNS,
                own,
                own + "/questions",
                "/search?q=陆示范",
                "/audit",
                "/jobs");
    }

    private static List<String> workbooks() {
        return List.of(
                LIST + ".xlsx?standing=NOT_MET",
                "/inquiries.xlsx",
                "/ladder/technology/2/enterprises.xlsx",
                "/enterprises.xlsx" + COLUMNS);
    }

    @Test
    void anOfficerSeesWhomToCallOnPagesAndInWorkbooks() throws Exception {
        Site officer = SERVER.signedIn("officer");
        assertThat(officer.get(LIST + "?standing=NOT_MET").body()).contains("陆示范", "财务总监", "tel:154", "未登记");
        assertThat(officer.get(LIST + "?standing=OPEN").body())
                .as("who can do nothing gets no message")
                .contains("陆示范（财务总监）您好，对照");
        assertThat(officer.get("/inquiries").body()).contains("陆示范", "tel:154", "陆示范（财务总监）您好，请");
        assertThat(officer.get("/enterprises" + COLUMNS).body()).contains("陆示范", "联系电话");
        assertThat(officer.get("/enterprises").body()).doesNotContain("陆示范");
        assertThat(workbook(officer, "/enterprises.xlsx")).doesNotContain("陆示范", "154000");
        for (String address : workbooks()) {
            assertThat(workbook(officer, address)).as(address).contains("陆示范", "154000");
        }
        assertThat(workbook(officer, LIST + ".xlsx?standing=NOT_MET")).contains("联系人\n职务\n联系电话", "未登记");
        assertThat(workbook(officer, LIST + ".xlsx?standing=OPEN")).contains("陆示范（财务总监）您好，对照");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OFFICER", "SYSTEM"})
    void nobodyElseFindsANameOrANumberAnywhere(Role role) throws Exception {
        Site site = role == Role.VISITOR
                ? SERVER.visitor()
                : SERVER.signedIn("called." + role.name().toLowerCase(Locale.ROOT));
        for (String address : pages()) {
            assertThat(site.get(address).body().replace("?q=陆示范", "").replaceAll("value=\"陆示范\"|“陆示范”", ""))
                    .as("%s as %s", address, role)
                    .doesNotContainPattern("154\\d{8}")
                    .doesNotContain("陆示范（", ">陆示范", "tel:");
        }
        for (String address : workbooks()) {
            assertThat(workbook(site, address))
                    .as("%s as %s", address, role)
                    .doesNotContainPattern("154\\d{8}")
                    .doesNotContain("陆示范");
        }
        if (role.isStaff()) {
            assertThat(site.get(LIST + "?standing=NOT_MET").body())
                    .contains("陆**", "154****")
                    .doesNotContain("您好");
            assertThat(workbook(site, LIST + ".xlsx?standing=NOT_MET")).contains("陆**", "154****");
            assertThat(site.get("/enterprises" + COLUMNS).body()).doesNotContain("CONTACT\"", "陆*");
        }
    }
}
