package org.lingqu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptExecutor;

/** Whether everybody can use a page: all rules of axe-core, none switched off, and no scrolling sideways. */
final class Usable {

    private static final String SIDEWAYS = """
        const wide = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= wide) { return []; }
        const out = [...document.querySelectorAll('body *')]
            .filter(each => each.getBoundingClientRect().right > wide + 1)
            .slice(-3)
            .map(each => each.outerHTML.slice(0, 300));
        return out.length ? out : ['something that is ' + document.documentElement.scrollWidth + ' px wide'];
        """;

    /** Every rule runs; only what passed is not described. */
    private static final String LOOK = """
        const tell = arguments[arguments.length - 1];
        axe.run(document, {resultTypes: ['violations']}).then(
            found => tell(found.violations.map(rule => rule.id + ': ' + rule.help + ' (' + rule.nodes.length + ')\\n'
                + rule.nodes.slice(0, 5).map(node => '  ' + node.html.slice(0, 300) + '\\n    '
                    + node.failureSummary.replaceAll('\\n', ' ')).join('\\n'))),
            problem => tell(['axe-core failed: ' + problem]));
        """;

    private static final String AXE = read();

    private Usable() {}

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Usable.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is wrong with the page as it stands, for a person to read. */
    static List<String> problems(JavascriptExecutor browser) {
        var problems = new ArrayList<String>();
        sideways(browser).forEach(each -> problems.add("scrolls sideways because of " + each));
        if (!Boolean.TRUE.equals(browser.executeScript("return typeof axe === 'object'"))) {
            browser.executeScript(AXE);
        }
        problems.addAll(texts(browser.executeAsyncScript(LOOK)));
        return problems;
    }

    /** What sticks out of the page on the right; empty when nothing does. */
    static List<String> sideways(JavascriptExecutor browser) {
        return texts(browser.executeScript(SIDEWAYS));
    }

    private static List<String> texts(@Nullable Object answer) {
        if (answer instanceof List<?> found) {
            return found.stream().map(String::valueOf).toList();
        }
        throw new AssertionError("the browser answered " + answer);
    }
}
