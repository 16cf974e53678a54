package org.lingqu.ladder.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.ladder.Cultivation;
import org.lingqu.ladder.Ladder;
import org.lingqu.ladder.Ladders;
import org.lingqu.policy.ApplyTimes;
import org.lingqu.policy.CallRow;
import org.lingqu.policy.Opportunities;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.FirstContacts;
import org.lingqu.registry.Places;
import org.lingqu.sheet.TableFile;
import org.lingqu.sheet.TableFiles;
import org.lingqu.ui.Download;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Paging;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All ladders with who stands where and how that came about, who could climb and what it takes, and whose title runs out. */
@Controller
final class LadderController {

    private static final List<Integer> AHEAD = List.of(30, 90, 180, 365);
    private static final int PAGE = 50;
    private static final int PART = 500;
    private static final List<String> COLUMNS = List.of(
            "name",
            "code",
            "park",
            "contact",
            "post",
            "phone",
            "now",
            "standing",
            "why",
            "step",
            "brings",
            "deadline",
            "message");
    private static final List<Integer> WIDTHS = List.of(32, 22, 18, 14, 16, 20, 24, 14, 46, 46, 22, 40, 80);

    private final Ladders ladders;
    private final Enterprises enterprises;
    private final Opportunities opportunities;
    private final Places places;
    private final Contacts contacts;
    private final ApplyTimes deadlines;
    private final Uis uis;

    LadderController(
            Ladders ladders,
            Enterprises enterprises,
            Opportunities opportunities,
            Places places,
            Contacts contacts,
            ApplyTimes deadlines,
            Uis uis) {
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.ladders = ladders;
        this.enterprises = enterprises;
        this.opportunities = opportunities;
        this.places = places;
        this.uis = uis;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/ladder")
    ModelAndView ladders(
            Actor actor, @RequestParam(defaultValue = "180") String days, @RequestParam Map<String, String> query) {
        int ahead = AHEAD.stream()
                .filter(each -> each.toString().equals(days))
                .findFirst()
                .orElse(180);
        LadderQuery asked = LadderQuery.of(query);
        Map<String, Object> model = model(asked);
        model.put(
                "views",
                ladders.all().stream()
                        .map(ladder -> ladders.view(actor, ladder, asked.place(), ahead))
                        .toList());
        model.put("days", ahead);
        model.put("ahead", AHEAD);
        return new ModelAndView("ladder/ladders.jte", model);
    }

    private Map<String, Object> model(LadderQuery asked) {
        var model = new HashMap<String, Object>();
        model.put("q", asked);
        model.put("regions", enterprises.regions());
        model.put("parks", enterprises.parks());
        model.put("places", places);
        model.put("today", enterprises.today());
        return model;
    }

    /** @param rung its place, from 1 */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/ladder/{ladder}/{rung}")
    ModelAndView cultivation(
            Actor actor,
            @PathVariable String ladder,
            @PathVariable int rung,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> query) {
        LadderQuery asked = LadderQuery.of(query);
        Cultivation cultivation = cultivation(actor, ladder, rung, asked);
        Paging paging = Paging.of(page, PAGE, cultivation.size());
        Map<String, Object> model = model(asked);
        model.put("cultivation", cultivation);
        model.put("rung", rung);
        model.put("deadlines", deadlines);
        model.put("paging", paging);
        List<Long> shown = cultivation.part(paging.offset(), PAGE);
        model.put("rows", rows(cultivation, shown));
        model.put("contacts", contacts.first(actor, shown));
        return new ModelAndView("ladder/cultivation.jte", model);
    }

    private Cultivation cultivation(Actor actor, String id, int rung, LadderQuery asked) {
        Ladder ladder = ladders.called(id).orElseThrow(NotFound::new);
        if (rung < 1 || rung > ladder.rungs().size()) {
            throw new NotFound();
        }
        return ladders.cultivation(actor, ladder, ladder.rungs().get(rung - 1), asked.place())
                .orElseThrow(NotFound::new);
    }

    private List<Climber> rows(Cultivation cultivation, List<Long> ids) {
        Map<Long, FirmFile> files = enterprises.files(ids);
        return opportunities.calls(cultivation.policy(), ids).stream()
                .map(call -> new Climber(
                        call,
                        Optional.ofNullable(files.get(call.enterprise().id()))
                                .flatMap(file -> cultivation.ladder().held(file, enterprises.today()))
                                .map(Ladder.Rung::title)))
                .toList();
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/ladder/{ladder}/{rung}/enterprises.xlsx")
    void export(
            Actor actor,
            @PathVariable String ladder,
            @PathVariable int rung,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Cultivation cultivation = cultivation(actor, ladder, rung, LadderQuery.of(query));
        Ui ui = uis.of(request);
        String title = cultivation.rung().title() + "-" + ui.say("ladder.cultivation");
        var out = Download.begin(response, title + "-" + enterprises.today() + ".xlsx");
        try (TableFile file = TableFiles.excel(out, ui.say("ladder.cultivation"), WIDTHS)) {
            file.row(COLUMNS.stream()
                    .<@Nullable Object>map(column -> ui.say("ladder.column." + column))
                    .toList());
            String deadline = deadlines.words(ui, cultivation.policy(), enterprises.today());
            for (int from = 0; from < cultivation.size(); from += PART) {
                List<Long> part = cultivation.part(from, PART);
                FirstContacts called = contacts.first(actor, part);
                for (Climber each : rows(cultivation, part)) {
                    file.row(row(each, called, deadline, ui));
                }
            }
        }
    }

    private List<@Nullable Object> row(Climber each, FirstContacts called, String deadline, Ui ui) {
        CallRow call = each.call();
        long id = call.enterprise().id();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(call.enterprise().name());
        cells.add(call.enterprise().code());
        cells.add(call.enterprise().park());
        cells.addAll(called.cells(id, ui.say("contact.none-short")));
        cells.addAll(List.of(
                each.now().orElse(ui.say("ladder.no-rung")),
                ui.say(each.isReady() ? "ladder.ready" : "ladder.near"),
                call.why(),
                call.step(),
                call.brings(),
                deadline,
                call.hasMessage()
                        ? call.message(enterprises.today(), called.greeting(id))
                        : ui.say("policy.no-message")));
        return cells;
    }
}
