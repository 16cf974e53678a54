package org.lingqu.ui;

import java.util.List;
import java.util.Optional;
import org.lingqu.account.Actor;

/** What a module knows by name, told above the pages that a search finds; offered as beans. */
public interface FoundElsewhere {

    /** Of one kind, at most. */
    int MOST = 5;

    /**
     * @param detail beside the name, for a reader; may be empty
     * @param address of its page
     */
    record Hit(String name, String detail, String address) {}

    /**
     * Hits of one kind.
     *
     * @param key of the word files, what they are
     * @param total how many there are, of which {@code hits} are the first
     * @param address of the list of all of them
     */
    record Group(String key, long total, List<Hit> hits, String address) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /**
     * What somebody may see; empty when nothing.
     *
     * @param words never blank
     */
    Optional<Group> find(Actor actor, String words);
}
