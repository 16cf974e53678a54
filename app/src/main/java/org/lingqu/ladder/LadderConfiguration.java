package org.lingqu.ladder;

import java.util.List;
import org.lingqu.account.Role;
import org.lingqu.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ladders add to the menu. */
@Configuration(proxyBeanMethods = false)
final class LadderConfiguration {

    @Bean
    NavEntry ladderNav() {
        return new NavEntry(
                45, "ladder.nav", "/ladder", List.of(Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR));
    }
}
