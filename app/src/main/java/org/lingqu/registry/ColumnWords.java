package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;

/**
 * Meanings of columns in words: the header that would have been clear. She types what {@link Headers} understands, so there is one
 * grammar for headers and corrections.
 */
public final class ColumnWords {

    /** What she writes for a column that is not to be read. */
    public static final String IGNORED = "不读";

    private static final Map<Integer, String> UNITS = Map.of(0, "元", 3, "千元", 4, "万元", 6, "百万元", 8, "亿元");

    private ColumnWords() {}

    /** {@code 2025年研发费用（万元）}; empty for a column that is not clear. */
    public static String of(ColumnMeaning meaning) {
        return of(meaning, Subject.FIRM);
    }

    /** The same in a list of something else. */
    static String of(ColumnMeaning meaning, Subject subject) {
        return switch (meaning) {
            case ColumnMeaning.FirmName ignored -> subject.names().getFirst();
            case ColumnMeaning.FirmCode ignored -> subject.codeColumn();
            case ColumnMeaning.Ignored ignored -> IGNORED;
            case ColumnMeaning.Unclear ignored -> "";
            case ColumnMeaning.AnswerColumn answer -> ColumnNames.answer(answer.item());
            case ColumnMeaning.PointsColumn points -> ColumnNames.judgement(points.item());
            case ColumnMeaning.TitleColumn(String title, ColumnMeaning.TitleColumn.Part part)
            when part == ColumnMeaning.TitleColumn.Part.SPANS -> ColumnNames.title(title);
            case ColumnMeaning.TitleColumn title ->
                title.title()
                        + switch (title.part()) {
                            case HELD, SPANS -> "";
                            case FROM -> "认定日期";
                            case UNTIL -> "有效期至";
                        };
            case ColumnMeaning.FactColumn column -> of(column.fact(), column.year(), column.factor());
        };
    }

    static String of(Fact fact, int year, BigDecimal factor) {
        String unit = fact.type() == FactType.MONEY
                ? UNITS.getOrDefault(factor.precision() - factor.scale() - 1, "")
                : factor.compareTo(BigDecimal.ONE) == 0 ? "" : "%";
        return (fact.isYearly() ? year + "年" : "") + fact.name() + (unit.isEmpty() ? "" : "（" + unit + "）");
    }

    /** What words mean; empty where nothing was typed or it is not understood. */
    static Optional<ColumnMeaning> meaning(String words, Headers headers) {
        String typed = words.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (typed.equals(IGNORED) || typed.equalsIgnoreCase("ignore")) {
            return Optional.of(new ColumnMeaning.Ignored());
        }
        ColumnMeaning meaning = headers.propose(typed);
        return meaning instanceof ColumnMeaning.Ignored ? Optional.empty() : Optional.of(meaning);
    }
}
