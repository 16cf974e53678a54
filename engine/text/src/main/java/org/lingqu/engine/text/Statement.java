package org.lingqu.engine.text;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the page says that has a figure, a share, a growth or a rank.
 *
 * @param span where it stands
 * @param quote the words there as in the file, before repairs, personal data masked
 * @param region path of names, {@code 广西壮族自治区/南宁市}; {@code 全国}; null when nothing tells
 * @param regionCode GB/T 2260, six digits, {@code 000000} for the country; null when the region has none
 * @param indicator as a statistician would write it: no verb, no figure, no region, with the object it belongs to
 * @param value in {@code unit}; null when only a growth, a share or a rank is said
 * @param valueMax the upper end of a range, otherwise null
 * @param unit base unit (元, 人, 个, %, …), null without value
 * @param ratio {@code 1:2:3} with ASCII colons, otherwise null
 * @param period {@code 2020}, {@code 2021-07}, {@code 2020-08-07} or {@code from/to} of two such; null when nothing resolves it
 * @param growthPct per cent, negative for a fall
 * @param growthBasis {@code yoy}, {@code annual_average}, {@code cumulative} or {@code vs_YYYY}
 * @param sharePct per cent
 * @param fromValue in {@code unit}: from where {@code value} was reached
 * @param saidBy who says so, when it is not the page's own issuer
 */
public record Statement(
        Span span,
        String quote,
        Kind kind,
        @Nullable String region,
        @Nullable String regionCode,
        @Nullable RegionFrom regionFrom,
        String indicator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal valueMax,
        @Nullable String unit,
        @Nullable String ratio,
        @Nullable Approximation approx,
        @Nullable String period,
        @Nullable BigDecimal growthPct,
        @Nullable String growthBasis,
        @Nullable Rank rank,
        @Nullable BigDecimal sharePct,
        @Nullable String shareOf,
        @Nullable BigDecimal fromValue,
        List<Delta> deltas,
        Status status,
        @Nullable String saidBy,
        List<Check> checks) {

    public Statement {
        deltas = List.copyOf(deltas);
        checks = List.copyOf(checks);
    }

    /** The same with what arithmetic says of it. */
    public Statement with(List<Check> newChecks) {
        return new Statement(
                span,
                quote,
                kind,
                region,
                regionCode,
                regionFrom,
                indicator,
                value,
                valueMax,
                unit,
                ratio,
                approx,
                period,
                growthPct,
                growthBasis,
                rank,
                sharePct,
                shareOf,
                fromValue,
                deltas,
                status,
                saidBy,
                newChecks);
    }

    /** The same with another quote: the words with personal data masked. */
    public Statement quoting(String newQuote) {
        return new Statement(
                span,
                newQuote,
                kind,
                region,
                regionCode,
                regionFrom,
                indicator,
                value,
                valueMax,
                unit,
                ratio,
                approx,
                period,
                growthPct,
                growthBasis,
                rank,
                sharePct,
                shareOf,
                fromValue,
                deltas,
                status,
                saidBy,
                checks);
    }

    /** What sort of statement. */
    public enum Kind {
        /** An indicator that a statistician would tabulate. */
        STAT,
        /** How many of something. */
        COUNT,
        MISC
    }

    /** Where the region was found. */
    public enum RegionFrom {
        SENTENCE,
        PARAGRAPH,
        ISSUER
    }

    /** What a word beside the figure makes of it. */
    public enum Approximation {
        /** 约、左右. */
        ABOUT,
        /** 超、多、余、突破. */
        OVER,
        /** 近. */
        NEARLY,
        /** 以上、不低于. */
        AT_LEAST,
        /** 以内、不超过. */
        AT_MOST
    }

    /** Whether it came about. */
    public enum Status {
        ACTUAL,
        PLAN,
        TARGET,
        FORECAST
    }

    /**
     * A place among others.
     *
     * @param value from 1
     * @param scope among whom, {@code 全国}; null when not said
     * @param bound {@code le} for 前三: at least that good; otherwise null
     */
    public record Rank(
            int value, @Nullable String scope, @Nullable String bound) {}

    /** A difference, 提高0.12个百分点: not a growth in per cent. */
    public record Delta(BigDecimal delta, String unit) {}
}
