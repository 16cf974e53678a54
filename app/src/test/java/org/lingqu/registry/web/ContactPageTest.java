package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.registry.Contact;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprise;

/** Contacts on the page of an enterprise: who sees what, and what a refused or overtaken form keeps. */
class ContactPageTest extends SentLists {

    private static final Map<String, String> TYPED =
            Map.of("name", "陆示范", "post", "财务总监", "phone", "154-0000-0011", "email", "lu@example.cn");

    private static Enterprise begun(String name) throws Exception {
        taken(looked("联系" + name + ".xlsx", Supplier.FIRM, List.of(List.of(name, "", "1000", "60", "45", "6513"))));
        return named(name);
    }

    private static List<Contact> of(Enterprise enterprise) {
        return SERVER.bean(Contacts.class).of(OFFICER, enterprise);
    }

    @Test
    void othersOfTheStaffSeeThemMaskedAndAnotherFirmNothing() throws Exception {
        Enterprise own = begun("雪鸮软件有限公司");
        Enterprise other = begun("仓鸮软件有限公司");
        String page = "/enterprises/" + own.id();
        Site officer = SERVER.signedIn("officer");
        assertThat(officer.post(page, page + "/contacts", TYPED)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(page + "?done=contact.added#contacts");
        assertThat(officer.get(page).body()).contains("陆示范", "tel:15400000011", "lu@example.cn");

        for (Role role : List.of(Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR)) {
            String login = "owl." + role.name().toLowerCase(java.util.Locale.ROOT);
            SERVER.account(login, role.name(), role);
            Site site = SERVER.signedIn(login);
            assertThat(site.get(page).body())
                    .contains("陆**", "财务总监", "154****0011", "l***@example.cn")
                    .doesNotContain("陆示范", "15400000011", "lu@");
            assertThat(site.post(page, page + "/contacts", TYPED).statusCode()).isEqualTo(403);
        }
        Actor owl = SERVER.account("barn.owl", "仓鸮", Role.ENTERPRISE);
        enterprises().join(OFFICER, other.id(), owl.requirePerson());
        Site firm = SERVER.signedIn("barn.owl");
        String one = page + "/contacts/" + of(own).getFirst().id();
        for (String address : List.of(page + "/contacts", one, one + "/remove")) {
            HttpResponse<String> refused = firm.post("/enterprises/" + other.id(), address, TYPED);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).doesNotContain("陆示范", "154");
        }
        assertThat(firm.get(page).statusCode()).isEqualTo(404);
        assertThat(of(own)).hasSize(1);
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndTellsEverything() throws Exception {
        Enterprise own = begun("草鸮软件有限公司");
        String page = "/enterprises/" + own.id();

        HttpResponse<String> refused = SERVER.signedIn("officer")
                .post(page, page + "/contacts", Map.of("name", "陆<示范>", "phone", "2800000", "email", "无"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "PHONE_AREA",
                        "EMAIL_WRONG",
                        "value=\"陆&lt;示范>\"",
                        "value=\"2800000\"",
                        "aria-invalid=\"true\"");
        assertThat(of(own)).isEmpty();
    }

    @Test
    void whoIsOvertakenSeesBoth() throws Exception {
        Enterprise own = begun("长耳鸮软件有限公司");
        String page = "/enterprises/" + own.id();
        Site officer = SERVER.signedIn("officer");
        officer.post(page, page + "/contacts", TYPED);
        Contact seen = of(own).getFirst();
        String one = page + "/contacts/" + seen.id();
        officer.post(page, one, Map.of("name", "陆示范", "phone", "15400000012", "seen", "1"));

        HttpResponse<String> late = officer.post(page, one, Map.of("name", "陆示范", "phone", "15400000013", "seen", "1"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("15400000012", "value=\"15400000013\"", "别人更改了这位联系人");
        HttpResponse<String> kept = officer.post(page, one + "/remove", Map.of("seen", "1"));
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(kept.body()).contains("没有移除");
        assertThat(officer.post(page, one + "/remove", Map.of("seen", "2")).statusCode())
                .isEqualTo(302);
        HttpResponse<String> gone = officer.post(page, one, Map.of("name", "陆示范", "phone", "15400000013", "seen", "2"));
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("刚被别人移除", "value=\"15400000013\"");
        assertThat(of(own)).isEmpty();
    }
}
