package org.lingqu.registry;

import java.util.List;
import org.lingqu.account.Role;
import org.lingqu.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the registry adds to the menu. */
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
}
