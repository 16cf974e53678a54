package org.lingqu.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;

/** Figures as a Chinese reader expects them: 5.2万亿元, not 5200000000000. */
public final class Figures {

    private record Scale(BigDecimal factor, String word) {}

    private static final List<Scale> SCALES = List.of(
            new Scale(new BigDecimal("1e12"), "万亿"),
            new Scale(new BigDecimal("1e8"), "亿"),
            new Scale(new BigDecimal("1e4"), "万"));

    private Figures() {}

    /** Value with unit and the word beside it; {@code —} when the statement has no value. */
    public static String value(Statement statement) {
        BigDecimal value = statement.value();
        if (value == null) {
            return statement.ratio() == null ? "—" : statement.ratio();
        }
        String unit = statement.unit() == null ? "" : statement.unit();
        String figure = statement.valueMax() == null
                ? scaled(value) + unit
                : scaled(value) + "–" + scaled(statement.valueMax()) + unit;
        return statement.approx() == null
                ? figure
                : switch (statement.approx()) {
                    case ABOUT -> "约 " + figure;
                    case OVER -> "超 " + figure;
                    case NEARLY -> "近 " + figure;
                    case AT_LEAST -> "≥ " + figure;
                    case AT_MOST -> "≤ " + figure;
                };
    }

    /** Growth in per cent with its sign and basis; differences in percentage points after it; {@code —} when there is none. */
    public static String growth(Statement statement) {
        var text = new StringBuilder();
        if (statement.growthPct() != null) {
            text.append(signed(statement.growthPct())).append('%').append(basis(statement.growthBasis()));
        }
        for (Statement.Delta delta : statement.deltas()) {
            text.append(text.isEmpty() ? "" : "，").append(signed(delta.delta())).append(delta.unit());
        }
        return text.isEmpty() ? "—" : text.toString();
    }

    /** Share and rank; {@code —} when there is neither. */
    public static String place(Statement statement) {
        var text = new StringBuilder();
        if (statement.sharePct() != null) {
            text.append("占")
                    .append(statement.shareOf() == null ? "" : statement.shareOf())
                    .append(' ')
                    .append(plain(statement.sharePct()))
                    .append('%');
        }
        Statement.Rank rank = statement.rank();
        if (rank != null) {
            text.append(text.isEmpty() ? "" : "，")
                    .append(rank.scope() == null ? "" : rank.scope())
                    .append(rank.bound() == null ? "第 " : "前 ")
                    .append(rank.value());
        }
        return text.isEmpty() ? "—" : text.toString();
    }

    private static String basis(@Nullable String basis) {
        return switch (basis) {
            case null -> "";
            case "yoy" -> "（同比）";
            case "annual_average" -> "（年均）";
            case "cumulative" -> "（累计）";
            case String other when other.startsWith("vs_") -> "（比" + other.substring(3) + "年）";
            case String other -> "（" + other + "）";
        };
    }

    /** A number as it is said: 5.2万亿, 312. */
    public static String scaled(BigDecimal value) {
        for (Scale scale : SCALES) {
            if (value.abs().compareTo(scale.factor) >= 0) {
                return plain(value.divide(scale.factor, 12, RoundingMode.HALF_UP)) + scale.word;
            }
        }
        return plain(value);
    }

    /** A number with its sign. */
    public static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : value.signum() < 0 ? "−" : "") + plain(value.abs());
    }

    /** A number without zeros at its end. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
