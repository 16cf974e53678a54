package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.library.Conflict;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Library;
import org.lingqu.library.LostReview;
import org.lingqu.library.ReviewChoice;
import org.lingqu.library.Reviews;
import org.lingqu.library.StatementCounts;
import org.lingqu.library.StatementQuery;
import org.lingqu.library.Statements;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Uis;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Statements across all pages, one statement, and where statements differ. */
@Controller
final class StatementController {

    private static final int CONFLICTS = 20;

    private final Statements statements;
    private final Reviews reviews;
    private final Library library;
    private final Uis uis;

    StatementController(Statements statements, Reviews reviews, Library library, Uis uis) {
        this.statements = statements;
        this.reviews = reviews;
        this.library = library;
        this.uis = uis;
    }

    @Access(everybody = true)
    @GetMapping("/library/statements")
    ModelAndView list(@RequestParam Map<String, String> address, Actor actor, HttpServletRequest request) {
        var query = new StatementQuery(address);
        Statements.Understood understood = statements.understand(actor, query);
        if (understood.filter().review() == ReviewChoice.LOST) {
            return lost(query, understood, actor);
        }
        StatementCounts counts = statements.counts(actor, understood.filter());
        int page = Math.min(query.page(), StatementList.pages(counts.count())); // too far is the last page
        List<FoundStatement> rows =
                statements.find(actor, understood.filter(), (page - 1) * StatementList.SIZE, StatementList.SIZE);
        Chart chart = understood.filter().isOneIndicator()
                ? Chart.of(rows, query.get("chart"), new Shown(uis.of(request)))
                : null;
        var list = new StatementList(
                query.page(page),
                understood.filter(),
                understood.problems(),
                rows,
                counts.count(),
                counts.facets(),
                null,
                chart);
        return new ModelAndView("library/statements.jte", Map.of("list", list));
    }

    private ModelAndView lost(StatementQuery query, Statements.Understood understood, Actor actor) {
        List<LostReview> lost = reviews.lost(actor, null, (query.page() - 1) * StatementList.SIZE, StatementList.SIZE);
        var list = new StatementList(
                query,
                understood.filter(),
                understood.problems(),
                List.of(),
                lost.size(),
                java.util.Optional.empty(),
                lost,
                null);
        return new ModelAndView("library/statements.jte", Map.of("list", list));
    }

    @Access(everybody = true)
    @GetMapping(path = "/library/statements/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Hidden
    List<String> indicators(@RequestParam(defaultValue = "") String q, Actor actor) {
        return statements.suggest(actor, q);
    }

    @Access(everybody = true)
    @GetMapping("/library/statements/conflicts")
    ModelAndView conflicts(@RequestParam Map<String, String> address, Actor actor) {
        var query = new StatementQuery(address);
        Statements.Understood understood = statements.understand(actor, query);
        int page = Math.min(query.page(), Statements.MOST / CONFLICTS);
        List<Conflict> conflicts =
                statements.conflicts(actor, understood.filter(), (page - 1) * CONFLICTS, CONFLICTS + 1);
        return new ModelAndView(
                "library/conflicts.jte",
                Map.of(
                        "query",
                        query,
                        "problems",
                        understood.problems(),
                        "conflicts",
                        conflicts.subList(0, Math.min(CONFLICTS, conflicts.size())),
                        "more",
                        conflicts.size() > CONFLICTS));
    }

    /** @param panel whether only what goes beside a text is wanted */
    @Access(everybody = true)
    @GetMapping("/library/statements/{id:[0-9]+}")
    ModelAndView statement(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean panel,
            Actor actor,
            HttpServletResponse response) {
        if (statements.byId(actor, id).isEmpty()) {
            LostReview lost = reviews.lostWith(actor, id).orElseThrow(NotFound::new);
            response.setStatus(HttpStatus.GONE.value()); // whoever cited it learns what became of it
            return new ModelAndView("library/lostStatement.jte", Map.of("lost", lost));
        }
        StatementView view = view(id, actor);
        return panel
                ? new ModelAndView(
                        "library/statementBody.jte",
                        Map.of(
                                "view",
                                view,
                                "then",
                                "/library/pages/" + view.origin().page() + "#s"
                                        + view.statement().ordinal()))
                : new ModelAndView("library/statement.jte", Map.of("view", view));
    }

    private StatementView view(long id, Actor actor) {
        FoundStatement found = statements.byId(actor, id).orElseThrow(NotFound::new);
        return StatementView.of(
                found,
                library.latest(library.page(actor, found.origin().page()).orElseThrow(NotFound::new)),
                reviews.of(found.statement()),
                statements.peers(actor, found.statement()),
                actor.is(Role.OFFICER));
    }
}
