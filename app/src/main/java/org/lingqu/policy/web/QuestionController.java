package org.lingqu.policy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.calendar.WorkingDays;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.inquiry.Inquiries;
import org.lingqu.policy.inquiry.Inquiry;
import org.lingqu.policy.kept.KeptDecisions;
import org.lingqu.policy.question.AnswerForm;
import org.lingqu.policy.question.Questionnaire;
import org.lingqu.policy.question.Questions;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Places;
import org.lingqu.registry.Typed;
import org.lingqu.registry.TypedValues.Problem;
import org.lingqu.ui.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is missing of an enterprise, asking it for some of it, its answers, and what only people can confirm. */
@Controller
final class QuestionController {

    /** Sent by the button that takes a confirmation back. */
    private static final String REOPEN = "reopen";

    private final Questions questions;
    private final KeptDecisions kept;
    private final Enterprises enterprises;
    private final InstalledPack installed;
    private final Places places;
    private final Inquiries inquiries;
    private final WorkingDays workingDays;

    QuestionController(
            Questions questions,
            KeptDecisions kept,
            Enterprises enterprises,
            InstalledPack installed,
            Places places,
            Inquiries inquiries,
            WorkingDays workingDays) {
        this.inquiries = inquiries;
        this.workingDays = workingDays;
        this.questions = questions;
        this.kept = kept;
        this.enterprises = enterprises;
        this.installed = installed;
        this.places = places;
    }

    /**
     * @param after number of the decision that was noted last before she answered; told is what changed since. Empty when she has
     *     not just answered
     * @param about policies that waited for what was answered, parted by commas; told is what they still wait for
     */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE})
    @GetMapping("/enterprises/{id}/questions")
    ModelAndView questions(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String about) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        kept.note(enterprise);
        ModelAndView page = page(actor, enterprise, QuestionPage.fresh(enterprises.today()), after);
        page.addObject("about", new HashSet<>(List.of(about.split(",", -1))));
        return page;
    }

    @Access({Role.OFFICER, Role.ENTERPRISE})
    @PostMapping("/enterprises/{id}/questions")
    ModelAndView answer(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        var answers = new AnswerForm(form);
        return outcome(
                actor,
                enterprise,
                QuestionPage.typed(answers, "", List.of()),
                questions.answer(
                        actor, enterprise, seen, Typed.supplier(answers.get("source")), answers.get("saidOn"), answers),
                "question.saved",
                response);
    }

    @Access(Role.OFFICER)
    @PostMapping("/enterprises/{id}/confirmations")
    ModelAndView confirm(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        var typed = new AnswerForm(form);
        String item = typed.get("item");
        boolean back = !typed.get(REOPEN).isEmpty();
        return outcome(
                actor,
                enterprise,
                QuestionPage.typed(typed, item, List.of()),
                back
                        ? questions.reopen(actor, enterprise, seen, item, typed.get("saidOn"), typed.get("note"))
                        : questions.confirm(
                                actor,
                                enterprise,
                                seen,
                                item,
                                typed.get("answer"),
                                typed.get("saidOn"),
                                typed.get("note")),
                back ? "question.reopened" : "question.confirmed",
                response);
    }

    /** Asks the enterprise for some of it, by a day. */
    @Access(Role.OFFICER)
    @PostMapping("/enterprises/{id}/inquiries")
    ModelAndView ask(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        List<String> fields = form.getOrDefault("field", List.of());
        var wish = new Inquiries.Wish(first(form, "due"), first(form, "note"));
        return switch (inquiries.ask(actor, enterprise, fields, wish)) {
            case Inquiries.Outcome.Done done ->
                new ModelAndView("redirect:/enterprises/" + id + "/questions?done="
                        + (done.inquiries() == 0 ? "inquiry.asked-none" : "inquiry.asked"));
            case Inquiries.Outcome.Wrong(List<Problem> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                ModelAndView page = page(actor, enterprise, QuestionPage.fresh(enterprises.today()), "");
                page.addObject("inquire", new InquiryTyped(fields, wish, problems));
                yield page;
            }
        };
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        String sent = form.getFirst(name);
        return sent == null ? "" : sent;
    }

    private ModelAndView outcome(
            Actor actor,
            Enterprise enterprise,
            QuestionPage typed,
            Questions.Outcome outcome,
            String done,
            HttpServletResponse response) {
        return switch (outcome) {
            case Questions.Outcome.Saved(long before, List<String> concerned) ->
                new ModelAndView("redirect:/enterprises/" + enterprise.id() + "/questions?after=" + before + "&about="
                        + String.join(",", concerned) + "&done=" + done);
            case Questions.Outcome.Wrong(List<Problem> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(actor, enterprise, typed.with(problems), "");
            }
            case Questions.Outcome.Overtaken(Enterprise now) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(actor, now, typed.with(List.of(new Problem("", "OVERTAKEN", null))), "");
            }
        };
    }

    private ModelAndView page(Actor actor, Enterprise enterprise, QuestionPage typed, String after) {
        var model = new HashMap<String, Object>();
        model.put("enterprise", enterprise);
        Map<String, Inquiry> waiting = inquiries.waiting(enterprise);
        Questionnaire asked = questions.of(actor, enterprise).first(waiting.keySet());
        inquiries.shown(actor, enterprise, asked);
        model.put("questions", asked);
        model.put("waiting", waiting);
        model.put("inquire", InquiryTyped.fresh(asked, waiting.keySet()));
        model.put("workingDays", workingDays);
        model.put("confirmed", questions.confirmed(enterprise));
        model.put("typed", typed);
        model.put("file", enterprises.file(enterprise));
        model.put("facts", installed.facts());
        model.put("places", places);
        model.put("today", enterprises.today());
        model.put("about", Set.of());
        model.put("answered", after.matches("\\d{1,18}"));
        model.put(
                "changes",
                after.matches("\\d{1,18}")
                        ? ChangedVerdict.of(kept.changes(enterprise, Long.parseLong(after)), installed.pack())
                        : List.of());
        return new ModelAndView("policy/questions.jte", model);
    }

    /** She knows of all changes up to a number. */
    @Access(Role.ENTERPRISE)
    @PostMapping("/enterprises/{id}/decisions/seen")
    String seen(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "0") long upTo) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        kept.see(actor, enterprise, upTo);
        return "redirect:/enterprises/" + id + "?done=question.seen";
    }
}
