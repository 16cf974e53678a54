package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditEntry;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.TestDatabases;
import org.lingqu.registry.TypedValues.Problem;

/** Contacts of enterprises are added, changed and removed by who may, and masked for all others; on both databases. */
abstract class ContactsTest extends PartyFixture {

    private static final Contacts.Outcome DONE = new Contacts.Outcome.Done();

    static final class OnSqliteTest extends ContactsTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends ContactsTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    private Contacts contacts() {
        return application.getBean(Contacts.class);
    }

    private static Contacts.Wish wish(String name, String phone) {
        return new Contacts.Wish(Map.of("name", name, "phone", phone), false);
    }

    private static Contacts.Wish whole(String name, boolean first) {
        return new Contacts.Wish(
                Map.of(
                        "name",
                        name,
                        "post",
                        "财务总监",
                        "phone",
                        "+86 154-0000-0001",
                        "email",
                        "lu@example.cn",
                        "duty",
                        "项目申报"),
                first);
    }

    private List<Contact> of(Enterprise enterprise) {
        return contacts().of(OFFICER, enterprise);
    }

    private List<String> names(Enterprise enterprise) {
        return of(enterprise).stream().map(each -> each.said().name()).toList();
    }

    private List<AuditEntry> audited(Enterprise enterprise) {
        return application.getBean(AuditLog.class).find(AuditFilter.ALL, 0, 999).stream()
                .filter(entry ->
                        entry.action().startsWith("contact.") && entry.subject().equals(Long.toString(enterprise.id())))
                .toList();
    }

    @Test
    void theFirstIsCalledFirstUntilAnotherIs() {
        Enterprise firm = firm(fresh("次序公司"));
        assertThat(contacts().add(OFFICER, firm, whole("甲一", false))).isEqualTo(DONE);
        assertThat(contacts().add(OFFICER, firm, wish("乙二", "0600-2800000"))).isEqualTo(DONE);
        assertThat(names(firm)).containsExactly("甲一", "乙二");
        assertThat(of(firm)).extracting(Contact::first).containsExactly(true, false);

        Contact second = of(firm).getLast();
        assertThat(contacts()
                        .change(
                                OFFICER,
                                firm,
                                second.id(),
                                second.rowVersion(),
                                new Contacts.Wish(second.said().fields(), true)))
                .isEqualTo(DONE);
        assertThat(names(firm)).containsExactly("乙二", "甲一");
        assertThat(contacts().first(OFFICER, List.of(firm.id())).contacts().values())
                .extracting(each -> each.said().name())
                .containsExactly("乙二");

        Contact now = of(firm).getFirst();
        assertThat(contacts().remove(OFFICER, firm, now.id(), now.rowVersion())).isEqualTo(DONE);
        assertThat(of(firm)).extracting(Contact::first).containsExactly(true);
        assertThat(of(firm).getFirst().said())
                .isEqualTo(new ContactSaid("甲一", "财务总监", "15400000001", "lu@example.cn", "项目申报"));
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        Enterprise firm = firm(fresh("错误公司"));
        var typed =
                Map.of("name", " ", "post", "经理 15400000000", "phone", "12345", "email", "无", "duty", "x".repeat(61));

        assertThat(contacts().add(OFFICER, firm, new Contacts.Wish(typed, false)))
                .isInstanceOfSatisfying(
                        Contacts.Outcome.Wrong.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(Problem::field, Problem::code)
                                .containsExactly(
                                        org.assertj.core.api.Assertions.tuple("name", "NAME_MISSING"),
                                        org.assertj.core.api.Assertions.tuple("post", "NUMBER_IN_WORDS"),
                                        org.assertj.core.api.Assertions.tuple("phone", "PHONE_DIGITS"),
                                        org.assertj.core.api.Assertions.tuple("email", "EMAIL_WRONG"),
                                        org.assertj.core.api.Assertions.tuple("duty", "TOO_LONG")));
        assertThat(of(firm)).isEmpty();
        assertThat(audited(firm)).isEmpty();
    }

    @Test
    void aNameStandsOnceAndTenAreTheMost() {
        Enterprise firm = firm(fresh("满员公司"));
        for (int i = 0; i < Contacts.MOST; i++) {
            assertThat(contacts().add(OFFICER, firm, wish("人" + i, "1540000000" + i)))
                    .isEqualTo(DONE);
        }

        assertThat(code(contacts().add(OFFICER, firm, wish("人十", "15400000010"))))
                .isEqualTo("TOO_MANY");
        Contact last = of(firm).getLast();
        assertThat(contacts().remove(OFFICER, firm, last.id(), last.rowVersion()))
                .isEqualTo(DONE);
        assertThat(code(contacts().add(OFFICER, firm, wish(" 人 0", "15400000010"))))
                .isEqualTo("NAME_TAKEN");
        Contact second = of(firm).get(1);
        assertThat(code(contacts().change(OFFICER, firm, second.id(), second.rowVersion(), wish("人0", "15400000010"))))
                .isEqualTo("NAME_TAKEN");
    }

    private static String code(Contacts.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Contacts.Outcome.Wrong.class);
        return ((Contacts.Outcome.Wrong) outcome).problems().getFirst().code();
    }

    @Test
    void nobodyOverwritesWhatSheHasNotSeen() {
        Enterprise firm = firm(fresh("并行公司"));
        contacts().add(OFFICER, firm, wish("丙三", "15400000003"));
        Contact seen = of(firm).getFirst();
        assertThat(contacts().change(OFFICER, firm, seen.id(), seen.rowVersion(), wish("丙三", "15400000004")))
                .isEqualTo(DONE);

        assertThat(contacts().change(OFFICER, firm, seen.id(), seen.rowVersion(), wish("丙三", "15400000005")))
                .isInstanceOfSatisfying(
                        Contacts.Outcome.Overtaken.class,
                        overtaken -> assertThat(java.util.Objects.requireNonNull(overtaken.now())
                                        .said()
                                        .phone())
                                .isEqualTo("15400000004"));
        assertThat(contacts().remove(OFFICER, firm, seen.id(), seen.rowVersion()))
                .isInstanceOf(Contacts.Outcome.Overtaken.class);
        assertThat(contacts().remove(OFFICER, firm, seen.id(), seen.rowVersion() + 1))
                .isEqualTo(DONE);
        assertThat(contacts().change(OFFICER, firm, seen.id(), seen.rowVersion() + 1, wish("丙三", "15400000005")))
                .isEqualTo(new Contacts.Outcome.Overtaken(null));
        assertThat(of(firm)).isEmpty();
    }

    @Test
    void manyAtOnceLeaveOneFirstAndNoMoreThanTen() throws Exception {
        Enterprise firm = firm(fresh("同时公司"));
        var wishes = new ArrayList<Callable<Contacts.Outcome>>();
        for (int i = 0; i < 24; i++) {
            String name = "同" + i;
            wishes.add(() -> contacts().add(OFFICER, firm, whole(name, true)));
        }
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Contacts.Outcome> each : threads.invokeAll(wishes)) {
                done += each.get().equals(DONE) ? 1 : 0;
            }
        }

        assertThat(done).isEqualTo(Contacts.MOST);
        assertThat(of(firm)).hasSize(Contacts.MOST).extracting(Contact::first).containsOnlyOnce(true);
    }

    @Test
    void theEnterpriseItselfSeesAndChangesItsOwnAndNoOther() {
        Enterprise own = firm(fresh("自家公司"));
        Enterprise other = firm(fresh("别家公司"));
        application.getBean(Enterprises.class).join(OFFICER, own.id(), FIRM.requirePerson());
        contacts().add(OFFICER, other, wish("丁四", "15400000004"));

        assertThat(contacts().add(FIRM, own, wish("戊五", "15400000005"))).isEqualTo(DONE);
        assertThat(contacts().of(FIRM, own)).singleElement().satisfies(each -> {
            assertThat(each.said().phone()).isEqualTo("15400000005");
            assertThat(each.origin()).isEqualTo(Contact.Origin.FIRM);
        });
        assertThat(contacts().of(FIRM, other)).isEmpty();
        assertThat(contacts().first(FIRM, List.of(own.id(), other.id())).contacts())
                .isEmpty();
        Contact others = of(other).getFirst();
        assertThatThrownBy(() -> contacts().add(FIRM, other, wish("己六", "15400000006")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> contacts().remove(FIRM, other, others.id(), others.rowVersion()))
                .isInstanceOf(IllegalArgumentException.class);
        // under the number of another enterprise a contact is not there
        assertThat(contacts().remove(FIRM, own, others.id(), others.rowVersion()))
                .isEqualTo(new Contacts.Outcome.Overtaken(null));
        assertThat(of(other)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoNeedNotCallGetsThemMaskedOrNotAtAll(Role role) {
        Enterprise firm = firm(fresh("遮盖公司"));
        contacts().add(OFFICER, firm, whole("欧阳示范", false));
        var actor = new Actor(4_711L, "某人", role);
        var seen = new HashMap<String, String>();
        contacts()
                .of(actor, firm)
                .forEach(each -> seen.put(each.said().name(), each.said().phone()));
        contacts()
                .first(actor, List.of(firm.id()))
                .contacts()
                .values()
                .forEach(each -> seen.put(
                        each.said().name(), each.said().phone() + each.said().email()));

        switch (role) {
            case OFFICER -> assertThat(seen).containsExactly(Map.entry("欧阳示范", "15400000001lu@example.cn"));
            case ADMINISTRATOR, DEPARTMENT, AUDITOR ->
                assertThat(seen).containsExactly(Map.entry("欧**", "154****0001l***@example.cn"));
            case ENTERPRISE, RESEARCHER, EXPERT, VISITOR, SYSTEM ->
                assertThat(seen).isEmpty();
        }
    }

    @Test
    void theRecordTellsEachChangeAndNoNumber() {
        Enterprise firm = firm(fresh("记录公司"));
        contacts().add(OFFICER, firm, whole("庚七七", false));
        Contact seen = of(firm).getFirst();
        contacts()
                .change(
                        OFFICER,
                        firm,
                        seen.id(),
                        1,
                        new Contacts.Wish(seen.said().fields(), true)); // nothing new
        contacts().change(OFFICER, firm, seen.id(), 1, wish("庚七七", "154 9999 0001"));
        contacts().remove(OFFICER, firm, seen.id(), 2);

        assertThat(audited(firm).reversed())
                .extracting(AuditEntry::action)
                .containsExactly("contact.add", "contact.change", "contact.remove");
        assertThat(audited(firm).toString())
                .contains("庚** 财务总监 154****0001 l***@example.cn 项目申报", "（职务、电话、邮箱、分管领域）")
                .doesNotContain("庚七", "15400000001", "15499990001", "lu@");
    }
}
