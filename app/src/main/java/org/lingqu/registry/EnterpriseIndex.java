package org.lingqu.registry;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Database;
import org.lingqu.registry.store.EntryRows;
import org.lingqu.registry.store.TableRows;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds enterprises for lists. The table in memory is read from the database when first asked for, follows every change, and is read anew
 * after changes too many to name. Safe for use by many threads.
 */
@Component
final class EnterpriseIndex {

    private final Database database;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable EnterpriseTable table;

    EnterpriseIndex(Database database) {
        this.database = database;
    }

    /**
     * How many are meant.
     *
     * @param among numbers of those somebody may see; null when all
     */
    int count(EnterpriseFilter filter, @Nullable List<Long> among) {
        List<Long> seen = among(filter, among);
        return ask(null, known -> matching(known, filter, seen).cardinality());
    }

    /** Numbers of those that are meant, in an order. */
    long[] find(EnterpriseFilter filter, @Nullable List<Long> among, EnterpriseOrder order, int offset, int limit) {
        List<Long> seen = among(filter, among);
        return ask(order, known -> known.sorted(matching(known, filter, seen), order, offset, limit));
    }

    /** What a list spoke of is known to the base alone; it is asked before the table is. */
    private @Nullable List<Long> among(EnterpriseFilter filter, @Nullable List<Long> among) {
        Long list = filter.list().orElse(null);
        if (list == null) {
            return among;
        }
        List<Long> spoken = database.read(in -> EntryRows.enterprises(in, list, Integer.MAX_VALUE));
        if (among == null) {
            return spoken;
        }
        var both = new HashSet<>(among);
        return spoken.stream().filter(both::contains).toList();
    }

    private static BitSet matching(EnterpriseTable known, EnterpriseFilter filter, @Nullable List<Long> among) {
        BitSet found = known.matching(filter);
        if (among != null) {
            found.and(known.places(among));
        }
        return found;
    }

    /** Numbers of those that are meant, ascending. */
    long[] numbers(EnterpriseFilter filter, @Nullable List<Long> among) {
        List<Long> seen = among(filter, among);
        return ask(null, known -> known.numbers(matching(known, filter, seen)));
    }

    /** Who of those that are meant held which titles on some days. */
    TitleHistory history(
            EnterpriseFilter filter, @Nullable List<Long> among, List<String> titles, List<LocalDate> days) {
        List<Long> seen = among(filter, among);
        return ask(null, known -> known.titles().history(matching(known, filter, seen), titles, days));
    }

    /** Regions and how many enterprises each has. */
    Map<String, Integer> regions() {
        return ask(null, EnterpriseTable::regionCounts);
    }

    /** Parks, alike. */
    Map<String, Integer> parks() {
        return ask(null, EnterpriseTable::parkCounts);
    }

    /** Titles and how many enterprises hold or held each. */
    Map<String, Integer> titles() {
        return ask(null, known -> known.titles().counts());
    }

    /** @param order that has to be there; it is made by one thread alone */
    private <T> T ask(@Nullable EnterpriseOrder order, Function<EnterpriseTable, T> question) {
        lock.readLock().lock();
        try {
            EnterpriseTable known = table;
            if (known != null && (order == null || known.isSorted(order))) {
                return question.apply(known);
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            EnterpriseTable known = table;
            if (known == null) {
                known = read();
                table = known;
            }
            return question.apply(known);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private EnterpriseTable read() {
        var all = new EnterpriseTable();
        database.read(in -> {
            TableRows.each(in, all::add, title -> add(all, title));
            return true;
        });
        all.trim();
        return all;
    }

    private static void add(EnterpriseTable to, TableRows.Title title) {
        to.titles().add(to.place(title.enterprise()), title.title(), title.from(), title.to());
    }

    @EventListener
    void enterprisesChanged(EnterprisesChanged event) {
        lock.writeLock().lock();
        try {
            EnterpriseTable known = table;
            if (known == null) {
                return;
            }
            table = null; // so that it is read anew should this fail
            if (!event.isAll() && update(known, event.enterprises())) {
                table = known;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @return false where a number came late, so that the table has to be read anew */
    private boolean update(EnterpriseTable known, Set<Long> ids) {
        List<TableRows.Row> rows = database.read(in -> TableRows.rows(in, ids));
        for (TableRows.Row row : rows) {
            int place = known.place(row.id());
            if (place >= 0) {
                known.replace(place, row);
            } else if (-place - 1 == known.size()) {
                known.add(row);
            } else {
                return false;
            }
        }
        database.read(in -> TableRows.titles(in, ids)).forEach(title -> add(known, title));
        return true;
    }
}
