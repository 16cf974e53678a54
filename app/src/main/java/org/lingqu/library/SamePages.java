package org.lingqu.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.suspicion.Fingerprint;
import org.lingqu.library.store.SameRows;
import org.lingqu.library.store.SameRows.Candidate;

/**
 * Finds the pages that say the same as one that has come or changed, and puts them into one group: reprints are shown once, and none is
 * news. A page joins the group of the page it is most like; groups that both resemble it are left as they are.
 */
final class SamePages {

    private SamePages() {}

    /**
     * Groups a page by the text of its newest version; what was known of an older one is forgotten before. Called inside the transaction
     * that keeps it.
     *
     * @return other pages whose group is another one now
     */
    static List<Long> group(DSLContext in, Page page, String text) {
        Optional<Fingerprint> print = Fingerprint.of(text);
        Optional<Candidate> closest = print.flatMap(mine -> closest(in, page.id(), mine));
        print.ifPresent(mine -> SameRows.insert(in, page.id(), mine));
        var changed = new ArrayList<Long>();
        String group = closest.map(other -> group(in, other, changed)).orElse(null);
        if (!Objects.equals(group, page.sameAs())) {
            SameRows.group(in, page.id(), group);
            leave(in, page.sameAs(), changed);
        }
        return changed;
    }

    /** Forgets what an older version of a page was like. */
    static void forget(DSLContext in, Page page) {
        SameRows.remove(in, page.id());
    }

    private static Optional<Candidate> closest(DSLContext in, long page, Fingerprint mine) {
        return SameRows.candidates(in, page, mine).stream()
                .filter(other -> mine.saysTheSame(other.fingerprint()))
                .max(Comparator.comparingInt((Candidate other) -> mine.agreement(other.fingerprint()))
                        .thenComparing(Candidate::page, Comparator.reverseOrder()));
    }

    /** The group of a page; one that stood alone founds one. */
    private static String group(DSLContext in, Candidate other, List<Long> changed) {
        if (other.group() != null) {
            return other.group();
        }
        String founded = UUID.randomUUID().toString();
        SameRows.group(in, other.page(), founded);
        changed.add(other.page());
        return founded;
    }

    /** One page alone is no group. */
    private static void leave(DSLContext in, @Nullable String group, List<Long> changed) {
        if (group == null) {
            return;
        }
        List<Long> left = SameRows.members(in, group, 2);
        if (left.size() == 1) {
            SameRows.group(in, left.getFirst(), null);
            changed.add(left.getFirst());
        }
    }
}
