package org.lingqu.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Why nothing can be kept just now, through no fault of what was to be kept: the same request may well be granted later. What a
 * database refuses because of the content (too long, a duplicate) is none.
 */
public enum Outage {
    /** The database does not answer, or the disk under it fails. */
    GONE,
    /** There is no room left. */
    FULL,
    /** It can be read but not written. */
    READ_ONLY;

    /** The outage that a failure tells of; empty when it tells of something else. */
    public static Optional<Outage> of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Outage found = switch (cause) {
                case SQLiteException sqlite -> of(sqlite.getResultCode());
                case SQLException sql -> of(sql);
                case IOException disk -> of(disk);
                default -> null;
            };
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Outage of(SQLiteErrorCode code) {
        return switch (code.code & 0xff) { // the last byte of an extended code is the plain one
            case 8 -> READ_ONLY;
            case 13 -> FULL;
            case 5, 6, 10, 14, 15 -> GONE; // busy, locked, input or output, cannot open, locking protocol
            default -> null;
        };
    }

    /** By the class of its SQLSTATE: 08 connection, 53 resources, 57 intervention, 58 system. */
    private static @Nullable Outage of(SQLException problem) {
        String state = problem.getSQLState();
        if (state == null) {
            return problem instanceof java.sql.SQLTransientException
                            || problem instanceof java.sql.SQLRecoverableException
                            || problem instanceof java.sql.SQLNonTransientConnectionException
                    ? GONE
                    : null;
        }
        if (state.equals("53100")) {
            return FULL;
        }
        if (state.equals("25006")) {
            return READ_ONLY;
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57") || state.startsWith("58")
                ? GONE
                : null;
    }

    /** Files tell why only in words, which come from the system and not from Java. */
    private static @Nullable Outage of(IOException problem) {
        String reason = problem instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(problem.getMessage());
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("quota exceeded") || words.contains("not enough space")) {
            return FULL;
        }
        return words.contains("read-only file system") || words.contains("write protected") ? READ_ONLY : null;
    }
}
