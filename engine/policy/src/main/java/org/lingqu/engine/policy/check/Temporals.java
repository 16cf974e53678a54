package org.lingqu.engine.policy.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.DateTerm;

/** Days and durations written out. */
final class Temporals {

    private Temporals() {}

    /** What is left beside the months. */
    private static int days(Period period) {
        return Math.toIntExact(period.get(ChronoUnit.DAYS));
    }

    /** {@code 2026-04-01}, {@code P1Y}, {@code P3M}, {@code P365D}. */
    static Typed read(String text, Expression at, Reports reports) {
        try {
            if (text.startsWith("P") || text.startsWith("-P")) {
                Period period = Period.parse(text);
                return new Typed.Span(Math.toIntExact(period.toTotalMonths()), days(period));
            }
            return new Typed.Day(new DateTerm.DateLiteral(LocalDate.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            return reports.report(
                    at,
                    ProblemCode.WRONG_TYPE,
                    Phrase.of(
                            "「{0}」既不是 2026-04-01 这样的日期，也不是 P1Y 这样的时长（年、月、日）",
                            "\"{0}\" is neither a day like 2026-04-01 nor a duration of years, months or days like P1Y",
                            text));
        }
    }
}
