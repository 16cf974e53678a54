package org.lingqu.engine.text.statement.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What 今年 and 上半年 mean on a page.
 *
 * @param thisYear what 今年 is; null when nothing tells
 * @param reported the year whose results are told where no time is said: of a report or a bulletin the year before it
 *     was given; otherwise as {@code thisYear}
 * @param fallback what holds where the text says nothing, null when nothing does
 * @param day when the text was written, null when unknown
 */
public record PageDates(
        @Nullable Integer thisYear,
        @Nullable Integer reported,
        @Nullable Period fallback,
        @Nullable LocalDate day) {

    /** Nothing is known. */
    public static final PageDates UNKNOWN = new PageDates(null, null, null, null);
}
