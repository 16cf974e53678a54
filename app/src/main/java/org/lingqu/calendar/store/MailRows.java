package org.lingqu.calendar.store;

import static org.jooq.impl.DSL.count;
import static org.lingqu.calendar.store.db.Tables.CALENDAR_MAIL;
import static org.lingqu.calendar.store.db.Tables.CALENDAR_MAIL_ADDRESS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.lingqu.calendar.MailState;
import org.lingqu.calendar.Reminder;

/** Who gets reminders by e-mail, and which went out. Every method works inside the transaction it is given. */
public final class MailRows {

    private MailRows() {}

    /** Where somebody's reminders go. */
    public static Optional<String> address(DSLContext in, long person) {
        return in.select(CALENDAR_MAIL_ADDRESS.ADDRESS)
                .from(CALENDAR_MAIL_ADDRESS)
                .where(CALENDAR_MAIL_ADDRESS.PERSON_ID.eq(person))
                .fetchOptional(CALENDAR_MAIL_ADDRESS.ADDRESS);
    }

    /** Everybody's, by person. */
    public static Map<Long, String> addresses(DSLContext in) {
        return in.selectFrom(CALENDAR_MAIL_ADDRESS)
                .orderBy(CALENDAR_MAIL_ADDRESS.PERSON_ID)
                .fetchMap(CALENDAR_MAIL_ADDRESS.PERSON_ID, CALENDAR_MAIL_ADDRESS.ADDRESS);
    }

    /** Sends somebody's there from now on. */
    public static void keep(DSLContext in, long person, String address, Instant now) {
        in.insertInto(CALENDAR_MAIL_ADDRESS)
                .set(CALENDAR_MAIL_ADDRESS.PERSON_ID, person)
                .set(CALENDAR_MAIL_ADDRESS.ADDRESS, address)
                .set(CALENDAR_MAIL_ADDRESS.SINCE_AT, now)
                .onConflict(CALENDAR_MAIL_ADDRESS.PERSON_ID)
                .doUpdate()
                .set(CALENDAR_MAIL_ADDRESS.ADDRESS, address)
                .execute();
    }

    /** Sends somebody's no more. */
    public static void forget(DSLContext in, long person) {
        in.deleteFrom(CALENDAR_MAIL_ADDRESS)
                .where(CALENDAR_MAIL_ADDRESS.PERSON_ID.eq(person))
                .execute();
    }

    /** How many of somebody's are in which state. */
    public static Map<MailState, Integer> states(DSLContext in, long person) {
        var states = new EnumMap<MailState, Integer>(MailState.class);
        in.select(CALENDAR_MAIL.STATE, count())
                .from(CALENDAR_MAIL)
                .where(CALENDAR_MAIL.PERSON_ID.eq(person))
                .groupBy(CALENDAR_MAIL.STATE)
                .forEach(row -> states.put(MailState.valueOf(row.value1()), row.value2()));
        return states;
    }

    /**
     * Notes that open reminders are being sent to somebody; only those that nobody else has noted, and refused ones that were not
     * tried too often.
     *
     * @return what to send; whatever happens now, it is not returned again unless {@link #end} says that it was refused
     */
    public static List<Reminder> claim(
            DSLContext in, long person, LocalDate today, int mostTries, int most, Instant now) {
        var claimed = new ArrayList<Reminder>();
        for (Reminder reminder : ReminderRows.open(in, person, today, Integer.MAX_VALUE)) {
            if (claimed.size() < most && claim(in, person, reminder.id(), mostTries, now)) {
                claimed.add(reminder);
            }
        }
        return claimed;
    }

    private static boolean claim(DSLContext in, long person, long reminder, int mostTries, Instant now) {
        return in.insertInto(CALENDAR_MAIL)
                        .set(CALENDAR_MAIL.PERSON_ID, person)
                        .set(CALENDAR_MAIL.REMINDER_ID, reminder)
                        .set(CALENDAR_MAIL.STATE, MailState.SENDING.name())
                        .set(CALENDAR_MAIL.TRIES, 1)
                        .set(CALENDAR_MAIL.TRIED_AT, now)
                        .onConflict(CALENDAR_MAIL.PERSON_ID, CALENDAR_MAIL.REMINDER_ID)
                        .doUpdate()
                        .set(CALENDAR_MAIL.STATE, MailState.SENDING.name())
                        .set(CALENDAR_MAIL.TRIES, CALENDAR_MAIL.TRIES.plus(1))
                        .set(CALENDAR_MAIL.TRIED_AT, now)
                        .where(CALENDAR_MAIL.STATE.eq(MailState.REFUSED.name()), CALENDAR_MAIL.TRIES.lt(mostTries))
                        .execute()
                == 1;
    }

    /** Notes what became of what was claimed. */
    public static void end(DSLContext in, long person, Collection<Long> reminders, MailState state) {
        in.update(CALENDAR_MAIL)
                .set(CALENDAR_MAIL.STATE, state.name())
                .where(CALENDAR_MAIL.PERSON_ID.eq(person), CALENDAR_MAIL.REMINDER_ID.in(reminders))
                .execute();
    }
}
