package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Places;
import org.lingqu.registry.RegionPart;
import org.lingqu.registry.TitleSpan;
import org.lingqu.registry.TitleWord;
import org.lingqu.registry.Typed;
import org.lingqu.sheet.TableFile;
import org.lingqu.sheet.TableFiles;
import org.lingqu.ui.Download;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Paging;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Titles that enterprises say they hold and an office has still to look at (docs/adr/0036): all of them, and what officers say of one. */
@Controller
final class ClaimController {

    private static final int PAGE = 50;
    private static final int PART = 500;
    private static final List<String> COLUMNS =
            List.of("registry.name", "registry.code", "registry.filter.region", "registry.filter.title");
    private static final List<String> MORE =
            List.of("registry.from", "registry.until", "claim.said-on", "claim.entered");
    private static final List<Integer> WIDTHS = List.of(36, 22, 18, 26, 14, 14, 14, 18);

    private final Enterprises enterprises;
    private final InstalledPack installed;
    private final Places places;
    private final Uis uis;

    ClaimController(Enterprises enterprises, InstalledPack installed, Places places, Uis uis) {
        this.enterprises = enterprises;
        this.installed = installed;
        this.places = places;
        this.uis = uis;
    }

    private static EnterpriseFilter all(Enterprises enterprises) {
        return EnterpriseFilter.all(enterprises.today()).claiming();
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/enterprises/claims")
    ModelAndView claims(
            Actor actor, @RequestParam Map<String, String> query, @RequestParam(defaultValue = "1") int page) {
        RegionPart.Read asked = RegionPart.of(query);
        EnterpriseFilter filter = all(enterprises).in(asked.part());
        Paging paging = Paging.of(page, PAGE, enterprises.count(actor, filter));
        List<Enterprise> found = enterprises.find(actor, filter, EnterpriseOrder.NAME, paging.offset(), PAGE);
        return page(asked, paging, rows(found), ClaimTyped.nothing(TitleOffices.of(installed)));
    }

    private List<ClaimRow> rows(List<Enterprise> found) {
        Map<Long, FirmFile> files =
                enterprises.files(found.stream().map(Enterprise::id).toList());
        return found.stream()
                .map(each -> new ClaimRow(
                        each,
                        Optional.ofNullable(files.get(each.id()))
                                .map(file ->
                                        List.copyOf(file.titlesSaid().claims().values()))
                                .orElse(List.of())))
                .toList();
    }

    private ModelAndView page(RegionPart.Read asked, Paging paging, List<ClaimRow> rows, ClaimTyped typed) {
        var model = new HashMap<String, Object>();
        model.put("asked", asked);
        model.put("paging", paging);
        model.put("rows", rows);
        model.put("typed", typed);
        model.put("regions", enterprises.regions());
        model.put("parks", enterprises.parks());
        model.put("places", places);
        return new ModelAndView("registry/claims.jte", model);
    }

    /**
     * Says that a claim is true or was not found.
     *
     * @param seen version of the file that she had before her
     * @param form {@code title}, {@code source}, {@code note}, {@code answer} yes or no, {@code back} where she came from the list
     */
    @Access(Role.OFFICER)
    @PostMapping("/enterprises/{id}/claims")
    ModelAndView say(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        Supplier office = Typed.supplier(form.getOrDefault("source", ""))
                .filter(each -> each != Supplier.FIRM)
                .orElse(null);
        var typed = new ClaimTyped(
                id,
                form.getOrDefault("title", ""),
                office,
                form.getOrDefault("note", "").strip(),
                List.of(),
                TitleOffices.of(installed));
        String answer = form.getOrDefault("answer", "");
        var problems = new ArrayList<String>();
        if (office == null) {
            problems.add("NO_SOURCE");
        }
        if (!answer.equals("yes") && !answer.equals("no")) {
            problems.add("NO_ANSWER");
        }
        if (answer.equals("no") && typed.note().isEmpty()) {
            problems.add("NO_REASON");
        }
        if (typed.note().length() > Typed.LONGEST_NOTE) {
            problems.add("LONG_REASON");
        }
        if (office == null || !problems.isEmpty()) {
            return refused(enterprise, typed.with(problems), HttpStatus.UNPROCESSABLE_CONTENT, response);
        }
        boolean confirmed = answer.equals("yes");
        return switch (said(actor, id, seen, typed, office, confirmed)) {
            case Enterprises.Outcome.Done ignored ->
                new ModelAndView("redirect:/enterprises/" + (form.containsKey("back") ? "claims" : id) + "?done="
                        + (confirmed ? "claim.confirmed" : "claim.refused"));
            case Enterprises.Outcome.Overtaken(Enterprise now) ->
                refused(now, typed.with(List.of("OVERTAKEN")), HttpStatus.CONFLICT, response);
            case Enterprises.Outcome.Wrong wrong ->
                refused(enterprise, typed.with(List.of(wrong.code())), HttpStatus.UNPROCESSABLE_CONTENT, response);
        };
    }

    private Enterprises.Outcome said(
            Actor actor, long id, int seen, ClaimTyped typed, Supplier office, boolean confirmed) {
        return confirmed
                ? enterprises.confirmClaim(
                        actor,
                        id,
                        seen,
                        typed.title(),
                        office,
                        enterprises.today(),
                        typed.note().isEmpty() ? null : typed.note())
                : enterprises.refuseClaim(actor, id, seen, typed.title(), office, enterprises.today(), typed.note());
    }

    /** The claims of the one enterprise, with what was sent and all that is wrong with it. */
    private ModelAndView refused(
            Enterprise enterprise, ClaimTyped typed, HttpStatus status, HttpServletResponse response) {
        response.setStatus(status.value());
        return page(
                new RegionPart.Read(RegionPart.ALL, new TreeMap<>()),
                Paging.of(1, PAGE, 1),
                rows(List.of(enterprise)),
                typed);
    }

    /** The claims that the page shows, on all its pages. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/enterprises/claims.xlsx")
    void export(
            Actor actor,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        EnterpriseFilter filter = all(enterprises).in(RegionPart.of(query).part());
        Ui ui = uis.of(request);
        var shown = new Shown(ui, installed.facts(), places);
        String name = ui.say("claim.title");
        var out = Download.begin(response, name + "-" + enterprises.today() + ".xlsx");
        try (TableFile file = TableFiles.excel(out, name, WIDTHS)) {
            var head = new ArrayList<@Nullable Object>();
            COLUMNS.forEach(key -> head.add(ui.say(key)));
            MORE.forEach(key -> head.add(ui.say(key)));
            file.row(head);
            for (int from = 0; ; from += PART) {
                List<Enterprise> part = enterprises.find(actor, filter, EnterpriseOrder.NAME, from, PART);
                for (ClaimRow row : rows(part)) {
                    for (TitleWord claim : row.claims()) {
                        for (TitleSpan span : claim.spans()) {
                            file.row(line(row.enterprise(), claim, span, shown));
                        }
                    }
                }
                if (part.size() < PART) {
                    break;
                }
            }
        }
    }

    private static List<@Nullable Object> line(Enterprise enterprise, TitleWord claim, TitleSpan span, Shown shown) {
        return Arrays.asList(
                enterprise.name(),
                enterprise.code(),
                enterprise.regionCode() == null ? null : shown.region(enterprise.regionCode()),
                claim.title(),
                span.from(),
                span.to(),
                claim.from().saidOn(),
                claim.from().personName());
    }
}
