package org.lingqu.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.pack.Policy;

/**
 * Who of those near a policy has a step that it can take, kept from one question to the next: the search for a step reads the whole file of
 * an enterprise, which is too much to do for all of them whenever a day begins. Safe for use by many threads.
 */
final class Ways {

    /** So many are read and decided at once. */
    private static final int PART = 250;

    private final Map<Policy, Map<Long, Boolean>> known = new HashMap<>();
    private long changes;

    /**
     * Those that have one.
     *
     * @param near of whom it is asked
     * @param find works it out of some of them; about whom it says nothing has none
     */
    Set<Long> of(Policy policy, long[] near, Function<List<Long>, Map<Long, Boolean>> find) {
        var found = new HashMap<Long, Boolean>();
        long before;
        synchronized (this) {
            before = changes;
            found.putAll(known.getOrDefault(policy, Map.of()));
        }
        List<Long> open =
                Arrays.stream(near).filter(id -> !found.containsKey(id)).boxed().toList();
        IntStream.range(0, (open.size() + PART - 1) / PART)
                .parallel()
                .mapToObj(part -> find.apply(open.subList(part * PART, Math.min(open.size(), (part + 1) * PART))))
                .toList()
                .forEach(found::putAll);
        keep(policy, found, before);
        var with = new HashSet<Long>();
        Arrays.stream(near).filter(id -> found.getOrDefault(id, false)).forEach(with::add);
        return with;
    }

    /** What was worked out while something changed may be of before. */
    private synchronized void keep(Policy policy, Map<Long, Boolean> found, long before) {
        if (before == changes) {
            known.computeIfAbsent(policy, each -> new HashMap<>()).putAll(found);
        }
    }

    /** Another day, other policies, or other enterprises. */
    synchronized void forget() {
        changes++;
        known.clear();
    }

    /** Something was said about these. */
    synchronized void forget(Collection<Long> enterprises) {
        changes++;
        known.values().forEach(each -> each.keySet().removeAll(enterprises));
    }
}
