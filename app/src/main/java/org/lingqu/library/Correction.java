package org.lingqu.library;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.report.Figures;

/** What a person types into the form of a correction; every field as it was typed, empty when left empty. */
public record Correction(
        String region,
        String indicator,
        String value,
        String unit,
        String period,
        String status,
        String growth,
        String share,
        String rank,
        String note) {

    private static final BigDecimal LARGE = new BigDecimal("1e8");

    /** The form as it first appears: filled with what is read now. */
    public static Correction of(Statement reading) {
        Statement.Rank rank = reading.rank();
        return new Correction(
                reading.region() == null ? "" : reading.region(),
                reading.indicator(),
                value(reading.value()),
                reading.unit() == null ? "" : reading.unit(),
                reading.period() == null ? "" : reading.period(),
                reading.status().name(),
                plain(reading.growthPct()),
                plain(reading.sharePct()),
                rank == null ? "" : Integer.toString(rank.value()),
                "");
    }

    /** 2560000000 as 25.6亿: so she would type it. */
    private static String value(@Nullable BigDecimal number) {
        return number == null || number.abs().compareTo(LARGE) < 0 ? plain(number) : Figures.scaled(number);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : Figures.plain(number);
    }
}
