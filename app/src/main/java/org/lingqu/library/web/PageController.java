package org.lingqu.library.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.FileNames;
import org.lingqu.engine.text.source.UnreadablePage;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Library;
import org.lingqu.library.Page;
import org.lingqu.library.PageShown;
import org.lingqu.library.PageVersion;
import org.lingqu.library.Statements;
import org.lingqu.report.MarkedText;
import org.lingqu.ui.Download;
import org.lingqu.ui.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One page: its text with marks, its original, its bytes. */
@Controller
final class PageController {

    private final Library library;
    private final Statements statements;

    PageController(Library library, Statements statements) {
        this.library = library;
        this.statements = statements;
    }

    /**
     * @param version in whose text words are wanted, 0 for none; where it is no longer the newest that is said instead of marking others
     * @param from where they begin in the clean text, inclusive
     * @param to where they end, exclusive; what is beyond the text is left out
     */
    @Access(everybody = true)
    @GetMapping("/library/pages/{id:[0-9]+}")
    ModelAndView page(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            Actor actor) {
        PageShown shown = library.shown(actor, id).orElseThrow(NotFound::new);
        int newest = shown.version().number();
        List<MarkedText.Mark<PageMark>> wanted = version == newest && from >= 0 && from < to
                ? List.of(new MarkedText.Mark<>(from, to, new PageMark.Here()))
                : List.of();
        return new ModelAndView(
                "library/page.jte",
                Map.of("view", PageView.of(shown, wanted), "cited", version > 0 && version < newest ? version : 0));
    }

    /** @param s statement whose words are wanted, 0 for none */
    @Access(everybody = true)
    @GetMapping("/library/pages/{id:[0-9]+}/original")
    ModelAndView original(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long s,
            @RequestParam(defaultValue = "false") boolean panel,
            Actor actor)
            throws UnreadablePage {
        Page page = library.page(actor, id).orElseThrow(NotFound::new);
        PageVersion version = library.latest(page);
        Optional<FoundStatement> wanted = s == 0
                ? Optional.empty()
                : statements.byId(actor, s).filter(found -> found.origin().page() == id);
        Original original = Original.of(
                version,
                library.bytes(version),
                wanted.map(found -> found.statement().place()).orElse(null));
        return new ModelAndView(
                panel ? "library/originalText.jte" : "library/original.jte",
                Map.of("page", page, "version", version, "original", original));
    }

    /** The bytes as they came. They may hold personal data that no mask covers: for staff only. */
    @Access({Role.OFFICER, Role.DEPARTMENT, Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping("/library/pages/{id:[0-9]+}/file")
    ResponseEntity<byte[]> file(@PathVariable long id, Actor actor, HttpServletResponse response) {
        Page page = library.page(actor, id).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(FileNames.of(page.name())))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(library.bytes(library.latest(page)));
    }
}
