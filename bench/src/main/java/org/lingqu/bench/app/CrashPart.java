package org.lingqu.bench.app;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * One kind of work that a blow may interrupt: remembers what the application has confirmed, and looks for it afterwards. Its memory
 * lies outside of the application, so no blow reaches it. Safe for use by many threads.
 */
interface CrashPart {

    /** What officers ask for. */
    interface Write {
        /** @return whether the application said yes; what it said yes to is remembered before this returns */
        boolean by(Officers officers) throws IOException, InterruptedException;
    }

    /** Two that are signed in, because some things need a second person. */
    record Officers(Officer first, Officer second) implements AutoCloseable {
        @Override
        public void close() {
            first.close();
            second.close();
        }
    }

    /** The next write; by chance, so that a seed decides which. */
    Write next(Random random);

    /** How many writes were confirmed. */
    int confirmed();

    /** Says yes to what still waits for it, after the last blow. */
    default void settle(Officers officers) throws IOException, InterruptedException {}

    /** Says what was confirmed and is not there, and what is there half. */
    void check(DSLContext in, Consumer<String> problem);

    /** The number at the end of where the application leads to; -1 when it leads nowhere. */
    static long number(String location, String before) {
        String path = location.replaceAll("\\?.*", "");
        return path.matches(".*" + before + "\\d+") ? Long.parseLong(path.replaceAll(".*/", "")) : -1;
    }

    /** Holds a count to being zero. */
    static void none(DSLContext in, Consumer<String> problem, String what, String query) {
        long count = ((Number) Objects.requireNonNull(in.fetchValue(query), "a count")).longValue();
        if (count != 0) {
            problem.accept(what + " (" + count + ")");
        }
    }

    /** What a query with a number and a word says. */
    static Map<Long, String> words(DSLContext in, String query) {
        return in.fetch(query).intoMap(row -> row.get(0, Long.class), row -> row.get(1, String.class));
    }
}
