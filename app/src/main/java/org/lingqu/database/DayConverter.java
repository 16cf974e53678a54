package org.lingqu.database;

import java.time.LocalDate;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** A day is kept as {@code 2026-04-01}, which both databases order and compare alike. */
public final class DayConverter extends AbstractConverter<String, LocalDate> {

    private static final long serialVersionUID = 1;

    /** For the generated tables. */
    public DayConverter() {
        super(String.class, LocalDate.class);
    }

    @Override
    public @Nullable LocalDate from(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    @Override
    public @Nullable String to(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
