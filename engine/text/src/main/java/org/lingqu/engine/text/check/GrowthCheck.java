package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * A stated growth or difference against the values it leads from and to. Growth at constant prices does not follow from
 * current values, and last year's values get revised: there, only agreement is reported.
 */
final class GrowthCheck {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final List<String> REAL = DataFile.words(GrowthCheck.class, "real-growth.txt");
    private static final List<String> APPROXIMATE = DataFile.words(GrowthCheck.class, "approximate-words.txt");

    private GrowthCheck() {}

    /** Checks within one statement: from, to, growth and difference. */
    static List<Check> within(Located located) {
        var checks = new ArrayList<Check>();
        Statement statement = located.statement();
        Interval to = Figures.value(located);
        Interval from = Figures.from(located);
        if (to == null || from == null) {
            return checks;
        }
        BigDecimal growth = statement.growthPct();
        if (growth != null && !"annual_average".equals(statement.growthBasis())) {
            add(checks, growth(from, to, growth), provable(statement));
        }
        for (Statement.Delta delta : statement.deltas()) {
            if ("%".equals(statement.unit()) && delta.unit().equals("百分点")) {
                BigDecimal middle = to.middle().subtract(from.middle());
                BigDecimal stated = delta.delta();
                boolean signed = stated.signum() == middle.signum();
                add(checks, Verdicts.compare("difference", to.minus(from), middle, stated), signed);
            }
        }
        return checks;
    }

    /** The growth over last year against last year's value elsewhere on the page; only agreement is reported. */
    static @Nullable Check against(Located last, Located now) {
        Interval from = Figures.value(last);
        Interval to = Figures.value(now);
        BigDecimal growth = now.statement().growthPct();
        if (from == null || to == null || growth == null) {
            return null;
        }
        Check check = growth(from, to, growth);
        return check == null || check.verdict() == Check.Verdict.CONTRADICTS ? null : check;
    }

    private static @Nullable Check growth(Interval from, Interval to, BigDecimal stated) {
        if (from.low().signum() <= 0 || to.low().signum() < 0) {
            return null;
        }
        Interval ratio = to.times(HUNDRED).over(from);
        Interval computed = ratio.minus(Interval.exact(HUNDRED));
        BigDecimal middle = Interval.exact(to.middle().multiply(HUNDRED))
                .over(Interval.exact(from.middle()))
                .middle()
                .subtract(HUNDRED);
        return Verdicts.compare("growth", computed, middle, stated);
    }

    /** 增长近1.5倍 is no 150 %: an approximate growth may agree, but nothing contradicts it. */
    private static boolean provable(Statement statement) {
        return REAL.stream().noneMatch(statement.indicator()::contains)
                && APPROXIMATE.stream().noneMatch(statement.quote()::contains);
    }

    private static void add(List<Check> checks, @Nullable Check check, boolean provable) {
        if (check != null && (provable || check.verdict() != Check.Verdict.CONTRADICTS)) {
            checks.add(check);
        }
    }
}
