package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Parties;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyDeclaration;
import org.lingqu.registry.PartyFilter;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyKinds;
import org.lingqu.registry.PartyTyped;
import org.lingqu.registry.Places;
import org.lingqu.registry.RelationEnd;
import org.lingqu.registry.Relations;
import org.lingqu.registry.Typed;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lists of parties, the page of one, and the form by which one is begun and changed. */
@Controller
final class PartyController {

    private static final int PAGE = 50;
    /** Relations of one role that the page of a record shows; the rest has a page of its own. */
    private static final int FIRST = 20;

    private final Parties parties;
    private final PartyKinds kinds;
    private final Relations relations;
    private final Enterprises enterprises;
    private final Places places;

    PartyController(Parties parties, PartyKinds kinds, Relations relations, Enterprises enterprises, Places places) {
        this.parties = parties;
        this.kinds = kinds;
        this.relations = relations;
        this.enterprises = enterprises;
        this.places = places;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/parties")
    ModelAndView list(
            Actor actor, @RequestParam Map<String, String> query, @RequestParam(defaultValue = "1") int page) {
        PartyParameters parameters = PartyParameters.of(query);
        PartyFilter filter = parameters.filter(parties.today());
        PartyDeclaration declared = kinds.of(parameters.kind());
        Paging paging = Paging.of(page, PAGE, parties.count(actor, filter));
        List<Party> found = parties.find(actor, filter, parameters.order(), paging.offset(), PAGE);
        var model = new HashMap<String, Object>();
        model.put("q", parameters);
        model.put("declared", declared);
        model.put("paging", paging);
        model.put("parties", found);
        model.put("related", related(actor, declared, found));
        model.put("counts", parties.counts());
        model.put("levels", parties.levels(parameters.kind()));
        model.put("regions", parties.regions(parameters.kind()));
        model.put("places", places);
        model.put("today", parties.today());
        return new ModelAndView("registry/parties.jte", model);
    }

    private Map<Long, List<Relations.Seen>> related(Actor actor, PartyDeclaration declared, List<Party> found) {
        return declared.relations().isEmpty()
                ? Map.of()
                : relations.ofColumn(
                        actor,
                        declared.relations().getFirst(),
                        found.stream().map(Party::id).toList());
    }

    private Party party(Actor actor, long id) {
        return parties.byId(actor, id).orElseThrow(NotFound::new);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/parties/{id:[0-9]{1,18}}")
    ModelAndView one(Actor actor, @PathVariable long id) {
        return page(actor, party(actor, id), RelationForm.empty(parties.today()));
    }

    /** The page of a record with the form by which a relation is added. */
    ModelAndView page(Actor actor, Party party, RelationForm form) {
        var own = new RelationEnd.OfParty(party.id());
        var model = new HashMap<String, Object>();
        model.put("party", party);
        model.put("declared", kinds.of(party.kind()));
        model.put("file", parties.file(party));
        model.put("entries", parties.entries(party));
        model.put("groups", relations.groups(actor, own, FIRST));
        model.put("gone", relations.gone(actor, own, FIRST));
        model.put("form", form);
        model.put("places", places);
        model.put("today", parties.today());
        return new ModelAndView("registry/party.jte", model);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/parties/new")
    ModelAndView fresh(@RequestParam(defaultValue = "PLATFORM") PartyKind kind) {
        return form(kind, null, PartyForm.empty(parties.today()));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/parties/{id:[0-9]{1,18}}/edit")
    ModelAndView edit(Actor actor, @PathVariable long id) {
        Party party = party(actor, id);
        PartyForm held = PartyForm.of(kinds.of(party.kind()), parties.file(party), parties.today());
        return form(party.kind(), party, withPlaceNamed(kinds.of(party.kind()), held));
    }

    private ModelAndView form(PartyKind kind, @Nullable Party party, PartyForm form) {
        var model = new HashMap<String, Object>();
        model.put("declared", kinds.of(kind));
        model.put("party", party);
        model.put("form", form);
        model.put("regions", regionNames().keySet());
        model.put("suppliers", Arrays.asList(Supplier.values()));
        model.put("places", places);
        model.put("today", parties.today());
        return new ModelAndView("registry/partyForm.jte", model);
    }

    /** Codes of the places that anything here is in, by name. */
    private Map<String, String> regionNames() {
        var codes = new TreeSet<>(enterprises.regions().keySet());
        for (PartyKind kind : PartyKind.values()) {
            codes.addAll(parties.regions(kind).keySet());
        }
        var names = new LinkedHashMap<String, String>();
        codes.forEach(code -> names.putIfAbsent(places.named(code), code));
        return names;
    }

    private PartyForm withPlaceNamed(PartyDeclaration declared, PartyForm form) {
        var fields = new HashMap<>(form.fields());
        fields.computeIfPresent(declared.region(), (fact, code) -> typeable(code));
        var now = new HashMap<>(form.now());
        now.computeIfPresent(declared.region(), (fact, code) -> typeable(code));
        return new PartyForm(fields, form.problems(), now, form.other());
    }

    /** A place as it may be sent back: its name where that means this place alone, else its code. */
    private String typeable(String code) {
        String name = places.named(code);
        return places.coded(name).equals(Set.of(code)) ? name : code;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/parties")
    ModelAndView create(
            Actor actor,
            @RequestParam(defaultValue = "PLATFORM") PartyKind kind,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        PartyDeclaration declared = kinds.of(kind);
        PartyForm form = PartyForm.sent(declared, sent, parties.today());
        PartyTyped typed = read(declared, form, null);
        form = form.with(typed.problems());
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(kind, null, withPlaceNamed(declared, form));
        }
        Parties.Outcome outcome = parties.create(
                actor,
                kind,
                form.supplier(),
                form.day(),
                typed.said(),
                note(form),
                !form.get("another").isEmpty());
        return after(outcome, kind, null, form, response);
    }

    private PartyTyped read(PartyDeclaration declared, PartyForm form, @Nullable FirmFile file) {
        return PartyTyped.read(
                declared,
                form.fields(),
                Typed.supplier(form.get("source")).orElse(Supplier.SCIENCE),
                Typed.saidOn(form.get("saidOn"), parties.today()).orElse(parties.today()),
                file,
                places);
    }

    private static @Nullable String note(PartyForm form) {
        return form.get("note").isEmpty() ? null : form.get("note");
    }

    /** @param seen version of the record that she had before her */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/parties/{id:[0-9]{1,18}}")
    ModelAndView save(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        Party party = party(actor, id);
        PartyDeclaration declared = kinds.of(party.kind());
        LocalDate today = parties.today();
        PartyForm form = PartyForm.sent(declared, sent, today);
        FirmFile file = parties.file(party);
        PartyTyped typed = read(declared, form, file);
        if (party.rowVersion() == seen) {
            form = form.with(typed.problems());
            if (!form.problems().isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return form(party.kind(), party, withPlaceNamed(declared, form));
            }
            if (typed.said().isEmpty()) {
                return new ModelAndView("redirect:/parties/" + id + "?done=party.nothing-new");
            }
        }
        Parties.Outcome outcome = party.rowVersion() == seen
                ? parties.say(
                        actor,
                        id,
                        seen,
                        form.supplier(),
                        form.day(),
                        typed.said(),
                        note(form),
                        !form.get("another").isEmpty())
                : new Parties.Outcome.Overtaken(party);
        return after(outcome, party.kind(), party, form, response);
    }

    private ModelAndView after(
            Parties.Outcome outcome,
            PartyKind kind,
            @Nullable Party party,
            PartyForm form,
            HttpServletResponse response) {
        PartyDeclaration declared = kinds.of(kind);
        return switch (outcome) {
            case Parties.Outcome.Done done ->
                new ModelAndView("redirect:/parties/" + done.party().id() + "?done=party.saved");
            case Parties.Outcome.Overtaken overtaken -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                PartyForm both = form.overtaken(declared, parties.file(overtaken.now()));
                yield form(kind, overtaken.now(), withPlaceNamed(declared, both));
            }
            case Parties.Outcome.Known known -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(kind, party, withPlaceNamed(declared, form.known(declared, known.field(), known.other())));
            }
        };
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/parties/{id:[0-9]{1,18}}/remove")
    ModelAndView remove(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response) {
        Party party = party(actor, id);
        if (words.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, party, RelationForm.empty(parties.today()).refused("NO_REASON", ""));
        }
        return moved(actor, parties.remove(actor, id, seen, words.strip()), "party.removed", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/parties/{id:[0-9]{1,18}}/restore")
    ModelAndView restore(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            HttpServletResponse response) {
        return moved(actor, parties.restore(actor, party(actor, id).id(), seen), "party.restored", response);
    }

    private ModelAndView moved(Actor actor, Parties.Outcome outcome, String done, HttpServletResponse response) {
        return switch (outcome) {
            case Parties.Outcome.Done is ->
                new ModelAndView("redirect:/parties/" + is.party().id() + "?done=" + done);
            case Parties.Outcome.Overtaken overtaken -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(
                        actor,
                        overtaken.now(),
                        RelationForm.empty(parties.today()).refused("OVERTAKEN", ""));
            }
            case Parties.Outcome.Known known -> throw new IllegalStateException("nobody said a name: " + known);
        };
    }
}
