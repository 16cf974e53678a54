package org.lingqu.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in one cell, before anybody says what it should mean. */
public sealed interface SheetCell {

    /** Nothing, or white space. */
    record Empty() implements SheetCell {

        /** The one that is enough for all cells without content. */
        public static final Empty CELL = new Empty();
    }

    /** Words as typed, white space at the ends removed. */
    record Words(String text) implements SheetCell {}

    /**
     * A number that Excel keeps as a number.
     *
     * @param digitsLost true when it has more digits than Excel keeps (15), so that the last ones are wrong
     * @param percent whether the workbook shows it as a percentage: 0.12 as 12%
     */
    record Figure(BigDecimal value, boolean digitsLost, boolean percent) implements SheetCell {}

    /** A number that the workbook formats as a date. */
    record Day(LocalDate day) implements SheetCell {}

    record Truth(boolean value) implements SheetCell {}

    /** A formula that failed: {@code #REF!}, {@code #DIV/0!}. */
    record Broken(String code) implements SheetCell {}

    /** What a person sees in the cell; empty for nothing. */
    default String shown() {
        return switch (this) {
            case Empty ignored -> "";
            case Words words -> words.text;
            case Figure figure ->
                figure.percent
                        ? figure.value.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                        : figure.value.toPlainString();
            case Day day -> day.day.toString();
            case Truth truth -> truth.value ? "TRUE" : "FALSE";
            case Broken broken -> broken.code;
        };
    }

    default boolean isEmpty() {
        return this instanceof Empty;
    }
}
