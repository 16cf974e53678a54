package org.lingqu.policy.web;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.calendar.WorkingDays;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.policy.inquiry.Inquiries;
import org.lingqu.policy.inquiry.Inquiry;
import org.lingqu.policy.inquiry.InquiryFilter;
import org.lingqu.policy.question.Asked;
import org.lingqu.policy.question.Questions;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirstContacts;
import org.lingqu.registry.TypedValues.Problem;
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

/** What offices asked of enterprises: all of it with what came of it, and asking those of a call list for what a policy misses. */
@Controller
final class InquiryController {

    private static final int PAGE = 50;
    private static final int PART = 2000;
    private static final int PREVIEW = 10;
    private static final List<String> COLUMNS = List.of(
            "name", "code", "contact", "post", "phone", "what", "policy", "asked", "by", "due", "state", "settled",
            "note", "message");
    private static final List<Integer> WIDTHS = List.of(32, 22, 14, 16, 20, 30, 30, 14, 14, 14, 12, 20, 30, 80);

    private final Inquiries inquiries;
    private final Questions questions;
    private final Opportunities opportunities;
    private final CallLists lists;
    private final Enterprises enterprises;
    private final InstalledPack installed;
    private final WorkingDays workingDays;
    private final Contacts contacts;
    private final Uis uis;

    InquiryController(
            Inquiries inquiries,
            Questions questions,
            Opportunities opportunities,
            CallLists lists,
            Enterprises enterprises,
            InstalledPack installed,
            WorkingDays workingDays,
            Contacts contacts,
            Uis uis) {
        this.contacts = contacts;
        this.inquiries = inquiries;
        this.questions = questions;
        this.opportunities = opportunities;
        this.lists = lists;
        this.enterprises = enterprises;
        this.installed = installed;
        this.workingDays = workingDays;
        this.uis = uis;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/inquiries")
    ModelAndView all(Actor actor, @RequestParam Map<String, String> query, @RequestParam(defaultValue = "1") int page) {
        InquiryFilter filter = InquiryFilter.of(query);
        Paging paging = Paging.of(page, PAGE, inquiries.count(filter));
        var policies = new TreeMap<String, String>();
        inquiries.policies().keySet().forEach(id -> policies.put(id, title(id)));
        var model = new HashMap<String, Object>();
        model.put("filter", filter);
        model.put("counts", inquiries.counts(filter));
        model.put("policies", policies);
        model.put("paging", paging);
        List<Inquiry> found = inquiries.find(filter, paging.offset(), PAGE);
        model.put("rows", rows(found));
        model.put("contacts", called(actor, found));
        model.put("enterprise", filter.enterprise() == null ? "" : name(filter.enterprise()));
        model.put("told", AskedTold.of(query).orElse(null));
        model.put("today", enterprises.today());
        model.put("workingDays", workingDays);
        return new ModelAndView("policy/inquiries.jte", model);
    }

    private FirstContacts called(Actor actor, List<Inquiry> found) {
        return contacts.first(
                actor, found.stream().map(Inquiry::enterprise).distinct().toList());
    }

    private String name(long enterprise) {
        Enterprise known = enterprises.byIds(List.of(enterprise)).get(enterprise);
        return known == null ? Long.toString(enterprise) : known.name();
    }

    private List<InquiryRow> rows(List<Inquiry> found) {
        Map<Long, Enterprise> known = enterprises.byIds(
                found.stream().map(Inquiry::enterprise).distinct().toList());
        return found.stream()
                .flatMap(each -> Optional.ofNullable(known.get(each.enterprise()))
                        .map(enterprise -> new InquiryRow(each, enterprise, title(each.policy())))
                        .stream())
                .toList();
    }

    private String title(@Nullable String policy) {
        return policy == null ? "" : installed.pack().title(policy);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/inquiries.xlsx")
    void export(
            Actor actor,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        InquiryFilter filter = InquiryFilter.of(query);
        Ui ui = uis.of(request);
        String title = ui.say("inquiry.title");
        try (TableFile file = TableFiles.excel(Download.begin(response, title + ".xlsx"), title, WIDTHS)) {
            file.row(COLUMNS.stream()
                    .<@Nullable Object>map(column -> ui.say("inquiry.column." + column))
                    .toList());
            for (int from = 0; ; from += PART) {
                List<Inquiry> part = inquiries.find(filter, from, PART);
                FirstContacts called = called(actor, part);
                for (InquiryRow row : rows(part)) {
                    file.row(cells(row, called, ui));
                }
                if (part.size() < PART) {
                    break;
                }
            }
        }
    }

    private List<@Nullable Object> cells(InquiryRow row, FirstContacts called, Ui ui) {
        Inquiry inquiry = row.inquiry();
        long id = row.enterprise().id();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.enterprise().name());
        cells.add(row.enterprise().code());
        cells.addAll(called.cells(id, ui.say("contact.none-short")));
        cells.addAll(Arrays.asList(
                inquiry.what(),
                row.policy(),
                inquiry.askedOn(),
                inquiry.personName(),
                inquiry.due(),
                ui.say("inquiry.state", inquiry.state(enterprises.today())),
                ui.minute(inquiry.withdrawnAt() == null ? inquiry.answeredAt() : inquiry.withdrawnAt()),
                inquiry.note(),
                inquiry.isOpen() ? row.message(called.greeting(id)) : ""));
        return cells;
    }

    /** @param back {@code enterprise} to its page; anything else back to the list as its parameters say it */
    @Access(Role.OFFICER)
    @PostMapping("/inquiries/{id}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            @RequestParam Map<String, String> form) {
        String done = inquiries.withdraw(actor, id) ? "inquiry.withdrawn" : "inquiry.not-open";
        return back.matches("\\d{1,18}")
                ? "redirect:/enterprises/" + back + "?done=" + done
                : list(InquiryFilter.of(form), done);
    }

    /** Takes back all that wait of a policy, a day or an enterprise. */
    @Access(Role.OFFICER)
    @PostMapping("/inquiries/withdraw")
    String withdraw(Actor actor, @RequestParam Map<String, String> form) {
        InquiryFilter filter = InquiryFilter.of(form);
        boolean some = filter.isNarrow() && inquiries.withdraw(actor, filter) > 0;
        return list(filter, some ? "inquiry.withdrawn" : "inquiry.not-open");
    }

    private static String list(InquiryFilter filter, String done) {
        return "redirect:/inquiries?" + filter.query() + "&done=" + done;
    }

    /** Before it is asked: of whom what would be asked, and until when. */
    @Access(Role.OFFICER)
    @GetMapping("/policies/{region}/{name}/inquiries")
    ModelAndView prepare(
            Actor actor,
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam Map<String, String> query) {
        return form(actor, policy(region, name), open(query), new Inquiries.Wish("", ""), List.of());
    }

    /** @param form with the parameters of the list */
    @Access(Role.OFFICER)
    @PostMapping("/policies/{region}/{name}/inquiries")
    ModelAndView ask(
            Actor actor,
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        Policy policy = policy(region, name);
        CallQuery asked = open(form);
        var wish = new Inquiries.Wish(form.getOrDefault("due", ""), form.getOrDefault("note", ""));
        return switch (inquiries.ask(actor, policy, ids(actor, policy, asked), wish)) {
            case Inquiries.Outcome.Done done ->
                new ModelAndView("redirect:/inquiries?policy=" + policy.id() + "&" + AskedTold.of(done));
            case Inquiries.Outcome.Wrong(List<Problem> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(actor, policy, asked, wish, problems);
            }
        };
    }

    private Policy policy(String region, String name) {
        return opportunities.board().policy(region + "/" + name).orElseThrow(NotFound::new);
    }

    /** Asked are those of a call list for whom facts are missing. */
    private static CallQuery open(Map<String, String> query) {
        var open = new HashMap<>(query);
        open.put("standing", Standing.OPEN.name());
        return CallQuery.of(open);
    }

    private long[] ids(Actor actor, Policy policy, CallQuery asked) {
        return lists.ids(actor, opportunities.board(), policy, asked);
    }

    private static String named(List<Asked> things) {
        return things.size() < 2
                ? things.stream().map(Asked::name).collect(Collectors.joining())
                : things.stream().map(Asked::name).collect(Collectors.joining("、", "共" + things.size() + "项：", ""));
    }

    private ModelAndView form(
            Actor actor, Policy policy, CallQuery asked, Inquiries.Wish wish, List<Problem> problems) {
        long[] ids = ids(actor, policy, asked);
        List<Long> first = Arrays.stream(ids).limit(PREVIEW).boxed().toList();
        Map<Long, Enterprise> known = enterprises.byIds(first);
        var things = new TreeMap<Long, String>();
        opportunities
                .decisions(policy, first)
                .forEach((id, decision) -> things.put(id, named(questions.settling(decision))));
        var model = new HashMap<String, Object>();
        model.put("policy", policy);
        model.put("q", asked);
        model.put("wish", wish);
        model.put("problems", problems);
        model.put("all", ids.length);
        model.put(
                "first",
                first.stream()
                        .filter(things::containsKey)
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .toList());
        model.put("things", things);
        model.put("tomorrow", enterprises.today().plusDays(1));
        return new ModelAndView("policy/inquire.jte", model);
    }
}
