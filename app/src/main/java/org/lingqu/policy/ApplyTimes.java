package org.lingqu.policy;

import java.time.LocalDate;
import org.lingqu.calendar.WorkingDays;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.catalogue.Deadline;
import org.lingqu.policy.catalogue.OpenSpan;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Service;

/** Tells until when one can apply for a policy, or when that begins again, wherever enterprises are told of it. */
@Service
public final class ApplyTimes {

    private final WorkingDays workingDays;

    ApplyTimes(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** In the reader's language, with working days; empty where the file gives no days. */
    public String words(Ui ui, Policy policy, LocalDate today) {
        Deadline deadline = Deadline.of(policy, today);
        String next = deadline.next().map(span -> next(ui, span, today)).orElse("");
        if (!deadline.isOver()) {
            return next;
        }
        return ui.say(
                        "policy.deadline.over",
                        ui.day(deadline.over().map(OpenSpan::closes).orElse(null)))
                + (next.isEmpty() ? ui.say("policy.deadline.unknown") : ui.say("policy.deadline.then", next));
    }

    private String next(Ui ui, OpenSpan span, LocalDate today) {
        if (span.opens().getDayOfYear() == 1
                && span.closes().equals(span.opens().plusYears(1).minusDays(1))) {
            return ui.say("policy.deadline.year");
        }
        return span.isOpen(today)
                ? ui.say(
                        "policy.deadline.open", ui.day(span.closes()), ui.count(workingDays.left(today, span.closes())))
                : ui.say(
                        "policy.deadline.opens", ui.day(span.opens()), ui.count(workingDays.left(today, span.opens())));
    }
}
