package org.lingqu.engine.policy.column;

import java.time.LocalDate;
import org.lingqu.engine.policy.fact.FactRef;

/** How the columns of a region's firms are called: a fact kept by year has a column a calendar year, {@code 研发费用@2025}. */
public final class ColumnNames {

    private static final String TITLE = "称号:";
    private static final String ANSWER = "人工:";
    private static final String JUDGEMENT = "评分:";

    private ColumnNames() {}

    public static String of(FactRef ref, LocalDate asOf) {
        return of(ref.fact(), ref.isYearly() ? ref.year(asOf) : FactRef.NO_YEAR);
    }

    /** @param year a calendar year, or {@link FactRef#NO_YEAR} */
    public static String of(String fact, int year) {
        return year == FactRef.NO_YEAR ? fact : fact + "@" + year;
    }

    /** Spans of days for which a title is held. */
    public static String title(String title) {
        return TITLE + title;
    }

    /** What people answered to a manual item. */
    public static String answer(String item) {
        return ANSWER + item;
    }

    /** Points that experts gave. */
    public static String judgement(String item) {
        return JUDGEMENT + item;
    }
}
