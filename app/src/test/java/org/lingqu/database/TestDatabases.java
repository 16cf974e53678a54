package org.lingqu.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Empty databases of both kinds, for tests that hold on both. The PostgreSQL server is a real one; it ends with the tests. */
public final class TestDatabases {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private TestDatabases() {}

    /**
     * An empty database.
     *
     * @param folder where it lies when it is a file
     */
    public static Database open(DatabaseKind kind, Path folder) throws IOException, SQLException {
        return switch (kind) {
            case SQLITE -> Databases.open(folder, null);
            case POSTGRES -> Databases.open(folder, fresh());
        };
    }

    /** The address of an empty database of a real PostgreSQL server. */
    public static synchronized String fresh() throws IOException, SQLException {
        EmbeddedPostgres running = server == null ? EmbeddedPostgres.start() : server;
        server = running;
        String name = "made" + MADE.incrementAndGet();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return running.getJdbcUrl("postgres", name);
    }
}
