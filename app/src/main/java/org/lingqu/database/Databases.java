package org.lingqu.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens databases. */
public final class Databases {

    /** How long a writer waits for the one before it. */
    private static final int WAIT_MILLIS = 60_000;
    /** After so long without a connection somebody who waits is told that the server is gone. */
    private static final int GONE_MILLIS = 5_000;

    /** What a connection to a file keeps in memory. */
    static final int CACHE_KIB = 16_000;
    /** The same while very much is written. */
    static final int LARGE_CACHE_KIB = 256_000;

    private static final String FILE = "lingqu.db";
    private static final int READERS = 8;

    private Databases() {}

    /**
     * Opens a database and brings its tables up to date.
     *
     * @param folder the data folder, where {@code lingqu.db} lies when there is no address
     * @param url JDBC address with user and password as parameters, as in {@code LINGQU_DB_URL}; null or empty for SQLite
     */
    public static Database open(Path folder, @Nullable String url) {
        return open(folder, url, UnaryOperator.identity());
    }

    /**
     * The same with something laid over every source of connections.
     *
     * @param over for tests, which let connections fail
     */
    public static Database open(Path folder, @Nullable String url, UnaryOperator<DataSource> over) {
        String address = url == null || url.isBlank() ? "jdbc:sqlite:" + folder.resolve(FILE) : url;
        Database database = switch (DatabaseKind.of(address)) {
            case SQLITE -> sqlite(address, over);
            case POSTGRES -> postgres(address, over);
        };
        database.migrate();
        return database;
    }

    /**
     * Copies the tables of a data folder as of one moment, while others may read and write them.
     *
     * @param target a file that is not there yet
     */
    public static void copyTables(Path folder, Path target) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (Connection connection = source("jdbc:sqlite:" + file, true).getConnection();
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new IOException("tables cannot be copied: " + e.getMessage(), e);
        }
    }

    private static Database sqlite(String url, UnaryOperator<DataSource> over) {
        var writing = pool("lingqu-writer", 1);
        writing.setDataSource(source(url, false));
        var reading = pool("lingqu-reader", READERS);
        reading.setDataSource(source(url, true));
        // the writer's first connection makes the file, so it comes first
        var writer = new HikariDataSource(writing);
        var reader = new HikariDataSource(reading);
        return new Database(DatabaseKind.SQLITE, over.apply(writer), over.apply(reader), List.of(reader, writer));
    }

    /**
     * A file that survives a power cut: write-ahead log, synchronised at every commit. A transaction that may write takes the
     * write lock when it begins, so that none ever has to be given up half-way.
     */
    private static SQLiteDataSource source(String url, boolean readOnly) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(WAIT_MILLIS);
        config.enforceForeignKeys(true);
        config.setCacheSize(-CACHE_KIB); // a page that is not in it is one read from the system's own cache
        config.setTransactionMode(
                readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        var source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    private static Database postgres(String url, UnaryOperator<DataSource> over) {
        var config = pool("lingqu", READERS);
        config.setJdbcUrl(url);
        config.setConnectionTimeout(GONE_MILLIS);
        var pool = new HikariDataSource(config);
        DataSource source = over.apply(pool);
        return new Database(DatabaseKind.POSTGRES, source, source, List.of(pool));
    }

    private static HikariConfig pool(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(WAIT_MILLIS);
        return config;
    }
}
