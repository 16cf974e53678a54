package org.lingqu.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happens when, month by month, with reminders for staff. */
@Controller
final class CalendarController {

    private static final List<Integer> MONTHS = List.of(3, 6, 12, 24);

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

    /** @param months how far ahead; what is none of the choices counts as 12 */
    @Access(everybody = true)
    @GetMapping("/calendar")
    ModelAndView calendar(Actor actor, @RequestParam(defaultValue = "12") String months) {
        return page(actor, months, null);
    }

    /** @param refused an address that is none, as it was typed; null usually */
    private ModelAndView page(Actor actor, String months, @Nullable String refused) {
        int ahead = MONTHS.stream()
                .filter(each -> each.toString().equals(months))
                .findFirst()
                .orElse(12);
        LocalDate today = deadlines.today();
        LocalDate last = today.plusMonths(ahead);
        SequencedMap<YearMonth, List<Deadline>> byMonth = new TreeMap<>();
        for (Deadline deadline : deadlines.between(today, last, actor.role().isStaff())) {
            byMonth.computeIfAbsent(YearMonth.from(deadline.day()), month -> new java.util.ArrayList<>())
                    .add(deadline);
        }
        var model = new HashMap<String, Object>();
        model.put("today", today);
        model.put("ahead", ahead);
        model.put("choices", MONTHS);
        model.put("byMonth", byMonth);
        model.put("workingDays", workingDays);
        model.put("unknownFrom", unknownFrom(today, last));
        model.put("reminders", actor.role().isStaff() ? reminders.of(actor) : List.of());
        model.put("staff", actor.role().isStaff());
        model.put("mails", mail.isThere());
        model.put("address", actor.role().isStaff() ? mail.address(actor).orElse("") : "");
        model.put("refused", refused);
        model.put("mailed", actor.role().isStaff() ? mail.states(actor) : Map.of());
        return new ModelAndView("calendar/calendar.jte", model);
    }

    /** The first year that is shown and whose list is not there; 0 when all are. */
    private int unknownFrom(LocalDate today, LocalDate last) {
        for (int year = today.getYear(); year <= last.getYear(); year++) {
            if (!workingDays.isKnown(year)) {
                return year;
            }
        }
        return 0;
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
        return page(actor, "", address);
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
