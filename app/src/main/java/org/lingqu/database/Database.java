package org.lingqu.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction at a time for whoever asks. What {@link #write} does is done as a whole or not at all, and when it returns it
 * survives a crash of the process and of the machine. A write or read inside a write belongs to it, so that the audit record of a
 * change stands or falls with the change. Readers see a state that was once true and never wait for writers.
 *
 * <p>Safe for use by many threads.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final Settings SETTINGS =
            new Settings().withRenderSchema(false).withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);

    private final DatabaseKind kind;
    private final DataSource writing;
    private final DSLContext reader;
    private final DSLContext writer;
    private final List<Closeable> pools;

    @SuppressWarnings("ThreadLocalUsage") // each database has its own transactions
    private final ThreadLocal<@Nullable Work> current = new ThreadLocal<>();

    /** A transaction under way on this thread, and what is to be done once it is safe. */
    private record Work(DSLContext context, List<Runnable> afterwards) {}

    /**
     * @param writing gives connections that may write; for SQLite one at a time, each transaction begun IMMEDIATE
     * @param reading gives connections that only read
     * @param pools closed with this database
     */
    public Database(DatabaseKind kind, DataSource writing, DataSource reading, List<? extends Closeable> pools) {
        this.kind = kind;
        this.writing = writing;
        this.reader = DSL.using(reading, kind.dialect(), SETTINGS);
        this.writer = DSL.using(writing, kind.dialect(), SETTINGS);
        this.pools = List.copyOf(pools);
    }

    /** Which database this is; for the few statements that differ. */
    public DatabaseKind kind() {
        return kind;
    }

    /** Brings the tables up to date; refuses a database that a newer Lingqu has written. */
    public void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(writing)
                .locations("classpath:db/common", "classpath:db/" + kind.folder())
                .placeholders(kind.placeholders())
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    /** Reads; {@code question} sees one state of the database throughout. */
    public <T extends @Nullable Object> T read(Function<DSLContext, T> question) {
        Work open = current.get();
        return open == null
                ? reader.transactionResult(inside -> question.apply(inside.dsl()))
                : question.apply(open.context());
    }

    /**
     * Writes, as a whole or not at all.
     *
     * @throws RuntimeException whatever {@code change} throws, after everything it did was undone
     */
    public <T extends @Nullable Object> T write(Function<DSLContext, T> change) {
        Work open = current.get();
        if (open != null) {
            return change.apply(open.context());
        }
        var afterwards = new ArrayList<Runnable>();
        T result = writer.transactionResult(inside -> {
            current.set(new Work(inside.dsl(), afterwards));
            try {
                return change.apply(inside.dsl());
            } finally {
                current.remove();
            }
        });
        afterwards.forEach(Database::attempt);
        return result;
    }

    /**
     * {@link #write} for a change of very many rows: what it touches is kept in memory until it is safe, a quarter of a gigabyte at
     * most, because indices are written to all over.
     */
    public <T extends @Nullable Object> T writeMuch(Function<DSLContext, T> change) {
        if (kind != DatabaseKind.SQLITE || current.get() != null) {
            return write(change);
        }
        try {
            return write(context -> {
                context.execute("pragma cache_size = -" + Databases.LARGE_CACHE_KIB);
                return change.apply(context);
            });
        } finally {
            attempt(() -> writer.connection(Database::smallAgain));
        }
    }

    private static void smallAgain(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma cache_size = -" + Databases.CACHE_KIB);
            statement.execute("pragma shrink_memory");
        }
    }

    /** The same for what has no result. */
    public void changeMuch(Consumer<DSLContext> change) {
        writeMuch(context -> {
            change.accept(context);
            return true;
        });
    }

    /** Whether a transaction is under way on this thread; what it says elsewhere is not seen before it is safe. */
    public boolean isWriting() {
        return current.get() != null;
    }

    /** What was written is safe by now, so nobody may be told that it failed. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("what follows a change was not done; it can be made again from the database", e);
        }
    }

    /** {@link #write(Function)} for what has no result. */
    public void change(Consumer<DSLContext> change) {
        write(context -> {
            change.accept(context);
            return true;
        });
    }

    /**
     * Does something once the write that is under way on this thread is safe; at once when there is none. For what can be made
     * again from the database: the search index, caches. It is not done when the write fails, and the write stands when it fails.
     */
    public void afterwards(Runnable task) {
        Work open = current.get();
        if (open == null) {
            task.run();
        } else {
            open.afterwards().add(task);
        }
    }

    @Override
    public void close() {
        for (Closeable pool : pools) {
            try {
                pool.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
