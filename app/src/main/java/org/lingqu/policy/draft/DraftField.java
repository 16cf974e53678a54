package org.lingqu.policy.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a policy's text says of the policy itself in single values, as an officer fills it in; said by {@code policy.field.NAME}. */
public enum DraftField {
    TITLE(Kind.WORDS, "title"),
    DOCUMENT(Kind.WORDS, "document"),
    VERSION(Kind.WORDS, "version"),
    FROM(Kind.DAY, "valid.from"),
    TO(Kind.DAY, "valid.to"),
    OPENS(Kind.DAY_OF_YEAR, "window.opens"),
    CLOSES(Kind.DAY_OF_YEAR, "window.closes");

    /** How a value is written. */
    public enum Kind {
        WORDS,
        /** {@code 2027-01-01}. */
        DAY,
        /** {@code 06-01}, of every year. */
        DAY_OF_YEAR
    }

    private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d{1,2})[-/.月](\\d{1,2})日?");

    private final Kind kind;
    private final String path;

    /** @param path keys parted by a dot */
    DraftField(Kind kind, String path) {
        this.kind = kind;
        this.path = path;
    }

    /** Keys from the root of the file. */
    List<String> path() {
        return List.of(path.split("\\.", -1));
    }

    /** The key that one which is missing is put behind. */
    String behind() {
        return this == DOCUMENT ? "title" : "valid";
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a policy has to say it; the others may be left empty. */
    public boolean isNeeded() {
        return this == TITLE || this == VERSION || this == FROM;
    }

    /** As the file writes what was typed; empty where that cannot be read. */
    Optional<String> read(String typed) {
        try {
            return switch (kind) {
                case WORDS -> Optional.of(typed);
                case DAY -> Optional.of(LocalDate.parse(typed).toString());
                case DAY_OF_YEAR -> {
                    Matcher day = DAY_OF_YEAR.matcher(typed);
                    yield day.matches()
                            ? Optional.of(MonthDay.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)))
                                    .toString()
                                    .substring(2))
                            : Optional.empty();
                }
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
