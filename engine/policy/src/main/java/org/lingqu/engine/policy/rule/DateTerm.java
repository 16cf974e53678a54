package org.lingqu.engine.policy.rule;

import java.time.LocalDate;
import org.lingqu.engine.policy.fact.FactRef;

/** A calendar day or unknown. */
public sealed interface DateTerm extends Term {

    record DateLiteral(LocalDate value) implements DateTerm {}

    record FactDate(FactRef ref) implements DateTerm {}

    /** The day for which the decision is taken; always known. */
    record AsOf() implements DateTerm {}

    /** The last day of a year counted back from the as-of date (1 is 上年末). */
    record YearEnd(int yearsBack) implements DateTerm {}

    /** A day moved by months, then by days; the day of the month is cut to the month's last. */
    record Moved(DateTerm date, int months, int days) implements DateTerm {}
}
