package org.lingqu.library.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.engine.text.PageRead;
import org.lingqu.library.Library;
import org.lingqu.library.Page;
import org.lingqu.library.PageShown;
import org.lingqu.library.PageVersion;
import org.lingqu.library.version.Change;
import org.lingqu.library.version.PageComparison;
import org.lingqu.ui.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The versions of a page, and what changed from one to another. */
@Controller
final class VersionsController {

    private static final int CONTEXT = 24;

    private final Library library;

    VersionsController(Library library) {
        this.library = library;
    }

    @Access(everybody = true)
    @GetMapping("/library/pages/{id}/versions")
    ModelAndView versions(Actor actor, @PathVariable long id) {
        Page page = page(actor, id);
        return new ModelAndView("library/versions.jte", Map.of("page", page, "versions", library.versions(page)));
    }

    /** One version as it was read; the newest one is the page itself. */
    @Access(everybody = true)
    @GetMapping("/library/pages/{id}/versions/{number:[0-9]+}")
    ModelAndView version(Actor actor, @PathVariable long id, @PathVariable int number) {
        Page page = page(actor, id);
        List<PageVersion> versions = library.versions(page);
        PageVersion version = numbered(versions, number);
        var shown = new PageShown(page, version, List.of(), List.of(), List.of(), List.of());
        return new ModelAndView(
                "library/version.jte",
                Map.of(
                        "view",
                        PageView.of(shown),
                        "newest",
                        versions.getFirst(),
                        "statements",
                        library.read(page, version).statements()));
    }

    /**
     * @param from number of the older version
     * @param to number of the newer one
     */
    @Access(everybody = true)
    @GetMapping("/library/pages/{id}/versions/compare")
    ModelAndView compare(Actor actor, @PathVariable long id, @RequestParam int from, @RequestParam int to) {
        Page page = page(actor, id);
        List<PageVersion> versions = library.versions(page);
        PageVersion older = numbered(versions, Math.min(from, to));
        PageVersion newer = numbered(versions, Math.max(from, to));
        PageRead was = library.read(page, older);
        PageRead now = library.read(page, newer);
        PageComparison comparison = PageComparison.of(was, now);
        return new ModelAndView(
                "library/compare.jte",
                Map.of(
                        "page",
                        page,
                        "older",
                        older,
                        "newer",
                        newer,
                        "comparison",
                        comparison,
                        "changes",
                        shown(comparison, now)));
    }

    /** The gravest first, within a kind in the order of the page. */
    private static List<ShownChange> shown(PageComparison comparison, PageRead now) {
        var shown = new ArrayList<ShownChange>();
        for (Change change : comparison.changes()) {
            boolean inText = change.part() == Change.Part.TEXT;
            shown.add(new ShownChange(
                    change.kind(),
                    change.part(),
                    inText ? before(now, change.after()) : "",
                    change.was(),
                    change.now(),
                    inText ? after(now, change.after()) : ""));
        }
        shown.sort(Comparator.comparing(ShownChange::kind).reversed());
        return List.copyOf(shown);
    }

    private static String before(PageRead read, Change.Place place) {
        String text = read.article().text().toString();
        int start = Math.max(text.lastIndexOf('\n', Math.max(0, place.start() - 1)) + 1, place.start() - CONTEXT);
        return start < place.start() ? text.substring(start, place.start()) : "";
    }

    private static String after(PageRead read, Change.Place place) {
        String text = read.article().text().toString();
        int line = text.indexOf('\n', place.end());
        int end = Math.min(line < 0 ? text.length() : line, place.end() + CONTEXT);
        return place.end() < end ? text.substring(place.end(), end) : "";
    }

    private Page page(Actor actor, long id) {
        return library.page(actor, id).orElseThrow(NotFound::new);
    }

    private static PageVersion numbered(List<PageVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findAny()
                .orElseThrow(NotFound::new);
    }
}
