package org.lingqu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Role;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser's window as a person uses it: by the words on the page, never by how the page is built. */
final class Window {

    /** Width of a desk's screen. */
    static final int DESK = 1280;

    /** Width of a telephone. */
    static final int PHONE = 390;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LONGEST_NAME = 80;

    private final ChromeDriver driver;
    private final Running running;
    private final boolean scripts;
    private final Path downloads;
    private final Complaints complaints;

    Window(ChromeDriver driver, boolean scripts, Running running, Path downloads) {
        this.driver = driver;
        this.scripts = scripts;
        this.running = running;
        this.downloads = downloads;
        this.complaints = new Complaints(driver, running.base());
    }

    /** The browser, for what only one kind of test does. */
    ChromeDriver driver() {
        return driver;
    }

    /** Opens an address of the application. */
    Window open(String path) {
        driver.get(running.base() + path);
        return this;
    }

    /** Makes the window as wide as that many pixels. */
    Window width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Goes on as somebody of a role who has signed in before. */
    Window as(Role role) {
        if (role != Role.VISITOR) {
            driver.executeCdpCommand(
                    "Network.setCookie",
                    Map.of("name", "LINGQU", "value", running.session(role), "url", running.base(), "httpOnly", true));
        }
        return this;
    }

    /** Goes on in English. */
    Window inEnglish() {
        driver.executeCdpCommand(
                "Network.setCookie", Map.of("name", "lang", "value", "en", "url", running.base(), "httpOnly", true));
        return this;
    }

    /** Fills the sign-in page and sends it. */
    Window signIn(String login, String password) {
        if (!path().startsWith("/sign-in")) {
            open("/sign-in");
        }
        return type("账号", login).type("密码", password).press("登录");
    }

    /** Types into the field that a label belongs to, instead of what was in it. */
    Window type(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Chooses from a list by its words. */
    Window choose(String label, String words) {
        new Select(field(label)).selectByVisibleText(words);
        return this;
    }

    /** The field that a label belongs to. */
    WebElement field(String label) {
        WebElement found = driver.findElement(By.xpath("//main//label[normalize-space()=" + quoted(label) + "]"));
        return driver.findElement(By.id(Objects.requireNonNull(found.getAttribute("for"), label)));
    }

    /** Clicks a button, link or fold by its words, and waits for the next page where one comes. */
    Window press(String words) {
        String named = "[normalize-space()=" + quoted(words) + "][not(ancestor::*[@hidden])]";
        String things = "//*[self::button or self::a or self::summary or self::label]" + named;
        List<WebElement> here = driver.findElements(By.xpath("//main" + things));
        return press(here.isEmpty() ? driver.findElement(By.xpath(things)) : here.getFirst());
    }

    /** Clicks the first thing of a place. */
    Window press(By place) {
        return press(driver.findElement(place));
    }

    private Window press(WebElement thing) {
        WebElement page = driver.findElement(By.tagName("html"));
        boolean goesOn = leadsOn(thing);
        // the driver clicks before a page that scrolls smoothly has come to rest
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", thing);
        thing.click();
        if (goesOn) {
            waitFor("another page", any -> isGone(page));
        }
        return this;
    }

    /** Whether another page comes: neither a file, nor a place on this one, nor a panel beside it. */
    private boolean leadsOn(WebElement thing) {
        String to = Objects.requireNonNullElse(thing.getAttribute("href"), "");
        return switch (thing.getTagName()) {
            case "a" ->
                !to.contains("#")
                        && !to.matches(".*\\.(xlsx|csv).*|.*/file")
                        && !(scripts && thing.getAttribute("data-panel") != null);
            case "button" -> "submit".equals(thing.getAttribute("type"));
            default -> false;
        };
    }

    private static boolean isGone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (
                WebDriverException
                        e) { // asked while the document is exchanged, the driver says the same in other words
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }

    /** Presses keys where the cursor is. */
    Window keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Presses Enter where the cursor is, and waits for the next page where one comes. */
    Window enter() {
        WebElement at = driver.switchTo().activeElement();
        WebElement page = driver.findElement(By.tagName("html"));
        boolean goesOn = at.getTagName().equals("input") || leadsOn(at);
        at.sendKeys(Keys.ENTER);
        if (goesOn) {
            waitFor("another page", any -> isGone(page));
        }
        return this;
    }

    /** Goes on with the tabulator until the cursor is at something with these words or this label. */
    Window tabTo(String words) {
        for (int i = 0; i < 200; i++) {
            keys(Keys.TAB);
            WebElement at = driver.switchTo().activeElement();
            if (!"checkbox".equals(at.getAttribute("type")) && nameOf(at).equals(words)) {
                return this;
            }
        }
        throw new AssertionError("the tabulator never comes to " + words + " on " + path());
    }

    private static String nameOf(WebElement element) {
        return Objects.requireNonNullElse(element.getAccessibleName(), "").strip();
    }

    /** Waits until the page shows some words. */
    Window waitForWords(String words) {
        return waitFor(words, page -> page.words().contains(words));
    }

    /** Waits for something, told by its name when it does not come. */
    Window waitFor(String what, Predicate<Window> there) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(60))
                .withMessage(() -> what + " on " + path())
                .until(any -> isThere(there));
        return this;
    }

    /** Between two pages Chromium tells of nodes of the old one in words of its own. */
    private boolean isThere(Predicate<Window> there) {
        try {
            return there.test(this);
        } catch (StaleElementReferenceException e) {
            return false;
        } catch (WebDriverException e) {
            if (Objects.requireNonNullElse(e.getMessage(), "").contains("does not belong to the document")) {
                return false;
            }
            throw e;
        }
    }

    /** What the page shows, as somebody reads it. */
    String words() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** The words of the first thing of a place. */
    String wordsAt(String css) {
        return driver.findElement(By.cssSelector(css)).getText().strip();
    }

    /** Holds the page to showing some words. */
    Window shows(String... words) {
        assertThat(words()).as(path()).contains(words);
        return this;
    }

    /** Holds the page to not showing some words. */
    Window hides(String... words) {
        assertThat(words()).as(path()).doesNotContain(words);
        return this;
    }

    /** Address without the host. */
    String path() {
        return Objects.requireNonNullElse(driver.getCurrentUrl(), "").replace(running.base(), "");
    }

    /** Status of the answer that this page is. */
    int status() {
        return ((Number) Objects.requireNonNull(
                        driver.executeScript("return performance.getEntriesByType('navigation')[0].responseStatus")))
                .intValue();
    }

    /**
     * Waits for a download that ends so, and takes it out of the folder of downloads. Chromium reserves the name with an empty
     * file and writes beside it, so a file is only whole when it holds something and nothing is being written any more.
     */
    byte[] download(String ending) {
        waitFor("a download " + ending, any -> downloaded(ending) != null);
        Path file = Objects.requireNonNull(downloaded(ending));
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Path downloaded(String ending) {
        try (Stream<Path> files = Files.list(downloads)) {
            List<Path> there = files.toList();
            return there.stream().anyMatch(file -> file.toString().endsWith(".crdownload"))
                    ? null
                    : there.stream()
                            .filter(file -> file.toString().endsWith(ending)
                                    && file.toFile().length() > 0)
                            .findAny()
                            .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds the page as it stands to what everybody must be able to use, at both widths; axe-core needs a page with scripts. */
    Window everybodyCanUseIt() {
        for (int width : List.of(PHONE, DESK)) {
            width(width);
            assertThat(scripts ? Usable.problems(driver) : Usable.sideways(driver))
                    .as("%s, %d px wide", path(), width)
                    .isEmpty();
        }
        return this;
    }

    /** Holds the browser to not having complained since the last time. */
    void requireQuiet() {
        assertThat(complaints.take()).isEmpty();
    }

    void forgetLogs() {
        complaints.take();
    }

    /** Keeps what is on the screen under target/browser, for somebody who wonders why a test failed. */
    void keepPicture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "browser"));
            String plain = name.replaceAll("[^\\p{L}\\p{N}.]+", "-");
            String file = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
            Files.write(folder.resolve(file + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            Files.writeString(folder.resolve(file + ".html"), Objects.requireNonNullElse(driver.getPageSource(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String words) {
        return words.contains("'") ? '"' + words + '"' : "'" + words + "'";
    }
}
