package org.lingqu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingqu.account.Role;
import org.lingqu.browser.EveryPageTest.Case;
import org.lingqu.database.TestDatabases;
import org.lingqu.library.web.Site;

/** Every page of {@code pages.tsv} is answered from PostgreSQL as it is from SQLite; no browser is needed to see that. */
class PagesOnPostgresTest {

    private static final Set<String> ELSEWHERE = Set.of("empty", "journey");
    private static final Map<Role, Site> SITES = new EnumMap<>(Role.class);

    @SuppressWarnings("NullAway.Init")
    private static Running running;

    @BeforeAll
    static void start() throws IOException, SQLException {
        running = Running.filledOn(TestDatabases.fresh());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static Site site(Role role) {
        return SITES.computeIfAbsent(role, each -> {
            var site = new Site(running.base());
            return each.canSignIn() ? site.signIn(Running.login(each), Running.PASSWORD) : site;
        });
    }

    @Test
    void everyPageIsAnsweredAsItIsWritten() throws IOException {
        List<Case> pages = EveryPageTest.cases()
                .filter(page -> !ELSEWHERE.contains(page.state()))
                .toList();
        var otherwise = new TreeMap<String, Integer>();
        for (Case page : pages) {
            String address = page.address(running.names());
            int status = site(Role.valueOf(page.role())).get(address).statusCode();
            if (status != Integer.parseInt(page.status())) {
                otherwise.put(page.toString(), status);
            }
        }

        assertThat(otherwise).isEmpty();
        assertThat(pages).hasSizeGreaterThan(90);
    }
}
