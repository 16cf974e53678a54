package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sets of missing things, none of which holds another: each is a way to settle something. One empty set says that it is
 * settled already, no set that no fact can settle it.
 *
 * <p>At most {@link #MOST} sets are kept, the smallest first, so that a policy with many alternatives stays readable.
 */
record Family(List<Set<Missing>> sets) {

    static final int MOST = 40;
    static final Family SETTLED = new Family(List.of(Set.of()));
    static final Family HOPELESS = new Family(List.of());

    static Family of(Missing missing) {
        return new Family(List.of(Set.of(missing)));
    }

    /** Either way will do. */
    Family or(Family other) {
        if (sets.isEmpty()) {
            return other;
        }
        if (other.sets.isEmpty()) {
            return this;
        }
        List<Set<Missing>> all = new ArrayList<>(sets);
        all.addAll(other.sets);
        return minimal(all);
    }

    /** It takes one way of each. */
    Family and(Family other) {
        if (this.equals(SETTLED)) {
            return other;
        }
        if (other.equals(SETTLED)) {
            return this;
        }
        List<Set<Missing>> all = new ArrayList<>();
        for (Set<Missing> a : sets) {
            for (Set<Missing> b : other.sets) {
                var union = new LinkedHashSet<>(a);
                union.addAll(b);
                all.add(union);
            }
        }
        return minimal(all);
    }

    private static Family minimal(List<Set<Missing>> all) {
        List<Set<Missing>> kept = new ArrayList<>();
        for (Set<Missing> set :
                all.stream().sorted(Comparator.comparingInt(Set::size)).toList()) {
            if (kept.size() < MOST && kept.stream().noneMatch(set::containsAll)) {
                kept.add(set);
            }
        }
        return new Family(List.copyOf(kept));
    }

    /** The sets as a reader wants them: the smallest first, then by name. */
    List<Set<Missing>> inOrder() {
        Comparator<Set<Missing>> smallest = Comparator.comparingInt(Set::size);
        return sets.stream()
                .map(set -> (Set<Missing>) new LinkedHashSet<>(set.stream()
                        .sorted(Comparator.comparing(Missing::toString))
                        .toList()))
                .sorted(smallest.thenComparing(Set::toString))
                .toList();
    }
}
