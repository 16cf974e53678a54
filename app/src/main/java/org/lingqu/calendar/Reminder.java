package org.lingqu.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What staff were reminded of.
 *
 * @param stage how many days ahead: 30, 7, 3 or 1
 * @param count enterprises, where titles expire
 */
public record Reminder(
        long id,
        LocalDate day,
        Deadline.Kind kind,
        String subject,
        String title,
        int count,
        int stage,
        Instant madeAt) {

    /** What it is about. */
    public Deadline deadline() {
        return new Deadline(day, kind, subject, title, count);
    }
}
