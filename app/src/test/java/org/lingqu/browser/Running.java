package org.lingqu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.library.web.Site;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it runs, on a port of its own and a fresh data folder, with an account a role. */
final class Running implements AutoCloseable {

    /** Of every account. */
    static final String PASSWORD = "every number has a source";

    private final Path folder;
    private final ConfigurableApplicationContext context;
    private final String base;
    private final Map<Role, String> sessions = new EnumMap<>(Role.class);
    private final Map<String, String> names;

    private Running(boolean filled, Map<String, Object> more) {
        try {
            folder = Files.createTempDirectory("lingqu-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<String, Object>(Started.WITH_POLICIES);
        settings.put(
                "lingqu.import.folders",
                Contents.DEMO.toAbsolutePath().normalize().toString());
        settings.putAll(more);
        context = Started.on(folder, settings);
        base = Started.address(context);
        for (Role role : Role.values()) {
            if (role.canSignIn()) {
                account(login(role), role.name(), role);
            }
        }
        names = filled ? new Contents(context).fill() : Map.of();
    }

    /** Before anybody has put anything in. */
    static Running empty() {
        return new Running(false, Map.of());
    }

    /** With the pages of the demonstration region and some of everything that makes a page hard to show. */
    static Running filled() {
        return new Running(true, Map.of());
    }

    /** The same with tables in a PostgreSQL server. */
    static Running filledOn(String url) {
        return new Running(true, Map.of("lingqu.db.url", url));
    }

    /** Address of the application, without a slash at its end. */
    String base() {
        return base;
    }

    /** A part of it. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** What stands for {@code {name}} in an address of {@code pages.tsv}. */
    Map<String, String> names() {
        return names;
    }

    /** Account of a role. */
    static String login(Role role) {
        return "one." + role.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Opens another account, with the password of all. */
    void account(String login, String name, Role role) {
        var problems = part(Accounts.class).create(Actor.SYSTEM, login, name, role.name(), "科技局", PASSWORD, false);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
    }

    /** The name of a session in which somebody of a role has signed in. */
    String session(Role role) {
        return sessions.computeIfAbsent(
                role, none -> new Site(base).signIn(login(role), PASSWORD).cookie("LINGQU"));
    }

    @Override
    public void close() {
        context.close();
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
