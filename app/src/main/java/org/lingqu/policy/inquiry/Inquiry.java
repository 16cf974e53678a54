package org.lingqu.policy.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.policy.question.Asked;
import org.lingqu.registry.Entry;

/**
 * One thing that was asked of one enterprise.
 *
 * @param id 0 before it is kept
 * @param field of what was asked, as {@link Asked#field()} names it
 * @param what was asked, in the words of then
 * @param policy {@code cn/high-tech}, for the sake of which it was asked; null when of no single one
 * @param askedOn the day, where the platform is used
 * @param person who asked; null for the page
 * @param due the last day to answer, inclusive; null when none was set
 * @param note what she added for the enterprise; may be empty
 * @param answeredAt when the enterprise's file first said it afterwards; null while it does not
 * @param withdrawnAt null unless it was taken back
 */
public record Inquiry(
        long id,
        long enterprise,
        Origin origin,
        String field,
        String what,
        @Nullable String policy,
        LocalDate askedOn,
        Instant askedAt,
        @Nullable Long person,
        String personName,
        @Nullable LocalDate due,
        String note,
        @Nullable Instant answeredAt,
        @Nullable Instant withdrawnAt) {

    /** Characters of the note. */
    public static final int LONGEST_NOTE = 500;

    /** Who asked. */
    public enum Origin {
        /** Somebody of an office, with a day or without. */
        OFFICE,
        /** The page of questions, when somebody of the enterprise opened it. */
        PAGE
    }

    /** What came of it. */
    public enum State {
        /** Not answered yet. */
        OPEN,
        /** Not answered, and the day is over. */
        OVERDUE,
        ANSWERED,
        WITHDRAWN
    }

    /** What came of it by a day. */
    public State state(LocalDate today) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (answeredAt != null) {
            return State.ANSWERED;
        }
        return due != null && due.isBefore(today) ? State.OVERDUE : State.OPEN;
    }

    /** Whether it still waits for an answer. */
    public boolean isOpen() {
        return withdrawnAt == null && answeredAt == null;
    }

    static Inquiry ofOffice(
            Actor by,
            long enterprise,
            Asked asked,
            @Nullable String policy,
            LocalDate today,
            Instant now,
            @Nullable LocalDate due,
            String note) {
        return new Inquiry(
                0,
                enterprise,
                Origin.OFFICE,
                asked.field(),
                asked.name(),
                policy,
                today,
                now,
                by.person(),
                by.name(),
                due,
                note,
                null,
                null);
    }

    static Inquiry ofPage(long enterprise, Asked asked, LocalDate today, Instant now) {
        return new Inquiry(
                0,
                enterprise,
                Origin.PAGE,
                asked.field(),
                asked.name(),
                null,
                today,
                now,
                null,
                "",
                null,
                "",
                null,
                null);
    }

    /**
     * The first entry that says what was asked, once it was asked; undone ones do not answer.
     *
     * @param entries of the enterprise, in any order
     */
    Optional<Instant> answer(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.counts() && !entry.enteredAt().isBefore(askedAt) && says(entry))
                .map(Entry::enteredAt)
                .min(Instant::compareTo);
    }

    private boolean says(Entry entry) {
        return entry.said().values().keySet().stream()
                        .anyMatch(key -> Asked.fieldOf(key).equals(field))
                || entry.said().titles().keySet().stream()
                        .anyMatch(title -> Asked.fieldOf(title).equals(field));
    }
}
