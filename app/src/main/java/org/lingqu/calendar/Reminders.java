package org.lingqu.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lingqu.account.Actor;
import org.lingqu.calendar.store.ReminderRows;
import org.lingqu.database.Database;
import org.lingqu.ui.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Reminders 30, 7, 3 and 1 days ahead, inside the application and by {@link ReminderMail}. Each is made once, however often and wherever it is tried: the
 * database knows one row a day, thing and stage. A server that was off on the day makes the nearest one when it is back, not those
 * that it has missed.
 */
@Service
public final class Reminders implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final List<Integer> STAGES = List.of(1, 3, 7, 30);
    private static final int MOST_SHOWN = 100;

    private final Database database;
    private final Deadlines deadlines;
    private final ReminderMail mail;
    private final Clock clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reminders").daemon().factory());

    Reminders(Database database, Deadlines deadlines, ReminderMail mail, Clock clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.mail = mail;
        this.clock = clock;
    }

    /** Looks every hour while a server runs. */
    @EventListener
    @SuppressWarnings("FutureReturnValueIgnored") // it lets nothing out that anybody could look at
    void begin(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            watch.scheduleWithFixedDelay(this::look, 1, 60, TimeUnit.MINUTES);
        }
    }

    private void look() {
        try {
            int made = make(deadlines.today());
            if (made > 0) {
                LOG.info("{} reminders", made);
            }
            mail.send(deadlines.today());
        } catch (RuntimeException e) {
            LOG.warn("reminders are tried again in an hour", e);
        }
    }

    /**
     * Makes those that are due and not made yet.
     *
     * @return how many are new
     */
    public int make(LocalDate today) {
        List<Deadline> ahead = deadlines.between(today.plusDays(1), today.plusDays(STAGES.getLast()), true);
        return database.write(in -> {
            int made = 0;
            for (Deadline deadline : ahead) {
                int stage = stage(ChronoUnit.DAYS.between(today, deadline.day()));
                made += ReminderRows.insert(in, deadline, stage, clock.instant()) ? 1 : 0;
            }
            return made;
        });
    }

    /** The nearest that is not before the day. */
    private static int stage(long days) {
        return STAGES.stream().filter(stage -> days <= stage).findFirst().orElse(STAGES.getLast());
    }

    /** Those of days to come that somebody has not put away, the nearest day first. */
    public List<Reminder> of(Actor actor) {
        return database.read(in -> ReminderRows.open(in, actor.requirePerson(), deadlines.today(), MOST_SHOWN));
    }

    /** Puts one away for somebody. */
    public void seen(Actor actor, long reminder) {
        database.change(in -> {
            if (!ReminderRows.isThere(in, reminder)) {
                throw new NotFound();
            }
            ReminderRows.seen(in, reminder, actor.requirePerson(), clock.instant());
        });
    }

    /** Puts some away for somebody, all or none. */
    public void seen(Actor actor, Collection<Long> reminders) {
        database.change(in -> reminders.forEach(each -> seen(actor, each)));
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
