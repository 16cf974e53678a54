package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Statement;

/**
 * Parts against their total. 其中 need not name every part, so that a difference proves nothing; the three industries are
 * all of a region's product, and the shares of a ratio in per cent are all of a hundred.
 */
final class SumCheck {

    private static final String RULE = "sum";
    private static final List<String> INDUSTRIES = List.of("第一产业", "第二产业", "第三产业");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** A page with more statements about one period is not searched for the industries. */
    private static final int LARGEST = 2_000;

    private SumCheck() {}

    /** 17.7:32.9:49.4 against a hundred; null when the ratio is not one of per cents. */
    static @Nullable Check ratio(Statement statement) {
        String ratio = statement.ratio();
        if (ratio == null) {
            return null;
        }
        Interval sum = Interval.exact(BigDecimal.ZERO);
        BigDecimal middle = BigDecimal.ZERO;
        String[] parts = ratio.split(":", -1);
        for (String part : parts) {
            Numeral number = Numeral.at(part, 0);
            if (number == null || number.end() != part.length()) {
                return null;
            }
            BigDecimal half = number.value().ulp().multiply(new BigDecimal("0.5"));
            sum = sum.plus(
                    new Interval(number.value().subtract(half), number.value().add(half)));
            middle = middle.add(number.value());
        }
        boolean percent = parts.length > 2 && middle.subtract(HUNDRED).abs().compareTo(BigDecimal.ONE) <= 0;
        if (!percent) {
            return null;
        }
        Check.Verdict verdict = middle.compareTo(HUNDRED) == 0
                ? Check.Verdict.AGREES
                : sum.overlaps(Interval.exact(HUNDRED)) ? Check.Verdict.ROUNDED : Check.Verdict.CONTRADICTS;
        return new Check(RULE, middle, HUNDRED, verdict);
    }

    /** The total against the parts that follow it in its sentence behind 其中; only agreement is reported. */
    static @Nullable Check parts(Located total, List<Located> all) {
        Interval stated = Figures.value(total);
        var parts = new ArrayList<Interval>();
        for (Located other : all) {
            if (other.besides(total)
                    && other.start() >= total.end()
                    && sameKind(total.statement(), other.statement())) {
                Interval part = Figures.value(other);
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
        }
        if (stated == null || parts.size() < 2 || !splits(total, all)) {
            return null;
        }
        Check check = compare(stated, total.statement(), parts);
        return check.verdict() == Check.Verdict.CONTRADICTS ? null : check;
    }

    private static boolean splits(Located total, List<Located> all) {
        for (Located other : all) {
            if (other.besides(total) && other.start() >= total.end()) {
                String gap = total.text()
                        .substring(
                                total.end(),
                                Math.min(other.start() + 4, total.text().length()));
                return gap.contains("其中") || gap.contains("分别") || gap.contains("包括");
            }
        }
        return false;
    }

    /** Gross regional product against the three industries; null when one of them is missing or approximate. */
    static @Nullable Check industries(Located total, List<Located> all) {
        Interval stated = Figures.value(total);
        if (stated == null || !isProduct(total.statement().indicator()) || all.size() > LARGEST) {
            return null;
        }
        var parts = new ArrayList<Interval>();
        for (String industry : INDUSTRIES) {
            Located part = only(industry + "增加值", total.statement(), all);
            Interval value = part == null ? null : Figures.value(part);
            if (value == null) {
                return null;
            }
            parts.add(value);
        }
        return compare(stated, total.statement(), parts);
    }

    private static boolean isProduct(String indicator) {
        return indicator.equals("地区生产总值")
                || indicator.equals("国内生产总值")
                || indicator.equals("生产总值")
                || indicator.equals("GDP");
    }

    private static @Nullable Located only(String indicator, Statement total, List<Located> all) {
        Located found = null;
        for (Located other : all) {
            Statement said = other.statement();
            if (said.indicator().equals(indicator) && sameKind(total, said) && said.value() != null) {
                if (found != null) {
                    return null;
                }
                found = other;
            }
        }
        return found;
    }

    private static Check compare(Interval stated, Statement total, List<Interval> parts) {
        Interval sum = Interval.exact(BigDecimal.ZERO);
        for (Interval part : parts) {
            sum = sum.plus(part);
        }
        BigDecimal value = Objects.requireNonNull(total.value());
        BigDecimal middle = sum.middle();
        Check.Verdict verdict = middle.compareTo(value) == 0
                ? Check.Verdict.AGREES
                : sum.overlaps(stated) && !(sum.isExact() && stated.isExact())
                        ? Check.Verdict.ROUNDED
                        : Check.Verdict.CONTRADICTS;
        return new Check(RULE, middle, value, verdict);
    }

    private static boolean sameKind(Statement total, Statement part) {
        return Objects.equals(total.unit(), part.unit())
                && Objects.equals(total.region(), part.region())
                && Objects.equals(total.period(), part.period())
                && total.status() == part.status();
    }
}
