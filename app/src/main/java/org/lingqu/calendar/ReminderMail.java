package org.lingqu.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.audit.AuditLog;
import org.lingqu.calendar.store.MailRows;
import org.lingqu.database.Database;
import org.lingqu.ui.Language;
import org.lingqu.ui.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Reminders by e-mail, one letter a person and look, for staff who asked for it. No reminder is sent twice: it is noted before it is
 * sent, and a letter of which nobody knows what became stays noted. One that the server certainly refused is tried again.
 */
@Service
public final class ReminderMail {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderMail.class);
    private static final int MOST_TRIES = 5;
    private static final int MOST_IN_ONE = 50;

    private final Database database;
    private final Accounts accounts;
    private final AuditLog audit;
    private final WorkingDays workingDays;
    private final Mailer mailer;
    private final Clock clock;
    private final String address;
    private final Words words = new Words();

    /** @param address where people reach the application, for letters; empty when nobody said */
    ReminderMail(
            Database database,
            Accounts accounts,
            AuditLog audit,
            WorkingDays workingDays,
            Mailer mailer,
            Clock clock,
            @Value("${lingqu.address:}") String address) {
        this.database = database;
        this.accounts = accounts;
        this.audit = audit;
        this.workingDays = workingDays;
        this.mailer = mailer;
        this.clock = clock;
        this.address = address.replaceFirst("/+$", "");
    }

    /** Whether this installation can send any. */
    public boolean isThere() {
        return mailer.isThere();
    }

    /** Where somebody's go; empty when she wants none. */
    public Optional<String> address(Actor actor) {
        return database.read(in -> MailRows.address(in, actor.requirePerson()));
    }

    /** How many of hers are in which state. */
    public Map<MailState, Integer> states(Actor actor) {
        return database.read(in -> MailRows.states(in, actor.requirePerson()));
    }

    /**
     * Says where hers shall go.
     *
     * @param typed empty when she wants none any more
     * @return false when it is not an address; nothing was changed
     */
    public boolean ask(Actor by, String typed) {
        String to = typed.strip();
        if (!to.isEmpty() && !MailAddress.isSound(to)) {
            return false;
        }
        database.change(in -> {
            // the address itself is nobody's business but hers
            if (to.isEmpty()) {
                MailRows.forget(in, by.requirePerson());
                audit.record(by, "calendar.mail-stop", "reminder-mail", by.name(), null, null);
            } else {
                MailRows.keep(in, by.requirePerson(), to, clock.instant());
                audit.record(by, "calendar.mail", "reminder-mail", by.name(), null, null);
            }
        });
        return true;
    }

    /**
     * Sends what is due and was not sent yet.
     *
     * @return how many letters were accepted
     */
    public int send(LocalDate today) {
        if (!mailer.isThere()) {
            return 0;
        }
        int sent = 0;
        for (Map.Entry<Long, String> each : database.read(MailRows::addresses).entrySet()) {
            Optional<Person> person = accounts.byId(each.getKey())
                    .filter(one -> one.active() && one.actor().role().isStaff());
            if (person.isPresent() && send(each.getKey(), each.getValue(), today)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(long person, String to, LocalDate today) {
        List<Reminder> due =
                database.write(in -> MailRows.claim(in, person, today, MOST_TRIES, MOST_IN_ONE, clock.instant()));
        if (due.isEmpty()) {
            return false;
        }
        Mailer.Sent sent = mailer.send(
                to,
                words.say(
                        Language.ZH,
                        "calendar.mail.subject",
                        due.size(),
                        due.getFirst().day()),
                text(due, today));
        if (sent != Mailer.Sent.UNKNOWN) {
            List<Long> ids = due.stream().map(Reminder::id).toList();
            MailState state = sent == Mailer.Sent.ACCEPTED ? MailState.SENT : MailState.REFUSED;
            database.change(in -> MailRows.end(in, person, ids, state));
        }
        LOG.info("{} reminders in a letter: {}", due.size(), sent);
        return sent == Mailer.Sent.ACCEPTED;
    }

    private String estimated(LocalDate today, LocalDate day) {
        int year = workingDays.unknownYear(today, day);
        return year == 0 ? "" : words.say(Language.ZH, "calendar.estimated", Integer.toString(year));
    }

    private String text(List<Reminder> due, LocalDate today) {
        var text = new StringBuilder(words.say(Language.ZH, "calendar.mail.lead", today)).append("\n\n");
        for (Reminder reminder : due) {
            text.append(words.say(
                            Language.ZH,
                            "calendar.mail.line",
                            reminder.day(),
                            words.say(Language.ZH, "calendar.kind." + reminder.kind()),
                            reminder.title(),
                            reminder.count() == 0
                                    ? ""
                                    : words.say(Language.ZH, "calendar.mail.firms", reminder.count()),
                            ChronoUnit.DAYS.between(today, reminder.day()),
                            workingDays.left(today, reminder.day())))
                    .append(estimated(today, reminder.day()))
                    .append('\n');
            if (!address.isEmpty()) {
                text.append("  ")
                        .append(address)
                        .append(reminder.deadline().address())
                        .append('\n');
            }
        }
        return text.append('\n')
                .append(words.say(Language.ZH, "calendar.mail.end"))
                .append(address.isEmpty() ? "" : "\n" + address + "/calendar")
                .append('\n')
                .toString();
    }
}
