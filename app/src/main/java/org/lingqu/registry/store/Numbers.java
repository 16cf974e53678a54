package org.lingqu.registry.store;

import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.lingqu.database.DatabaseKind;

/** Numbers of rows that are inserted many at a time. */
final class Numbers {

    private Numbers() {}

    /**
     * Numbers that nobody else will get, ascending.
     *
     * @param table whose rows are never removed and have a column {@code id}
     */
    static long[] reserve(DSLContext in, DatabaseKind kind, String table, int count) {
        return switch (kind) {
            case SQLITE -> { // one writer at a time, and rows are never removed
                long last = last(in, table);
                yield LongStream.rangeClosed(last + 1, last + count).toArray();
            }
            case POSTGRES ->
                in
                        .resultQuery(
                                "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)",
                                table,
                                count)
                        .fetch(0, Long.class)
                        .stream()
                        .mapToLong(Long::longValue)
                        .toArray();
        };
    }

    /** The largest number given so far; 0 when there is none. */
    static long last(DSLContext in, String table) {
        Long last = in.select(DSL.max(DSL.field("id", Long.class)))
                .from(DSL.table(table))
                .fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }
}
