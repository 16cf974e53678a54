package org.lingqu.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a browser found wrong with pages, and which of their requests went elsewhere. */
final class Complaints {

    /** Said of a page that is an error page; whether it should be one is for the test to say. */
    private static final String REFUSED = "Failed to load resource: the server responded with a status of ";

    private final ChromeDriver driver;
    private final String base;

    Complaints(ChromeDriver driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    /** Everything since the last time. */
    List<String> take() {
        var found = new ArrayList<String>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()
                    && !entry.getMessage().contains(REFUSED)) {
                found.add(entry.getMessage());
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            Map<String, Object> message = part(new Json().toType(entry.getMessage(), Json.MAP_TYPE), "message");
            Map<String, Object> said = part(message, "params");
            switch (String.valueOf(message.get("method"))) {
                case "Network.requestWillBeSent" -> asked(said, found);
                case "Network.responseReceived" -> answered(said, found);
                default -> {}
            }
        }
        return found;
    }

    private void asked(Map<String, Object> said, List<String> found) {
        String address = String.valueOf(part(said, "request").get("url"));
        if (!address.startsWith(base + "/") && !address.startsWith("data:") && !address.startsWith("about:")) {
            found.add("asks another host: " + address);
        }
    }

    private static void answered(Map<String, Object> said, List<String> found) {
        Map<String, Object> answer = part(said, "response");
        boolean isPage = "Document".equals(said.get("type"));
        if (!isPage && answer.get("status") instanceof Number status && status.intValue() >= 400) {
            found.add(status + " " + answer.get("url"));
        }
    }

    @SuppressWarnings("unchecked") // what the protocol says is there
    private static Map<String, Object> part(Map<String, Object> of, String name) {
        return of.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
