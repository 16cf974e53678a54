package org.lingqu.calendar.store;

import static org.lingqu.calendar.store.db.Tables.CALENDAR_REMINDER;
import static org.lingqu.calendar.store.db.Tables.CALENDAR_SEEN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.lingqu.calendar.Deadline;
import org.lingqu.calendar.Reminder;
import org.lingqu.calendar.store.db.tables.records.CalendarReminderRecord;

/** Reminders as rows. Every method works inside the transaction it is given. */
public final class ReminderRows {

    private ReminderRows() {}

    /** Adds one, unless it is there. */
    public static boolean insert(DSLContext in, Deadline deadline, int stage, Instant now) {
        return in.insertInto(CALENDAR_REMINDER)
                        .set(CALENDAR_REMINDER.ON_DAY, deadline.day().toString())
                        .set(CALENDAR_REMINDER.KIND, deadline.kind().name())
                        .set(CALENDAR_REMINDER.SUBJECT, deadline.subject())
                        .set(CALENDAR_REMINDER.TITLE, deadline.title())
                        .set(CALENDAR_REMINDER.ENTERPRISES, deadline.count())
                        .set(CALENDAR_REMINDER.STAGE, stage)
                        .set(CALENDAR_REMINDER.MADE_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Those of days to come that somebody has not put away; of each thing the newest stage only. */
    public static List<Reminder> open(DSLContext in, long person, LocalDate today, int most) {
        var newer = CALENDAR_REMINDER.as("newer");
        return in.selectFrom(CALENDAR_REMINDER)
                .where(CALENDAR_REMINDER.ON_DAY.ge(today.toString()))
                .and(DSL.notExists(DSL.selectOne()
                        .from(CALENDAR_SEEN)
                        .where(CALENDAR_SEEN.REMINDER_ID.eq(CALENDAR_REMINDER.ID), CALENDAR_SEEN.PERSON_ID.eq(person))))
                .and(DSL.notExists(DSL.selectOne()
                        .from(newer)
                        .where(
                                newer.ON_DAY.eq(CALENDAR_REMINDER.ON_DAY),
                                newer.KIND.eq(CALENDAR_REMINDER.KIND),
                                newer.SUBJECT.eq(CALENDAR_REMINDER.SUBJECT),
                                newer.STAGE.lt(CALENDAR_REMINDER.STAGE))))
                .orderBy(CALENDAR_REMINDER.ON_DAY, CALENDAR_REMINDER.ID)
                .limit(most)
                .fetch(ReminderRows::reminder);
    }

    /** Notes that somebody has put one away. */
    public static void seen(DSLContext in, long reminder, long person, Instant now) {
        in.insertInto(CALENDAR_SEEN)
                .set(CALENDAR_SEEN.REMINDER_ID, reminder)
                .set(CALENDAR_SEEN.PERSON_ID, person)
                .set(CALENDAR_SEEN.SEEN_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** Whether there is one of that number. */
    public static boolean isThere(DSLContext in, long reminder) {
        return in.fetchExists(CALENDAR_REMINDER, CALENDAR_REMINDER.ID.eq(reminder));
    }

    private static Reminder reminder(CalendarReminderRecord row) {
        return new Reminder(
                Objects.requireNonNull(row.getId()),
                LocalDate.parse(row.getOnDay()),
                Deadline.Kind.valueOf(row.getKind()),
                row.getSubject(),
                row.getTitle(),
                row.getEnterprises(),
                row.getStage(),
                row.getMadeAt());
    }
}
