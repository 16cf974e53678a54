package org.lingqu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** One Chromium for many tests; each gets it without cookies, at the width of a desk. */
final class Browser implements AutoCloseable {

    private final Path downloads;
    private final boolean scripts;
    private final ChromeDriver driver;

    Browser(boolean scripts) {
        try {
            downloads = Files.createTempDirectory("lingqu-downloads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.scripts = scripts;
        driver = Chromium.start(scripts);
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
    }

    /** The window, as if nobody had used it before. */
    Window fresh(Running running) {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.get("about:blank");
        var window = new Window(driver, scripts, running, downloads);
        window.forgetLogs();
        window.width(Window.DESK);
        return window;
    }

    @Override
    public void close() {
        driver.quit();
        Running.delete(downloads);
    }
}
