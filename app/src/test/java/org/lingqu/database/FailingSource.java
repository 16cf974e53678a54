package org.lingqu.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Real connections that fail once, at a call that was said before: each question and each end of a transaction counts. What fails
 * is not done, and the connection is lost with what it had not committed.
 */
public final class FailingSource {

    private static final long NEVER = Long.MAX_VALUE;
    private static final Set<String> COUNTED =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "getConnection");

    private final AtomicLong left = new AtomicLong(NEVER);
    private final AtomicInteger failures = new AtomicInteger();

    /** From now on the call with this number fails, counted from 1; those after it do not. */
    public void failAt(long call) {
        failures.set(0);
        left.set(call);
    }

    /** No call fails any more. */
    public void heal() {
        left.set(NEVER);
    }

    /** Whether the call that was to fail has come. */
    public boolean hasFailed() {
        return failures.get() > 0;
    }

    /** Lays itself over a source. */
    public DataSource over(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (COUNTED.contains(method.getName())) {
                count(target);
            }
            try {
                return wrapped(method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object wrapped(Object result) {
        return switch (result) {
            case Connection connection -> proxy(Connection.class, connection);
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
            case Statement statement -> proxy(Statement.class, statement);
            case null, default -> result;
        };
    }

    private static void undo(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    private void count(Object target) throws SQLException {
        if (left.get() != NEVER && left.decrementAndGet() == 0) {
            failures.incrementAndGet();
            left.set(NEVER);
            switch (target) {
                case Connection connection -> undo(connection);
                case Statement statement -> undo(statement.getConnection());
                default -> {}
            }
            throw new SQLNonTransientConnectionException("this call was to fail", "08006");
        }
    }
}
