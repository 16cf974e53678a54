package org.lingqu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.library.web.Site;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The application with the policies of the project, running as long as the tests of a class; for a static field with
 * {@code @RegisterExtension}.
 */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {

    private static final String PASSWORD = "every number has a source";

    private @Nullable Path folder;
    private @Nullable ConfigurableApplicationContext running;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("lingqu");
        running = Started.on(folder.resolve("data"), Started.WITH_POLICIES);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Objects.requireNonNull(running).close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** For files of a test; gone after it. */
    public Path folder() {
        return Objects.requireNonNull(folder);
    }

    /** A part of the application. */
    public <T> T bean(Class<T> type) {
        return Objects.requireNonNull(running).getBean(type);
    }

    /** Gives somebody an account. */
    public Actor account(String login, String name, Role role) {
        Accounts accounts = bean(Accounts.class);
        accounts.create(Actor.SYSTEM, login, name, role.name(), null, PASSWORD, false);
        return accounts.byLogin(login).orElseThrow().actor();
    }

    /** The browser of somebody who has not signed in. */
    public Site visitor() {
        return new Site(Started.address(Objects.requireNonNull(running)));
    }

    /** The browser of somebody who has an account. */
    public Site signedIn(String login) {
        return visitor().signIn(login, PASSWORD);
    }
}
