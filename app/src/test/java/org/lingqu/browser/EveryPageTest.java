package org.lingqu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.account.Role;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of the application, as it is when empty, as usual, in error and with the longest words: axe-core finds nothing,
 * nothing scrolls sideways on a telephone or a desk in either language, nothing is asked of another host, and the browser has no
 * complaint. Which pages there are stands in {@code pages.tsv}.
 */
@ExtendWith(InBrowser.class)
class EveryPageTest {

    private static final String CASES = "/org/lingqu/browser/pages.tsv";
    /** States that are not looked at here. */
    private static final Set<String> ELSEWHERE = Set.of("empty", "journey", "no page");

    /** A line of {@code pages.tsv}. */
    record Case(String state, String role, String status, String address) {

        /** The address with what stands for {@code {name}}. */
        String address(Map<String, String> names) {
            String filled = address;
            for (var name : names.entrySet()) {
                filled = filled.replace("{" + name.getKey() + "}", name.getValue());
            }
            return filled;
        }

        @Override
        public String toString() {
            return state + " " + role + " " + address;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(EveryPageTest.class.getResourceAsStream(CASES))) {
            return new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("\t"))
                            .map(cell -> new Case(cell[0], cell[1], cell[2], cell[3]))
                            .toList()
                            .stream();
        }
    }

    static Stream<Case> emptyPages() throws IOException {
        return cases().filter(page -> page.state().equals("empty"));
    }

    static Stream<Case> otherPages() throws IOException {
        return cases().filter(page -> !ELSEWHERE.contains(page.state()));
    }

    @Empty
    @ParameterizedTest
    @MethodSource("emptyPages")
    void canBeUsedWhenEmpty(Case page, Window window) {
        look(page, page.address(), window);
    }

    @ParameterizedTest
    @MethodSource("otherPages")
    void canBeUsed(Case page, Running running, Window window) {
        look(page, page.address(running.names()), window);
    }

    private static void look(Case page, String address, Window window) {
        window.as(Role.valueOf(page.role())).open(address);
        if (!address.startsWith("/sign-in")) {
            assertThat(window.path()).as("where %s leads", address).isNotEqualTo("/sign-in");
        }
        assertThat(window.status()).as(address).isEqualTo(Integer.parseInt(page.status()));
        window.everybodyCanUseIt();
        window.width(Window.PHONE).inEnglish().open(address);
        assertThat(Usable.sideways(window.driver())).as("%s in English", page).isEmpty();
    }

    @Test
    void noPageIsLeftOut(Running running) throws IOException {
        var matcher = new AntPathMatcher();
        List<String> written =
                cases().map(page -> page.address().replaceAll("[?#].*", "")).toList();
        var left = new TreeSet<String>();
        running.part(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                        .filter(pattern -> written.stream()
                                .noneMatch(page -> page.equals(pattern)
                                        || matcher.match(pattern, page.replaceAll("\\{[^}]*}", "1"))))
                        .forEach(left::add);
            }
        });

        assertThat(left).isEmpty();
        assertThat(written).hasSizeGreaterThan(40);
    }
}
