package org.lingqu.registry;

import java.time.LocalDate;
import java.util.List;
import org.lingqu.account.Actor;

/** What another module tells on the page of an enterprise about how things went; offered as a bean. */
public interface EnterpriseTimeline {

    /**
     * One thing that changed over time.
     *
     * @param name what it is, for a reader
     * @param address of its page
     * @param marks what held from when, the oldest first; never empty
     */
    record Track(String name, String address, List<Mark> marks) {
        public Track {
            marks = List.copyOf(marks);
        }
    }

    /**
     * What held from a day on.
     *
     * @param day on which it was noted
     * @param key of the word files
     * @param style name of its class
     * @param detail beside it, for a reader; empty when there is nothing to add
     */
    record Mark(LocalDate day, String key, String style, String detail) {}

    /**
     * A change that somebody has not said she knows.
     *
     * @param number by which she says so: of all up to it
     * @param seenAddress where the number is sent to, as {@code upTo}
     */
    record News(long number, String name, String address, Mark before, Mark now, String seenAddress) {}

    /** All tracks, those with most changes first. */
    List<Track> tracks(Actor actor, Enterprise enterprise);

    /** What is new to this person, the newest first; empty for who is not told here. */
    List<News> news(Actor actor, Enterprise enterprise);
}
