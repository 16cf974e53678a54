package org.lingqu.engine.policy.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several changes of one figure are one change. */
final class Merged {

    private Merged() {}

    static List<Change> of(List<Change> changes) {
        Map<Object, Change> merged = new LinkedHashMap<>();
        for (Change change : changes) {
            merged.merge(key(change), change, Merged::join);
        }
        return new ArrayList<>(merged.values());
    }

    private static Object key(Change change) {
        return switch (change) {
            case Change.Amount amount -> amount.ref();
            case Change.Turn turn -> turn.ref();
            case Change.Title title -> title.title();
        };
    }

    private static Change join(Change first, Change second) {
        return first instanceof Change.Amount a && second instanceof Change.Amount b
                ? new Change.Amount(a.ref(), a.from(), b.to(), a.unit(), a.money())
                : second;
    }
}
