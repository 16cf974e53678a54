package org.lingqu.bench.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the application has confirmed to have kept. Lives outside it, so no blow reaches it. Safe for use by many threads. */
final class CrashLedger {

    private final Map<Long, Integer> reviews = new ConcurrentHashMap<>();
    private final Set<String> notes = ConcurrentHashMap.newKeySet();
    private final Map<Long, String> imports = new ConcurrentHashMap<>();
    private final Set<Long> takes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unconfirmed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** @param note empty when the review carried none */
    void reviewed(long statement, String note) {
        reviews.merge(statement, 1, Integer::sum);
        if (!note.isEmpty()) {
            notes.add(note);
        }
    }

    /** @param title first line of the one page of it */
    void imported(long order, String title) {
        imports.put(order, title);
    }

    void taken(long order) {
        takes.add(order);
    }

    /** Asked for when it was struck down: may be there or not. */
    void unconfirmed() {
        unconfirmed.incrementAndGet();
    }

    /** Answered, but not with yes: somebody else was faster, or it is not looked at yet. */
    void refused() {
        refused.incrementAndGet();
    }

    Map<Long, Integer> reviews() {
        return Map.copyOf(reviews);
    }

    Set<String> notes() {
        return Set.copyOf(notes);
    }

    Map<Long, String> imports() {
        return Map.copyOf(imports);
    }

    Set<Long> takes() {
        return Set.copyOf(takes);
    }

    /** Imports of which it has not been confirmed yet that their page will be kept. */
    List<Long> untaken() {
        var open = new ArrayList<>(imports.keySet());
        open.removeAll(takes);
        return open;
    }

    int confirmed() {
        return reviews.values().stream().mapToInt(Integer::intValue).sum() + imports.size() + takes.size();
    }

    int unconfirmedCount() {
        return unconfirmed.get();
    }

    int refusedCount() {
        return refused.get();
    }
}
