package org.lingqu.policy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.ApplyTimes;
import org.lingqu.policy.Board;
import org.lingqu.policy.CallRow;
import org.lingqu.policy.Opportunities;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprises;
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

/** The enterprises behind every number of a policy, with what each lacks and a message; as a workbook all of them, in the order of the screen. */
@Controller
final class CallListController {

    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of(
            "name",
            "code",
            "park",
            "contact",
            "post",
            "phone",
            "holds",
            "why",
            "way",
            "step",
            "brings",
            "deadline",
            "message");
    private static final List<Integer> WIDTHS = List.of(32, 22, 18, 14, 16, 20, 22, 46, 12, 46, 22, 40, 80);
    private static final int PART = 500;
    private static final int MOST = 20_000;

    private final Opportunities opportunities;
    private final CallLists lists;
    private final Enterprises enterprises;
    private final Places places;
    private final Contacts contacts;
    private final ApplyTimes deadlines;
    private final Uis uis;

    CallListController(
            Opportunities opportunities,
            CallLists lists,
            Enterprises enterprises,
            Places places,
            Contacts contacts,
            ApplyTimes deadlines,
            Uis uis) {
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.opportunities = opportunities;
        this.lists = lists;
        this.enterprises = enterprises;
        this.places = places;
        this.uis = uis;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/policies/{region}/{name}/enterprises")
    ModelAndView callList(
            Actor actor,
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> query) {
        Board board = opportunities.board();
        Policy policy = board.policy(region + "/" + name).orElseThrow(NotFound::new);
        CallQuery asked = CallQuery.of(query);
        long[] ids = lists.ids(actor, board, policy, asked);
        Paging paging = Paging.of(page, PAGE, ids.length);
        var model = new HashMap<String, Object>();
        model.put("policy", policy);
        model.put("q", asked);
        model.put("says", says(policy, asked));
        model.put("tally", lists.tally(actor, board, policy, asked));
        OptionalInt withWay = asked.isOfNear() ? lists.withWay(actor, board, policy, asked) : OptionalInt.empty();
        model.put("withWay", withWay.orElse(-1));
        model.put("tooManyForWays", asked.isOfNear() && withWay.isEmpty());
        model.put("deadlines", deadlines);
        model.put("regions", enterprises.regions());
        model.put("parks", enterprises.parks());
        model.put("places", places);
        model.put("today", board.asOf());
        model.put("paging", paging);
        model.put("tooLong", asked.order().decides() && ids.length > CallLists.SHORT ? CallLists.SHORT : 0);
        List<Long> shown =
                Arrays.stream(ids).skip(paging.offset()).limit(PAGE).boxed().toList();
        model.put("rows", opportunities.calls(policy, shown));
        model.put("contacts", contacts.first(actor, shown));
        return new ModelAndView("policy/callList.jte", model);
    }

    /** The criterion that is asked for, in the words of the policy; empty for none. */
    private static String says(Policy policy, CallQuery asked) {
        String id = asked.falls() + asked.left();
        String wanted = id.isEmpty() ? asked.criterion() : id;
        return withParts(policy.criteria())
                .filter(each -> each.id().equals(wanted))
                .map(each -> each.clause().says())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(wanted);
    }

    private static Stream<Criterion> withParts(Criterion criterion) {
        return criterion instanceof Criterion.Group group
                ? Stream.concat(Stream.of(criterion), group.parts().stream().flatMap(CallListController::withParts))
                : Stream.of(criterion);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/policies/{region}/{name}/enterprises.xlsx")
    void export(
            Actor actor,
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Board board = opportunities.board();
        Policy policy = board.policy(region + "/" + name).orElseThrow(NotFound::new);
        CallQuery asked = CallQuery.of(query);
        long[] ids = lists.ids(actor, board, policy, asked);
        Ui ui = uis.of(request);
        String said = asked.title(ui);
        var out = Download.begin(response, policy.title() + "-" + said + "-" + board.asOf() + ".xlsx");
        try (TableFile file = TableFiles.excel(out, said, WIDTHS)) {
            file.row(COLUMNS.stream()
                    .<@Nullable Object>map(column -> ui.say("policy.column." + column))
                    .toList());
            String deadline = deadlines.words(ui, policy, board.asOf());
            List<Long> wanted = Arrays.stream(ids).limit(MOST).boxed().toList();
            for (int from = 0; from < wanted.size(); from += PART) {
                List<Long> part = wanted.subList(from, Math.min(from + PART, wanted.size()));
                FirstContacts called = contacts.first(actor, part);
                for (CallRow each : opportunities.calls(policy, part)) {
                    file.row(row(each, called, board, deadline, ui));
                }
            }
        }
    }

    private static List<@Nullable Object> row(CallRow each, FirstContacts called, Board board, String deadline, Ui ui) {
        long id = each.enterprise().id();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(each.enterprise().name());
        cells.add(each.enterprise().code());
        cells.add(each.enterprise().park());
        cells.addAll(called.cells(id, ui.say("contact.none-short")));
        cells.addAll(List.of(
                each.holds() ? holds(each, board, ui) : "",
                each.why(),
                each.answer().outcome() == Finding.Kind.NOT_MET
                        ? ui.say(
                                "policy.way",
                                each.answer().step().isPossible() ? CallQuery.Way.WITH : CallQuery.Way.WITHOUT)
                        : "",
                each.step(),
                each.brings(),
                deadline,
                each.hasMessage() ? each.message(board.asOf(), called.greeting(id)) : ui.say("policy.no-message")));
        return cells;
    }

    private static String holds(CallRow each, Board board, Ui ui) {
        return each.held(board.asOf())
                .map(TitleHeld::to)
                .map(until -> ui.say("policy.holds-until", ui.day(until)))
                .orElseGet(() -> ui.say("policy.holds"));
    }
}
