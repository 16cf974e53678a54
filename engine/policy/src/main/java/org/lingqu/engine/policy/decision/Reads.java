package org.lingqu.engine.policy.decision;

import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** Which nodes of a policy look at what, so that supposing one thing leaves everything else computed. Immutable once made. */
public final class Reads {

    private final Map<Missing, Integer> places = new HashMap<>();
    private final IdentityHashMap<Term, BitSet> looks = new IdentityHashMap<>();

    Reads() {}

    /** Takes a tree in; for the one who makes it. */
    BitSet add(Term term) {
        BitSet before = looks.get(term);
        if (before != null) {
            return before;
        }
        var found = new BitSet();
        Looks.direct(term).forEach(look -> found.set(places.computeIfAbsent(look, key -> places.size())));
        Terms.children(term).forEach(part -> found.or(add(part)));
        looks.put(term, found);
        return found;
    }

    /** The place of something looked at, to ask {@link #at} with; negative if nothing in the policy looks at it. */
    int place(Missing look) {
        return places.getOrDefault(look, -1);
    }

    /** As {@link #place(Missing)}, of a fact. */
    public int place(FactRef ref) {
        return place(new Missing.MissingFact(ref));
    }

    /** As {@link #place(Missing)}, of a title. */
    public int place(String title) {
        return place(new Missing.MissingTitle(title));
    }

    /** Whether a node looks at what has that place; of nodes of other policies nothing is known, so yes. */
    public boolean at(Term term, int place) {
        BitSet found = looks.get(term);
        return found == null || (place >= 0 && found.get(place));
    }
}
