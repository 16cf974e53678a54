package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.lexicon.DataFile;

/** What a statement's figures may stand for, by the digits in which the page writes them. */
final class Figures {

    private static final List<String> COUNTS = DataFile.words(Figures.class, "count-units.txt");
    private static final BigDecimal LARGE = new BigDecimal(1_000_000);

    private Figures() {}

    /** The value; null when there is none, when a word makes it approximate, or when its digits are not in the words. */
    static @Nullable Interval value(Located located) {
        Statement statement = located.statement();
        BigDecimal value = statement.value();
        if (value == null || statement.approx() != null || statement.valueMax() != null) {
            return null;
        }
        return written(value, located);
    }

    /** Where the value came from; null as for {@link #value}. */
    static @Nullable Interval from(Located located) {
        BigDecimal from = located.statement().fromValue();
        return from == null ? null : written(from, located);
    }

    /** A number beside a statement, in the unit of that statement. */
    static Interval of(Numeral number, @Nullable String unit) {
        return isCount(number.value(), unit) ? Interval.exact(number.value()) : Interval.rounded(number.value());
    }

    private static @Nullable Interval written(BigDecimal value, Located located) {
        if (isCount(value, located.statement().unit())) {
            return Interval.exact(value);
        }
        for (int i = located.start(); i < located.end(); i++) {
            Numeral number = Numeral.at(located.text(), i);
            if (number != null) {
                BigDecimal same = sameDigits(number.value(), value);
                if (same != null) {
                    return Interval.rounded(same);
                }
                i = number.end() - 1;
            }
        }
        return null;
    }

    /** The written number brought to the size of the value by a power of ten, its last digit kept; null when it is another. */
    private static @Nullable BigDecimal sameDigits(BigDecimal written, BigDecimal value) {
        BigDecimal bare = written.stripTrailingZeros();
        BigDecimal goal = value.stripTrailingZeros();
        boolean same = bare.unscaledValue().equals(goal.unscaledValue());
        return same ? written.scaleByPowerOfTen(bare.scale() - goal.scale()) : null;
    }

    private static boolean isCount(BigDecimal value, @Nullable String unit) {
        return unit != null
                && COUNTS.contains(unit)
                && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(LARGE) < 0;
    }
}
