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
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens databases. */
public final class Databases {

    private static final int WAIT_MILLIS = 60_000;
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
        String address = url == null || url.isBlank() ? "jdbc:sqlite:" + folder.resolve(FILE) : url;
        Database database = switch (DatabaseKind.of(address)) {
            case SQLITE -> sqlite(address);
            case POSTGRES -> postgres(address);
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

    private static Database sqlite(String url) {
        var writing = pool("lingqu-writer", 1);
        writing.setDataSource(source(url, false));
        var reading = pool("lingqu-reader", READERS);
        reading.setDataSource(source(url, true));
        // the writer's first connection makes the file, so it comes first
        var writer = new HikariDataSource(writing);
        var reader = new HikariDataSource(reading);
        return new Database(DatabaseKind.SQLITE, writer, reader, List.of(reader, writer));
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
        config.setCacheSize(-32_000);
        config.setTransactionMode(
                readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        if (readOnly) {
            config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "1073741824");
        }
        var source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    private static Database postgres(String url) {
        var config = pool("lingqu", READERS);
        config.setJdbcUrl(url);
        var source = new HikariDataSource(config);
        return new Database(DatabaseKind.POSTGRES, source, source, List.of(source));
    }

    private static HikariConfig pool(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(WAIT_MILLIS);
        return config;
    }
}
