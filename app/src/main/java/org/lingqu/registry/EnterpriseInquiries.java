package org.lingqu.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;

/** What was asked of an enterprise and when, as another module tells it on the enterprise's page; offered as a bean. */
public interface EnterpriseInquiries {

    /**
     * One thing that was asked.
     *
     * @param what in the words of then
     * @param person who asked; empty when nobody did but a page, and for an enterprise, which is not told names
     * @param key of the word files, who asked
     * @param due the last day to answer; null when none was set
     * @param note for the enterprise; may be empty
     * @param state key of the word files
     * @param style name of the class of that word
     * @param settledAt when it was answered or taken back; null while it waits
     * @param withdraw where it can be taken back; null where it cannot, or not by this person
     */
    record Line(
            String what,
            Instant askedAt,
            String person,
            String key,
            @Nullable LocalDate due,
            String note,
            String state,
            String style,
            @Nullable Instant settledAt,
            @Nullable String withdraw) {}

    /** The newest first. */
    List<Line> of(Actor actor, Enterprise enterprise);
}
