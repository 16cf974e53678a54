package org.lingqu.database;

import java.time.Instant;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** A moment is kept as milliseconds since 1970-01-01T00:00Z, which both databases order and compare alike. */
public final class InstantConverter extends AbstractConverter<Long, Instant> {

    private static final long serialVersionUID = 1;

    /** For the generated tables. */
    public InstantConverter() {
        super(Long.class, Instant.class);
    }

    @Override
    public @Nullable Instant from(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public @Nullable Long to(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
