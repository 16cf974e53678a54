package org.lingqu.registry;

import java.math.BigDecimal;
import org.lingqu.engine.policy.fact.Fact;

/** What a column of a list of firms holds. */
public sealed interface ColumnMeaning {

    /** The firm's name. */
    record FirmName() implements ColumnMeaning {}

    /** Its unified social credit code. */
    record FirmCode() implements ColumnMeaning {}

    /**
     * A fact.
     *
     * @param year the calendar year it belongs to, {@link org.lingqu.engine.policy.fact.FactRef#NO_YEAR} for facts without years
     * @param factor what a figure in the column is multiplied by: 10000 for 万元, 0.01 for %
     */
    record FactColumn(Fact fact, int year, BigDecimal factor) implements ColumnMeaning {}

    /** Whether, since when or until when a title is held. */
    record TitleColumn(String title, Part part) implements ColumnMeaning {
        /** Which part of it the column holds. */
        public enum Part {
            HELD,
            FROM,
            UNTIL,
            /** All of it, as Parquet has it: {@code 2023-10-01/2026-09-30;…}, nothing behind the stroke without an end. */
            SPANS
        }
    }

    /**
     * What people confirmed of a manual item.
     *
     * @param item {@code cn/high-tech#field}
     */
    record AnswerColumn(String item) implements ColumnMeaning {}

    /** Points that experts gave to a judged item. */
    record PointsColumn(String item) implements ColumnMeaning {}

    /** A column that is not read. */
    record Ignored() implements ColumnMeaning {}

    /**
     * A column that is not read because something has to be said first.
     *
     * @param code stable, upper case
     */
    record Unclear(String code, Advice advice) implements ColumnMeaning {}
}
