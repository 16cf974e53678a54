package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * A stated share against the part and the whole. The whole is taken only from where it cannot be another one: named between
 * 占 and the share (占入选总数(全国1015个)的21.6%), or the total that 其中 splits (共200家，其中外资50家，占25%).
 */
final class ShareCheck {

    private static final String RULE = "part/whole";
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final List<String> APPROXIMATE = DataFile.words(ShareCheck.class, "approximate-words.txt");
    private static final List<String> OF_THE_TOTAL = DataFile.words(ShareCheck.class, "of-the-total.txt");

    private ShareCheck() {}

    /** The check of one statement; null when the page does not prove part and whole. */
    static @Nullable Check of(Located located, List<Located> all) {
        Statement statement = located.statement();
        BigDecimal share = statement.sharePct();
        Located holder = statement.value() == null ? before(located, all) : located;
        if (share == null || statement.approx() != null || share.signum() <= 0 || holder == null) {
            return null;
        }
        Between between = between(located, share);
        if (between == null) {
            return null;
        }
        Interval part = Figures.value(holder);
        Interval whole = whole(located, holder, between, all);
        if (part == null
                || whole == null
                || part.low().signum() < 0
                || whole.low().signum() <= 0) {
            return null;
        }
        Check check = compare(part, whole, share);
        boolean contradicts = check != null && check.verdict() == Check.Verdict.CONTRADICTS;
        boolean doubtful = holder.index() != located.index() || anotherPartFits(located, whole, share, all);
        return contradicts && doubtful ? null : check;
    }

    private static @Nullable Check compare(Interval part, Interval whole, BigDecimal share) {
        Interval computed = part.times(HUNDRED).over(whole);
        BigDecimal middle = Interval.exact(part.middle().multiply(HUNDRED))
                .over(Interval.exact(whole.middle()))
                .middle();
        return Verdicts.compare(RULE, computed, middle, share);
    }

    /** The words between 占 and the share. */
    private record Between(int start, int end) {}

    private static @Nullable Between between(Located located, BigDecimal share) {
        String text = located.text();
        for (int i = located.start(); i < located.end(); i++) {
            Numeral number = Numeral.at(text, i);
            if (number == null) {
                continue;
            }
            i = number.end() - 1;
            boolean percent = number.end() < text.length() && "%％".indexOf(text.charAt(number.end())) >= 0;
            if (percent && number.value().compareTo(share) == 0) {
                int at = text.substring(located.sentence(), number.start()).lastIndexOf('占');
                return at < 0 ? null : new Between(located.sentence() + at + 1, number.start());
            }
        }
        return null;
    }

    /** The last value in front of a share that stands alone: likely the part, not certain enough to contradict. */
    private static @Nullable Located before(Located share, List<Located> all) {
        Located found = null;
        for (Located other : all) {
            if (other.besides(share)
                    && other.start() < share.start()
                    && other.statement().value() != null) {
                found = other;
            }
        }
        return found;
    }

    private static @Nullable Interval whole(Located located, Located holder, Between between, List<Located> all) {
        String words = located.text().substring(between.start(), between.end());
        if (APPROXIMATE.stream().anyMatch(words::contains)) {
            return null;
        }
        String unit = String.valueOf(holder.statement().unit());
        Interval found = null;
        for (int i = 0; i < words.length(); i++) {
            Numeral number = Numeral.at(words, i);
            if (number != null) {
                if (found != null || !words.startsWith(unit, number.end())) {
                    return null;
                }
                found = Figures.of(number, unit);
                i = number.end() - 1;
            }
        }
        if (found != null) {
            return found;
        }
        return words.isEmpty() || OF_THE_TOTAL.contains(words) ? total(located, all) : null;
    }

    /** The figure that 其中 right before the part splits. */
    private static @Nullable Interval total(Located located, List<Located> all) {
        Located whole = null;
        for (Located other : all) {
            if (other.index() != located.index() && other.besides(located) && other.end() <= located.start()) {
                whole = other;
            }
        }
        if (whole == null || !sameKind(whole.statement(), located.statement())) {
            return null;
        }
        String gap = located.text()
                .substring(
                        whole.end(),
                        Math.min(located.start() + 3, located.text().length()));
        return gap.contains("其中") ? Figures.value(whole) : null;
    }

    private static boolean sameKind(Statement whole, Statement part) {
        return Objects.equals(whole.unit(), part.unit())
                && Objects.equals(whole.region(), part.region())
                && Objects.equals(whole.period(), part.period())
                && whole.status() == part.status();
    }

    private static boolean anotherPartFits(Located located, Interval whole, BigDecimal share, List<Located> all) {
        for (Located other : all) {
            Interval part = Figures.value(other);
            boolean candidate = other.index() != located.index()
                    && other.besides(located)
                    && Objects.equals(
                            other.statement().unit(), located.statement().unit());
            if (candidate && part != null && part.low().signum() >= 0 && fits(compare(part, whole, share))) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(@Nullable Check check) {
        return check == null || check.verdict() != Check.Verdict.CONTRADICTS;
    }
}
