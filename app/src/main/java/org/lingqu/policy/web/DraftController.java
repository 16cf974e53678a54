package org.lingqu.policy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.draft.Checker;
import org.lingqu.policy.draft.Draft;
import org.lingqu.policy.draft.DraftCheck;
import org.lingqu.policy.draft.DraftForm;
import org.lingqu.policy.draft.DraftForms;
import org.lingqu.policy.draft.DraftRefusal;
import org.lingqu.policy.draft.DraftState;
import org.lingqu.policy.draft.Drafts;
import org.lingqu.policy.draft.Drafts.Outcome;
import org.lingqu.policy.draft.LineDiff;
import org.lingqu.policy.draft.Publication;
import org.lingqu.policy.draft.Publications;
import org.lingqu.policy.draft.Revision;
import org.lingqu.policy.trial.Trials;
import org.lingqu.registry.Enterprises;
import org.lingqu.ui.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Policies while they are written: the list of drafts, the editor, what a second person says, publication. */
@Controller
final class DraftController {

    private static final String LIST = "/policies/drafts";

    private final Drafts drafts;
    private final Checker checker;
    private final DraftForms forms;
    private final Publications publications;
    private final InstalledPack installed;
    private final Enterprises enterprises;
    private final Trials trials;

    DraftController(
            Drafts drafts,
            Checker checker,
            DraftForms forms,
            Publications publications,
            InstalledPack installed,
            Enterprises enterprises,
            Trials trials) {
        this.drafts = drafts;
        this.enterprises = enterprises;
        this.forms = forms;
        this.checker = checker;
        this.publications = publications;
        this.installed = installed;
        this.trials = trials;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping(LIST)
    ModelAndView list() {
        return list(null);
    }

    private ModelAndView list(@Nullable DraftRefusal refusal) {
        var model = new HashMap<String, Object>();
        model.put("underWay", drafts.underWay());
        model.put("over", drafts.over());
        model.put("publications", publications.all());
        model.put("agree", publications.agree());
        model.put("refusal", refusal);
        return new ModelAndView("policy/drafts.jte", model);
    }

    /**
     * @param from the version to begin with, {@code cn/high-tech@2016}; empty for a new policy
     * @param version what the new version is called; empty to work on the text of {@code from} itself
     * @param day the first day on which the new version applies, {@code 2027-01-01}
     */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping(LIST)
    String begin(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String day) {
        String text = from.isEmpty() ? skeleton() : text(from);
        Draft draft = drafts.begin(actor, version.isBlank() ? text : forms.next(text, version, day), from);
        return "redirect:" + LIST + "/" + draft.id();
    }

    private String text(String fullName) {
        String file = installed.pack().files().stream()
                .filter(each -> each.policy()
                        .filter(policy -> policy.fullName().equals(fullName))
                        .isPresent())
                .findFirst()
                .map(PolicyFile::file)
                .orElseThrow(NotFound::new);
        try {
            return installed.text(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String skeleton() {
        try (InputStream in =
                Objects.requireNonNull(Drafts.class.getResourceAsStream("skeleton.yaml"), "skeleton.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping(LIST + "/{id:[0-9]+}")
    ModelAndView draft(Actor actor, @PathVariable long id) {
        Draft draft = drafts.byId(id).orElseThrow(NotFound::new);
        return view(actor, draft, newest(draft).text(), null);
    }

    private ModelAndView view(Actor actor, Draft draft, String text, @Nullable DraftRefusal refusal) {
        return view(actor, draft, forms.of(text), refusal);
    }

    private Revision newest(Draft draft) {
        return drafts.revision(draft.id(), draft.revision()).orElseThrow(NotFound::new);
    }

    private ModelAndView view(Actor actor, Draft draft, DraftForm form, @Nullable DraftRefusal refusal) {
        String text = form.text();
        DraftCheck check = checker.check(text);
        boolean writes = actor.is(Role.OFFICER, Role.ADMINISTRATOR);
        var model = new HashMap<String, Object>();
        model.put("draft", draft);
        model.put("form", form);
        model.put("saved", text.equals(newest(draft).text()));
        model.put("check", check);
        model.put("shifted", shifted(check));
        model.put("steps", drafts.steps(draft.id()));
        model.put("revisions", drafts.revisions(draft.id()));
        model.put("writes", writes);
        model.put("own", drafts.wrote(actor, draft.id()));
        model.put("editing", writes && draft.state() == DraftState.EDITING);
        model.put("publication", publications.ofDraft(draft.id()).orElse(null));
        model.put("refusal", refusal);
        model.put("today", enterprises.today());
        return new ModelAndView("policy/draft.jte", model);
    }

    private List<Shifted> shifted(DraftCheck check) {
        DraftCheck.Effect effect = check.effect();
        return effect == null ? List.of() : Shifted.of(effect.whatIf(), effect.population(), trials);
    }

    /**
     * @param seen number of the revision that was edited
     * @param action {@code check}, {@code save}, {@code submit}, or {@code fill}: write what was typed into the fields into the text
     * @param fields all that was sent, the fields among them
     */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping(LIST + "/{id:[0-9]+}")
    Object save(
            Actor actor,
            @PathVariable long id,
            @RequestParam String text,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        Draft draft = drafts.byId(id).orElseThrow(NotFound::new);
        String typed = text.replace("\r\n", "\n");
        if (action.equals("check")) {
            return view(actor, draft, typed, null).addObject("seen", seen);
        }
        if (action.equals("fill")) {
            DraftForm filled = forms.filled(typed, fields);
            if (filled.refused() > 0) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            return view(actor, draft, filled, null).addObject("seen", seen).addObject("filled", true);
        }
        Outcome saved = drafts.save(actor, id, seen, typed, note);
        if (saved instanceof Outcome.Done done && action.equals("submit")) {
            return answer(actor, drafts.submit(actor, id, done.draft().rowVersion()), "policy.draft-submit", response);
        }
        return switch (saved) {
            case Outcome.Done done -> "redirect:" + LIST + "/" + id + "?done=policy.draft-save";
            case Outcome.Refused refused
            when refused.why() == DraftRefusal.OVERTAKEN -> conflict(refused.now(), typed, response);
            case Outcome.Refused refused -> refused(actor, refused, typed, response);
        };
    }

    private ModelAndView conflict(Draft now, String typed, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        Revision newest = newest(now);
        return new ModelAndView(
                "policy/draftConflict.jte",
                Map.of("draft", now, "newest", newest, "typed", typed, "lines", LineDiff.of(newest.text(), typed)));
    }

    private ModelAndView refused(Actor actor, Outcome.Refused refused, String text, HttpServletResponse response) {
        response.setStatus(
                refused.why() == DraftRefusal.OVERTAKEN
                        ? HttpStatus.CONFLICT.value()
                        : HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view(actor, refused.now(), text, refused.why());
    }

    private Object answer(Actor actor, Outcome outcome, String done, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Done(Draft draft) -> "redirect:" + LIST + "/" + draft.id() + "?done=" + done;
            case Outcome.Refused refused ->
                refused(actor, refused, newest(refused.now()).text(), response);
        };
    }

    /** What is to be said of a text that is being typed, for the script of the editor. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping(LIST + "/{id:[0-9]+}/check")
    ModelAndView check(@PathVariable long id, @RequestParam String text) {
        if (drafts.byId(id).isEmpty()) {
            throw new NotFound();
        }
        DraftCheck check = checker.check(text.replace("\r\n", "\n"));
        return new ModelAndView("policy/draftCheck.jte", Map.of("check", check, "shifted", shifted(check)));
    }

    /** @param seen row version of the draft on the screen; the other steps likewise */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping(LIST + "/{id:[0-9]+}/take-back")
    Object takeBack(Actor actor, @PathVariable long id, @RequestParam int seen, HttpServletResponse response) {
        return answer(actor, drafts.takeBack(actor, id, seen), "policy.draft-take-back", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping(LIST + "/{id:[0-9]+}/send-back")
    Object sendBack(
            Actor actor,
            @PathVariable long id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response) {
        return answer(actor, drafts.sendBack(actor, id, seen, words), "policy.draft-send-back", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping(LIST + "/{id:[0-9]+}/approve")
    Object approve(
            Actor actor,
            @PathVariable long id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response) {
        return answer(actor, drafts.approve(actor, id, seen, words), "policy.draft-approve", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping(LIST + "/{id:[0-9]+}/publish")
    Object publish(Actor actor, @PathVariable long id, @RequestParam int seen, HttpServletResponse response) {
        return answer(actor, drafts.publish(actor, id, seen), "policy.published", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping(LIST + "/{id:[0-9]+}/discard")
    Object discard(Actor actor, @PathVariable long id, @RequestParam int seen, HttpServletResponse response) {
        return answer(actor, drafts.discard(actor, id, seen), "policy.draft-discard", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping(LIST + "/{id:[0-9]+}/revisions/{number:[0-9]+}")
    ModelAndView revision(@PathVariable long id, @PathVariable int number) {
        Revision revision = drafts.revision(id, number).orElseThrow(NotFound::new);
        String before = drafts.revision(id, number - 1).map(Revision::text).orElse("");
        return new ModelAndView(
                "policy/draftRevision.jte",
                Map.of(
                        "draft",
                        drafts.byId(id).orElseThrow(NotFound::new),
                        "revision",
                        revision,
                        "lines",
                        number == 1 ? List.of() : LineDiff.of(before, revision.text())));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/policies/publications/{id:[0-9]+}/withdraw")
    Object withdraw(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response) {
        Publication publication = publications.byId(id).orElseThrow(NotFound::new);
        DraftRefusal refusal = drafts.withdraw(actor, id, words).orElse(null);
        if (refusal == null) {
            return "redirect:" + LIST + "/" + publication.draft() + "?done=policy.withdrawn";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Draft draft = drafts.byId(publication.draft()).orElseThrow(NotFound::new);
        return view(actor, draft, newest(draft).text(), refusal);
    }

    /** Tries again to make the files what the record says, after a full disk. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/policies/publications/settle")
    String settle() {
        publications.settle();
        return "redirect:" + LIST;
    }
}
