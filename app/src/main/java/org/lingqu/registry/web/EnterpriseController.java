package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseInquiries;
import org.lingqu.registry.EnterprisePart;
import org.lingqu.registry.EnterpriseSteps;
import org.lingqu.registry.EnterpriseTimeline;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Exceeded;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.FirstContacts;
import org.lingqu.registry.Looks;
import org.lingqu.registry.Places;
import org.lingqu.registry.RelationEnd;
import org.lingqu.registry.Relations;
import org.lingqu.registry.Rights;
import org.lingqu.registry.SavedViews;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lists of enterprises and the page of one. */
@Controller
final class EnterpriseController {

    private static final int PAGE = 50;
    /** Relations of one role that a page shows. */
    private static final int RELATIONS = 50;

    private final Enterprises enterprises;
    private final InstalledPack installed;
    private final Places places;
    private final SavedViews views;
    private final List<EnterprisePart> parts;
    private final List<EnterpriseTimeline> timelines;
    private final List<EnterpriseSteps> steps;
    private final Relations relations;
    private final Rights rights;
    private final Looks looks;
    private final List<EnterpriseInquiries> inquiries;
    private final Contacts contacts;

    EnterpriseController(
            Enterprises enterprises,
            InstalledPack installed,
            Places places,
            SavedViews views,
            List<EnterprisePart> parts,
            List<EnterpriseTimeline> timelines,
            List<EnterpriseSteps> steps,
            Relations relations,
            Rights rights,
            Looks looks,
            List<EnterpriseInquiries> inquiries,
            Contacts contacts) {
        this.contacts = contacts;
        this.rights = rights;
        this.inquiries = inquiries;
        this.looks = looks;
        this.relations = relations;
        this.timelines = timelines;
        this.steps = steps;
        this.views = views;
        this.enterprises = enterprises;
        this.installed = installed;
        this.places = places;
        this.parts = parts;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE})
    @GetMapping("/enterprises")
    ModelAndView list(Actor actor, @RequestParam MultiValueMap<String, String> all) {
        Map<String, String> query = all.toSingleValueMap();
        List<Enterprise> own = enterprises.of(actor);
        if (actor.is(Role.ENTERPRISE) && own.size() == 1) {
            String done = query.getOrDefault("done", "");
            return new ModelAndView("redirect:/enterprises/" + own.getFirst().id()
                    + (done.matches("[A-Za-z.-]{1,60}") ? "?done=" + done : ""));
        }
        EnterpriseParameters parameters = EnterpriseParameters.of(query);
        EnterpriseFilter filter = parameters.filter(enterprises.today());
        Paging paging = Paging.of(page(query), PAGE, enterprises.count(actor, filter));
        var model = new HashMap<String, Object>();
        model.put("q", parameters);
        model.put("paging", paging);
        List<Enterprise> found = enterprises.find(actor, filter, parameters.order(), paging.offset(), PAGE);
        ListColumns columns = ListColumns.of(actor, all, installed, enterprises.today());
        model.put("enterprises", found);
        model.put("columns", columns);
        model.put(
                "contacts",
                columns.asksContacts()
                        ? contacts.first(
                                actor, found.stream().map(Enterprise::id).toList())
                        : FirstContacts.NONE);
        model.put(
                "files",
                columns.asksFiles()
                        ? enterprises.files(found.stream().map(Enterprise::id).toList())
                        : Map.of());
        model.put("query", parameters.query(columns));
        model.put(
                "claims",
                actor.role().isStaff()
                        ? enterprises.count(
                                actor, EnterpriseFilter.all(enterprises.today()).claiming())
                        : 0);
        model.put("views", actor.role().isStaff() ? views.of(actor) : List.of());
        model.put("factNames", FactNames.of(installed, enterprises.today()));
        model.put(
                "facets",
                actor.role().isStaff()
                        ? new Facets(enterprises.regions(), enterprises.parks(), enterprises.titles())
                        : Facets.NONE);
        model.put("facts", installed.facts());
        model.put("places", places);
        return new ModelAndView("registry/enterprises.jte", model);
    }

    /** The form sends the list as its address says it. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @PostMapping("/enterprises/views")
    String keep(Actor actor, @RequestParam MultiValueMap<String, String> form) {
        String query = EnterpriseParameters.of(form.toSingleValueMap())
                .query(ListColumns.of(actor, form, installed, enterprises.today()));
        String name = form.getFirst("view");
        boolean kept = views.keep(actor, name == null ? "" : name, query);
        return "redirect:/enterprises?done=" + (kept ? "registry.view-kept" : "registry.view-refused")
                + (query.isEmpty() ? "" : "&" + query);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @PostMapping("/enterprises/views/{id}/forget")
    String forget(Actor actor, @PathVariable long id) {
        if (!views.forget(actor, id)) {
            throw new NotFound();
        }
        return "redirect:/enterprises?done=registry.view-gone";
    }

    private static int page(Map<String, String> query) {
        String page = query.getOrDefault("page", "1");
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE})
    @GetMapping("/enterprises/{id}")
    ModelAndView one(Actor actor, @PathVariable long id) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        return page(actor, enterprise, TypedForm.empty(actor, enterprises.today()));
    }

    /** The page of one with a form of a contact that was refused. */
    ModelAndView page(Actor actor, Enterprise enterprise, ContactForm contact) {
        return page(actor, enterprise, TypedForm.empty(actor, enterprises.today()), contact);
    }

    private ModelAndView page(Actor actor, Enterprise enterprise, TypedForm typed) {
        return page(actor, enterprise, typed, ContactForm.NONE);
    }

    private ModelAndView page(Actor actor, Enterprise enterprise, TypedForm typed, ContactForm contact) {
        FirmFile file = enterprises.file(enterprise);
        var model = new HashMap<String, Object>();
        model.put("enterprise", enterprise);
        model.put("file", file);
        model.put("exceeded", Exceeded.of(file, installed.facts()));
        model.put("table", FirmTable.of(file, installed.facts()));
        model.put("titles", TitleLines.of(file.titlesSaid(), enterprises.today()));
        model.put("entries", enterprises.entries(enterprise));
        model.put("facts", installed.facts());
        model.put("places", places);
        model.put("relations", relations.groups(actor, new RelationEnd.OfEnterprise(enterprise.id()), RELATIONS));
        model.put("rights", rights.of(enterprise, file));
        model.put("today", enterprises.today());
        model.put("typed", typed);
        model.put("contacts", contacts.of(actor, enterprise));
        model.put("contact", contact);
        model.put("claimTyped", ClaimTyped.nothing(TitleOffices.of(installed)));
        model.put("options", ColumnOptions.of(installed, enterprises.today()));
        model.put(
                "parts",
                parts.stream()
                        .flatMap(part -> part.of(actor, enterprise).stream())
                        .toList());
        model.put("looks", looks.of(enterprise));
        model.put(
                "inquiries",
                inquiries.stream()
                        .flatMap(each -> each.of(actor, enterprise).stream())
                        .toList());
        model.put("charts", YearChart.of(file));
        model.put(
                "steps",
                steps.stream()
                        .flatMap(each -> each.of(enterprise, file).stream())
                        .toList());
        model.put(
                "tracks",
                timelines.stream()
                        .flatMap(each -> each.tracks(actor, enterprise).stream())
                        .toList());
        model.put(
                "news",
                timelines.stream()
                        .flatMap(each -> each.news(actor, enterprise).stream())
                        .toList());
        return new ModelAndView("registry/enterprise.jte", model);
    }

    /** @param seen version of the file that she had before her */
    @Access({Role.OFFICER, Role.ENTERPRISE})
    @PostMapping("/enterprises/{id}/values")
    ModelAndView say(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        TypedForm typed = TypedForm.of(actor, form, enterprises.today());
        if (!typed.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, enterprise, typed);
        }
        Enterprises.Outcome outcome = enterprises.type(
                actor,
                id,
                seen,
                typed.supplier(),
                typed.day(),
                typed.get("what"),
                typed.get("value"),
                typed.get("note").isEmpty() ? null : typed.get("note"));
        return after(actor, enterprise, typed, outcome, "registry.said", response);
    }

    /** Undoes one entry that was typed in. */
    @Access(Role.OFFICER)
    @PostMapping("/enterprises/{id}/entries/{entry}/undo")
    ModelAndView undo(
            Actor actor,
            @PathVariable long id,
            @PathVariable long entry,
            @RequestParam(defaultValue = "-1") int seen,
            HttpServletResponse response) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        return after(
                actor,
                enterprise,
                TypedForm.empty(actor, enterprises.today()),
                enterprises.undo(actor, id, seen, entry),
                "registry.entry-undone",
                response);
    }

    private ModelAndView after(
            Actor actor,
            Enterprise enterprise,
            TypedForm typed,
            Enterprises.Outcome outcome,
            String done,
            HttpServletResponse response) {
        return switch (outcome) {
            case Enterprises.Outcome.Done ignored ->
                new ModelAndView("redirect:/enterprises/" + enterprise.id() + "?done=" + done);
            case Enterprises.Outcome.Overtaken overtaken -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(actor, overtaken.now(), typed.with("OVERTAKEN", null));
            }
            case Enterprises.Outcome.Wrong wrong -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(actor, enterprise, typed.with(wrong.code(), wrong.advice()));
            }
        };
    }
}
