package org.lingqu.library.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.library.Correction;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Review;
import org.lingqu.library.ReviewOutcome;
import org.lingqu.library.ReviewProblem;
import org.lingqu.library.Reviews;
import org.lingqu.library.Statements;
import org.lingqu.ui.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer confirms, corrects, rejects, and takes back what she did. */
@Controller
final class ReviewController {

    private final Reviews reviews;
    private final Statements statements;

    ReviewController(Reviews reviews, Statements statements) {
        this.reviews = reviews;
        this.statements = statements;
    }

    @Access(Role.OFFICER)
    @PostMapping("/library/statements/{id:[0-9]+}/confirm")
    ModelAndView confirm(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String then,
            Actor actor) {
        return answer(actor, id, reviews.confirm(actor, id, seen), then, null);
    }

    @Access(Role.OFFICER)
    @PostMapping("/library/statements/{id:[0-9]+}/reject")
    ModelAndView reject(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String then,
            Actor actor) {
        return answer(actor, id, reviews.reject(actor, id, seen, note), then, null);
    }

    @Access(Role.OFFICER)
    @PostMapping("/library/statements/{id:[0-9]+}/withdraw")
    ModelAndView withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String then,
            Actor actor) {
        return answer(actor, id, reviews.withdraw(actor, id, seen), then, null);
    }

    @Access(Role.OFFICER)
    @GetMapping("/library/statements/{id:[0-9]+}/correct")
    ModelAndView form(@PathVariable long id, @RequestParam(defaultValue = "") String then, Actor actor) {
        FoundStatement found = statements.byId(actor, id).orElseThrow(NotFound::new);
        List<Review> seen = reviews.of(found.statement());
        return form(found, Correction.of(found.statement().reading()), seen, List.of(), then, false);
    }

    @Access(Role.OFFICER)
    @PostMapping("/library/statements/{id:[0-9]+}/correct")
    ModelAndView correct(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String then,
            @RequestParam Map<String, String> fields,
            Actor actor) {
        var typed = new Correction(
                fields.getOrDefault("region", ""),
                fields.getOrDefault("indicator", ""),
                fields.getOrDefault("value", ""),
                fields.getOrDefault("unit", ""),
                fields.getOrDefault("period", ""),
                fields.getOrDefault("status", ""),
                fields.getOrDefault("growth", ""),
                fields.getOrDefault("share", ""),
                fields.getOrDefault("rank", ""),
                fields.getOrDefault("note", ""));
        return answer(actor, id, reviews.correct(actor, id, seen, typed), then, typed);
    }

    private ModelAndView answer(Actor actor, long id, ReviewOutcome outcome, String then, @Nullable Correction typed) {
        return switch (outcome) {
            case ReviewOutcome.Done done -> done(actor, id, done.review(), then);
            case ReviewOutcome.Overtaken overtaken ->
                again(actor, id, typed, overtaken.reviews(), List.of(), then, true);
            case ReviewOutcome.Refused refused -> {
                FoundStatement found = statements.byId(actor, id).orElseThrow(NotFound::new);
                yield again(actor, id, typed, reviews.of(found.statement()), refused.problems(), then, false);
            }
        };
    }

    private ModelAndView done(Actor actor, long id, Review review, String then) {
        String done = "done=evidence." + review.verdict().name().toLowerCase(java.util.Locale.ROOT);
        if (isList(then)) {
            int mark = then.indexOf('#');
            String place = mark < 0 ? "" : then.substring(mark);
            String address = mark < 0 ? then : then.substring(0, mark);
            return new ModelAndView("redirect:" + address + (address.contains("?") ? "&" : "?") + done + place);
        }
        boolean there = statements.byId(actor, id).isPresent();
        return new ModelAndView(
                "redirect:" + (there ? "/library/statements/" + id : "/library/pages/" + review.page()) + "?" + done);
    }

    /** Back to where she was, if that is a list or a page of ours. */
    private static boolean isList(String then) {
        return then.matches("/library/(statements|pages/[0-9]+)([?#][^\\\\\\r\\n]*)?");
    }

    private ModelAndView again(
            Actor actor,
            long id,
            @Nullable Correction typed,
            List<Review> now,
            List<ReviewProblem> problems,
            String then,
            boolean overtaken) {
        FoundStatement found = statements.byId(actor, id).orElseThrow(NotFound::new);
        Correction shown = typed == null ? Correction.of(found.statement().reading()) : typed;
        ModelAndView form = form(found, shown, now, problems, then, overtaken);
        form.setStatus(overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }

    private static ModelAndView form(
            FoundStatement found,
            Correction typed,
            List<Review> seen,
            List<ReviewProblem> problems,
            String then,
            boolean overtaken) {
        return new ModelAndView(
                "library/correct.jte",
                Map.of(
                        "found",
                        found,
                        "typed",
                        typed,
                        "reviews",
                        seen,
                        "problems",
                        problems,
                        "then",
                        isList(then) ? then : "",
                        "overtaken",
                        overtaken));
    }
}
