package org.lingqu.ladder.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.ladder.LadderTargets;
import org.lingqu.ladder.Ladders;
import org.lingqu.ladder.Target;
import org.lingqu.ladder.TargetTable;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Places;
import org.lingqu.sheet.TableFile;
import org.lingqu.sheet.TableFiles;
import org.lingqu.ui.Download;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Targets of ladders: titles by places, one year at a time. */
@Controller
final class TargetController {

    private static final String SEEN = "seen.";

    private final Ladders ladders;
    private final LadderTargets targets;
    private final Enterprises enterprises;
    private final Places places;
    private final Uis uis;

    TargetController(Ladders ladders, LadderTargets targets, Enterprises enterprises, Places places, Uis uis) {
        this.ladders = ladders;
        this.targets = targets;
        this.enterprises = enterprises;
        this.places = places;
        this.uis = uis;
    }

    /** @param year the last, this one or one of the next two; anything else counts as this one */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/ladder/targets")
    ModelAndView targets(Actor actor, @RequestParam(defaultValue = "") String year) {
        TargetTable table = ladders.targets(actor, year(year));
        return page(table, shown(table), LadderTargets.Outcome.FINE);
    }

    private int year(String sent) {
        LocalDate today = enterprises.today();
        return LadderTargets.years(today).stream()
                .filter(each -> each.toString().equals(sent))
                .findFirst()
                .orElse(today.getYear());
    }

    /** The targets that there are, as a form shows them. */
    private static Map<Target, String> shown(TargetTable table) {
        var shown = new HashMap<Target, String>();
        table.targets().forEach((target, number) -> shown.put(target, number.toString()));
        return shown;
    }

    /** What a field of the form is called. */
    static String field(Target target) {
        return target.place() + "." + target.title();
    }

    /**
     * @param form the year, and targets by place and title; with {@value #SEEN} before it what stood there. What the form does not name
     *     stays as it is
     */
    @Access(Role.OFFICER)
    @PostMapping("/ladder/targets")
    ModelAndView set(Actor actor, @RequestParam Map<String, String> form, HttpServletResponse response) {
        TargetTable table = ladders.targets(actor, year(form.getOrDefault("year", "")));
        var typed = new HashMap<Target, String>();
        var seen = new HashMap<Target, String>();
        for (Target target : table.held().keySet()) {
            String sent = form.get(field(target));
            String before = form.get(SEEN + field(target));
            if (sent != null) {
                typed.put(target, sent);
            }
            if (before != null) {
                seen.put(target, before);
            }
        }
        LadderTargets.Outcome outcome = targets.set(actor, table.year(), typed, seen);
        if (outcome.isDone()) {
            return new ModelAndView("redirect:/ladder/targets?year=" + table.year() + "&done=ladder.targets-set");
        }
        response.setStatus(
                (outcome.wrong().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        return page(ladders.targets(actor, table.year()), typed, outcome);
    }

    private ModelAndView page(TargetTable table, Map<Target, String> typed, LadderTargets.Outcome outcome) {
        var model = new HashMap<String, Object>();
        model.put("table", table);
        model.put("years", LadderTargets.years(enterprises.today()));
        model.put("today", enterprises.today());
        model.put("typed", typed);
        model.put("now", shown(table));
        model.put("outcome", outcome);
        model.put("places", places);
        return new ModelAndView("ladder/targets.jte", model);
    }

    /** What the page shows: of every title the target and how many hold it, a row for every place, and what the places come to. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/ladder/targets.xlsx")
    void export(
            Actor actor,
            @RequestParam(defaultValue = "") String year,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TargetTable table = ladders.targets(actor, year(year));
        Ui ui = uis.of(request);
        String name = ui.say("ladder.targets-of", Integer.toString(table.year()));
        var widths = new ArrayList<Integer>(List.of(22));
        var headers = new ArrayList<@Nullable Object>(List.of(ui.say("ladder.place")));
        for (String title : table.titles()) {
            widths.addAll(List.of(18, 18));
            headers.add(ui.say("ladder.column.target", title));
            headers.add(ui.say("ladder.column.held", title, ui.day(table.day())));
        }
        var out = Download.begin(response, name + "-" + enterprises.today() + ".xlsx");
        try (TableFile file = TableFiles.excel(out, name, widths)) {
            file.row(headers);
            for (String place : table.places()) {
                file.row(row(table, place, ui));
            }
            var sums = new ArrayList<@Nullable Object>(List.of(ui.say("ladder.places-sum")));
            for (String title : table.titles()) {
                sums.add(table.sums().get(title));
                sums.add(null);
            }
            file.row(sums);
        }
    }

    private List<@Nullable Object> row(TargetTable table, String place, Ui ui) {
        var row = new ArrayList<@Nullable Object>();
        row.add(place.isEmpty() ? ui.say("ladder.whole") : Objects.requireNonNull(places.named(place)));
        for (String title : table.titles()) {
            row.add(table.targets().get(new Target(title, place)));
            row.add(table.held(title, place));
        }
        return row;
    }
}
