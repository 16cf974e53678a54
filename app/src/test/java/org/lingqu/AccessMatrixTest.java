package org.lingqu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.library.web.Site;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route is called as every role; who gets through stands in {@code access-matrix.tsv}. A new route fails this test until
 * somebody has written down for whom it is.
 */
class AccessMatrixTest {

    private static final String PASSWORD = "nobody sees what is not his";
    private static final List<Role> ROLES =
            Stream.of(Role.values()).filter(role -> role != Role.SYSTEM).toList();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static String base;

    @BeforeAll
    static void start() {
        server = Started.on(folder);
        base = Started.address(server);
        Accounts accounts = server.getBean(Accounts.class);
        for (Role role : ROLES) {
            if (role.canSignIn()) {
                accounts.create(Actor.SYSTEM, login(role), role.name(), role.name(), null, PASSWORD, false);
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteIsOpenToThoseOfTheMatrixAndNobodyElse() throws IOException {
        var found = new TreeMap<String, List<String>>();
        for (Role role : ROLES) {
            Site site = site(role);
            for (Map.Entry<String, RequestMethod> route : routes().entrySet()) {
                List<String> open = found.computeIfAbsent(route.getKey(), none -> new ArrayList<>());
                HttpResponse<String> answer = call(site, route.getKey(), route.getValue(), role);
                assertThat(answer.statusCode())
                        .as("%s as %s", route.getKey(), role)
                        .isLessThan(500);
                if (isOpen(answer)) {
                    open.add(role.name());
                }
                if (route.getKey().equals("POST /sign-out")) {
                    site = site(role);
                }
            }
        }

        String matrix = found.entrySet().stream()
                .map(route -> route.getKey() + "\t"
                        + (route.getValue().size() == ROLES.size() ? "*" : String.join(" ", route.getValue())))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(matrix).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (InputStream in = AccessMatrixTest.class.getResourceAsStream("/access-matrix.tsv")) {
            return new String(Objects.requireNonNull(in, "access-matrix.tsv").readAllBytes(), UTF_8);
        }
    }

    /** Routes of this project: method and pattern. */
    private static Map<String, RequestMethod> routes() {
        var routes = new TreeMap<String, RequestMethod>();
        server.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (String pattern : mapping.getPatternValues()) {
                        for (RequestMethod method :
                                mapping.getMethodsCondition().getMethods()) {
                            routes.put(method + " " + pattern, method);
                        }
                    }
                });
        return routes;
    }

    private static HttpResponse<String> call(Site site, String route, RequestMethod method, Role role) {
        String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^/]*}", "999999");
        return method == RequestMethod.GET
                ? site.get(path)
                : site.post(role == Role.VISITOR ? "/sign-in" : "/account/password", path, Map.of());
    }

    private static Site site(Role role) {
        var site = new Site(base);
        return role == Role.VISITOR ? site : site.signIn(login(role), PASSWORD);
    }

    private static boolean isOpen(HttpResponse<String> answer) {
        boolean sentAway = answer.headers()
                .firstValue("Location")
                .filter(place -> place.contains("/sign-in?to="))
                .isPresent();
        return answer.statusCode() != 401 && answer.statusCode() != 403 && !sentAway;
    }

    private static String login(Role role) {
        return "one." + role.name().toLowerCase(java.util.Locale.ROOT);
    }
}
