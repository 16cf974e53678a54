package org.lingqu.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.calendar.Deadline;
import org.lingqu.calendar.Deadlines;
import org.lingqu.calendar.ReminderMail;
import org.lingqu.calendar.Reminders;
import org.lingqu.calendar.WorkingDays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happens when, month by month, with reminders for staff. */
@Controller
final class CalendarController {

    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Reminders reminders;
    private final ReminderMail mail;

    CalendarController(Deadlines deadlines, WorkingDays workingDays, Reminders reminders, ReminderMail mail) {
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.reminders = reminders;
        this.mail = mail;
    }

    /** @param query as {@link CalendarQuery} reads it */
    @Access(everybody = true)
    @GetMapping("/calendar")
    ModelAndView calendar(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        return page(actor, query, null);
    }

    /** @param refused an address that is none, as it was typed; null usually */
    private ModelAndView page(Actor actor, MultiValueMap<String, String> query, @Nullable String refused) {
        LocalDate today = deadlines.today();
        CalendarQuery asked = CalendarQuery.of(query, today);
        LocalDate first = asked.firstDay(today);
        boolean titles = actor.role().isStaff();
        List<Deadline> shown = deadlines.between(first, asked.lastDay(), titles).stream()
                .filter(deadline -> asked.shows(deadline.kind()))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("today", today);
        model.put("q", asked);
        model.put("months", CalendarMonth.of(shown, first));
        model.put(
                "kinds",
                Arrays.stream(Deadline.Kind.values())
                        .filter(kind -> titles || kind != Deadline.Kind.EXPIRE)
                        .toList());
        model.put("workingDays", workingDays);
        model.put("unknownFrom", workingDays.unknownYear(today, asked.lastDay()));
        model.put("reminders", actor.role().isStaff() ? reminders.of(actor) : List.of());
        model.put("staff", titles);
        model.put("mails", mail.isThere());
        model.put("address", actor.role().isStaff() ? mail.address(actor).orElse("") : "");
        model.put("refused", refused);
        model.put("mailed", actor.role().isStaff() ? mail.states(actor) : Map.of());
        return new ModelAndView("calendar/calendar.jte", model);
    }

    /** @param address empty to get none any more */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @PostMapping("/calendar/mail")
    ModelAndView mail(Actor actor, @RequestParam(defaultValue = "") String address, HttpServletResponse response) {
        if (mail.ask(actor, address)) {
            return new ModelAndView(
                    "redirect:/calendar?done=calendar." + (address.isBlank() ? "mail-stopped" : "mail-kept"));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(actor, new LinkedMultiValueMap<>(), address);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @PostMapping("/calendar/reminders/{id:[0-9]+}/seen")
    String seen(Actor actor, @PathVariable long id) {
        reminders.seen(actor, id);
        return "redirect:/calendar";
    }

    /** Puts all away that the page showed. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @PostMapping("/calendar/reminders/seen")
    String seen(Actor actor, @RequestParam(name = "reminder", defaultValue = "") List<String> shown) {
        reminders.seen(
                actor,
                shown.stream()
                        .filter(each -> each.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList());
        return "redirect:/calendar";
    }
}
