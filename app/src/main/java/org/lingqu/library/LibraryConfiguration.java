package org.lingqu.library;

import java.util.List;
import org.lingqu.account.Role;
import org.lingqu.database.DataFolder;
import org.lingqu.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the library needs from the house and adds to its menu. */
@Configuration(proxyBeanMethods = false)
final class LibraryConfiguration {

    @Bean
    Snapshots snapshots(DataFolder folder) {
        return new Snapshots(folder.resolve("snapshots"));
    }

    @Bean
    NavEntry libraryPages() {
        return new NavEntry(10, "library.nav.pages", "/library/pages", List.of());
    }

    @Bean
    NavEntry libraryStatements() {
        return new NavEntry(20, "library.nav.statements", "/library/statements", List.of());
    }

    @Bean
    NavEntry libraryImport() {
        return new NavEntry(30, "library.nav.import", "/library/import", List.of(Role.OFFICER, Role.ADMINISTRATOR));
    }
}
