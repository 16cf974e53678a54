package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Parties;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyKinds;
import org.lingqu.registry.Places;
import org.lingqu.registry.RelationColumn;
import org.lingqu.registry.RelationEnd;
import org.lingqu.registry.RelationRole;
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

/** Relations of a party: all of one role, added, ended, taken back. */
@Controller
final class RelationController {

    private static final int PAGE = 100;

    private final Parties parties;
    private final PartyKinds kinds;
    private final Relations relations;
    private final Places places;
    private final PartyController pages;

    RelationController(Parties parties, PartyKinds kinds, Relations relations, Places places, PartyController pages) {
        this.parties = parties;
        this.kinds = kinds;
        this.relations = relations;
        this.places = places;
        this.pages = pages;
    }

    private Party party(Actor actor, long id) {
        return parties.byId(actor, id).orElseThrow(NotFound::new);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/parties/{id:[0-9]{1,18}}/relations")
    ModelAndView group(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "LOCATED_IN") RelationRole role,
            @RequestParam(defaultValue = "false") boolean back,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(defaultValue = "1") int page) {
        Party party = party(actor, id);
        var own = new RelationEnd.OfParty(id);
        int count = relations.groups(actor, own, 1).stream()
                .filter(each -> each.role() == role && each.back() == back && each.over() == over)
                .mapToInt(Relations.Group::count)
                .findFirst()
                .orElse(0);
        Paging paging = Paging.of(page, PAGE, count);
        var model = new HashMap<String, Object>();
        model.put("party", party);
        model.put("declared", kinds.of(party.kind()));
        model.put(
                "group",
                new Relations.Group(
                        role, back, over, count, relations.part(actor, own, role, back, over, paging.offset(), PAGE)));
        model.put("paging", paging);
        model.put("places", places);
        return new ModelAndView("registry/partyRelations.jte", model);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/parties/{id:[0-9]{1,18}}/relations")
    ModelAndView add(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        Party party = party(actor, id);
        RelationForm form = RelationForm.sent(sent, parties.today());
        Optional<RelationColumn> column = kinds.of(party.kind()).relation(form.get("column"));
        if (form.code().isEmpty() && column.isEmpty()) {
            form = form.refused("NO_COLUMN", "");
        }
        if (form.code().isEmpty() && form.get("other").isEmpty()) {
            form = form.refused("NO_OTHER", "");
        }
        if (!form.code().isEmpty()) {
            return refused(actor, party, form, response);
        }
        Relations.Outcome outcome = relations.add(
                actor,
                party,
                column.orElseThrow(),
                form.get("other"),
                form.day("begins"),
                form.day("ends"),
                form.supplier().orElseThrow(),
                Objects.requireNonNull(form.day("saidOn")));
        return after(actor, party, outcome, form, response);
    }

    private ModelAndView refused(Actor actor, Party party, RelationForm form, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.page(actor, party, form);
    }

    private ModelAndView after(
            Actor actor, Party party, Relations.Outcome outcome, RelationForm form, HttpServletResponse response) {
        return switch (outcome) {
            case Relations.Outcome.Done ignored ->
                new ModelAndView("redirect:/parties/" + party.id() + "?done=party.related");
            case Relations.Outcome.Refused refused ->
                refused(actor, party, form.refused(refused.code(), refused.value()), response);
        };
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/parties/{id:[0-9]{1,18}}/relations/{relation:[0-9]{1,18}}/end")
    ModelAndView end(
            Actor actor,
            @PathVariable long id,
            @PathVariable long relation,
            @RequestParam(defaultValue = "") String ends,
            HttpServletResponse response) {
        Party party = party(actor, id);
        RelationForm form = RelationForm.empty(parties.today());
        Optional<LocalDate> day = Typed.day(ends);
        if (day.isEmpty()) {
            return refused(actor, party, form.refused("NO_SUCH_DAY", ends), response);
        }
        return after(
                actor,
                party,
                relations.end(actor, party, relation, day.get(), Supplier.SCIENCE, parties.today()),
                form,
                response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/parties/{id:[0-9]{1,18}}/relations/{relation:[0-9]{1,18}}/take-back")
    ModelAndView takeBack(
            Actor actor, @PathVariable long id, @PathVariable long relation, HttpServletResponse response) {
        Party party = party(actor, id);
        return after(
                actor,
                party,
                relations.takeBack(actor, party, relation),
                RelationForm.empty(parties.today()),
                response);
    }
}
