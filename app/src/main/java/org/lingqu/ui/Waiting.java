package org.lingqu.ui;

import java.util.Optional;
import org.lingqu.account.Actor;

/** Work that waits for somebody, told on the first page she comes to; modules offer theirs as beans. */
public interface Waiting {

    /**
     * A line of the first page.
     *
     * @param key of the word files; it is given the count
     * @param count how much waits, above 0
     * @param address where it is done
     */
    record Line(String key, int count, String address) {}

    /** What waits for her; empty where nothing does, or where it is not hers to do. */
    Optional<Line> of(Actor actor);
}
