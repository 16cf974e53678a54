package org.lingqu.library;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.lingqu.database.Database;
import org.lingqu.library.store.StatementSearch;
import org.springframework.stereotype.Component;

/**
 * The names of indicators, the most frequent first, held in memory so that a word finds the indicators whose names contain it
 * without reading a million statements. Safe for use by many threads.
 */
@Component
final class IndicatorNames {

    private static final int MOST = 50_000;
    private static final int MOST_MEANT = 200;
    /** Counting again may take this part of the time at most. */
    private static final int PATIENCE = 20;

    private final Database database;
    private final OtherWords otherWords;
    private final AtomicLong changes = new AtomicLong(1);
    private volatile Known everything = Known.NOTHING;
    private volatile Known open = Known.NOTHING;

    private record Known(List<String> names, long change, long readAt, long took) {
        static final Known NOTHING = new Known(List.of(), 0, 0, 0);

        boolean isFresh(long changes, long now) {
            return change == changes || (change > 0 && now - readAt < took * PATIENCE);
        }
    }

    IndicatorNames(Database database, OtherWords otherWords) {
        this.database = database;
        this.otherWords = otherWords;
    }

    /** Says that statements have come or changed. */
    void changed() {
        changes.incrementAndGet();
    }

    /** The indicators somebody means: the one of that name or of a synonym, or else those whose names contain either. */
    List<String> meant(boolean staff, String asked) {
        if (isName(asked)) {
            return List.of(asked);
        }
        List<String> others = otherWords.of(asked);
        List<String> called = others.stream().filter(this::isName).toList();
        if (!called.isEmpty()) {
            return called;
        }
        return Stream.concat(Stream.of(asked), others.stream())
                .flatMap(word -> containing(staff, word, MOST_MEANT).stream())
                .distinct()
                .limit(MOST_MEANT)
                .toList();
    }

    private boolean isName(String asked) {
        return database.read(in -> StatementSearch.hasIndicator(in, asked));
    }

    /** Names that contain some words, those that begin with them first, then the most frequent. */
    List<String> containing(boolean staff, String asked, int limit) {
        String words = asked.toLowerCase(Locale.ROOT);
        List<String> all = names(staff);
        var found = new java.util.ArrayList<String>();
        for (boolean beginning : new boolean[] {true, false}) {
            for (String name : all) {
                int at = name.toLowerCase(Locale.ROOT).indexOf(words);
                if (at >= 0 && (at == 0) == beginning && found.size() < limit) {
                    found.add(name);
                }
            }
        }
        return List.copyOf(found);
    }

    private List<String> names(boolean staff) {
        Known known = staff ? everything : open;
        long now = System.nanoTime();
        if (known.isFresh(changes.get(), now)) {
            return known.names();
        }
        long change = changes.get();
        List<String> names = database.read(in -> StatementSearch.indicators(in, staff, MOST));
        long end = System.nanoTime();
        var fresh = new Known(
                names, change, end, Math.max(end - now, Duration.ofMillis(5).toNanos()));
        if (staff) {
            everything = fresh;
        } else {
            open = fresh;
        }
        return names;
    }
}
