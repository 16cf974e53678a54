package org.lingqu.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Finds Chromium and starts it: {@code LINGQU_CHROMIUM}, the path, the usual places; where there is none, Selenium fetches
 * Chrome for Testing, if it may.
 */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> PLACES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Chromium() {}

    /**
     * A window without a screen, cut off from everything but this machine.
     *
     * @param scripts false for a person whose browser runs no JavaScript
     */
    static ChromeDriver start(boolean scripts) {
        var options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--lang=zh-CN",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox"); // Chromium refuses to start for root otherwise
        }
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "profile.managed_default_content_settings.javascript",
                        scripts ? 1 : 2,
                        "credentials_enable_service",
                        false));
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser().ifPresent(place -> options.setBinary(place.toFile()));
        try {
            var driver = new ChromeDriver(service(), options);
            driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
            return driver;
        } catch (WebDriverException e) {
            throw new AssertionError("""
                No Chromium could be started, so nothing a person does was tested.
                Debian, Ubuntu: apt-get install chromium chromium-driver fonts-noto-cjk; elsewhere install Chrome, or name a browser
                in LINGQU_CHROMIUM. LINGQU_NO_BROWSER=1 leaves these tests out.
                """, e);
        }
    }

    private static ChromeDriverService service() {
        var service = new ChromeDriverService.Builder().withSilent(true);
        named("LINGQU_CHROMEDRIVER").or(() -> onPath("chromedriver")).ifPresent(driver -> {
            service.usingDriverExecutable(driver.toFile());
        });
        return service.build();
    }

    private static Optional<Path> browser() {
        return named("LINGQU_CHROMIUM")
                .or(() -> NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst())
                .or(() -> PLACES.stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    private static Optional<Path> named(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(place -> !place.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> onPath(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
