package org.lingqu.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.account.Role;
import org.lingqu.ui.FoundElsewhere;
import org.lingqu.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the registry adds to the menu and to what a search finds. */
@Configuration(proxyBeanMethods = false)
final class RegistryConfiguration {

    @Bean
    NavEntry registryNav() {
        return new NavEntry(
                50,
                "registry.nav",
                "/enterprises",
                List.of(Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE));
    }

    @Bean
    NavEntry partyNav() {
        return new NavEntry(
                52, "party.nav", "/parties", List.of(Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR));
    }

    @Bean
    FoundElsewhere enterprisesFound(Enterprises enterprises, Places places) {
        return (actor, words) -> {
            EnterpriseFilter filter = EnterpriseFilter.named(words, enterprises.today());
            List<FoundElsewhere.Hit> hits =
                    enterprises.find(actor, filter, EnterpriseOrder.NAME, 0, FoundElsewhere.MOST).stream()
                            .map(each -> new FoundElsewhere.Hit(
                                    each.name(),
                                    each.regionCode() == null ? "" : places.named(each.regionCode()),
                                    "/enterprises/" + each.id()))
                            .toList();
            return hits.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FoundElsewhere.Group(
                            "registry.title",
                            enterprises.count(actor, filter),
                            hits,
                            "/enterprises?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
        };
    }

    @Bean
    FoundElsewhere partiesFound(Parties parties, Enterprises enterprises) {
        return (actor, words) -> {
            var hits = new ArrayList<FoundElsewhere.Hit>();
            long total = 0;
            String list = "/parties";
            for (PartyKind kind : PartyKind.values()) {
                var filter = new PartyFilter(kind, words, "", "", PartyFilter.Standing.ALL, enterprises.today(), false);
                List<Party> found = parties.find(actor, filter, PartyOrder.NAME, 0, FoundElsewhere.MOST);
                if (!found.isEmpty()) {
                    long all = parties.count(actor, filter);
                    list = all > total
                            ? "/parties?kind=" + kind + "&words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                            : list;
                    total += all;
                    found.forEach(each ->
                            hits.add(new FoundElsewhere.Hit(each.name(), kind.chinese(), "/parties/" + each.id())));
                }
            }
            return hits.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FoundElsewhere.Group(
                            "party.nav", total, hits.subList(0, Math.min(hits.size(), FoundElsewhere.MOST)), list));
        };
    }
}
