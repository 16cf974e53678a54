package org.lingqu.registry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.sheet.SheetCell;

/**
 * Something typed into the page of an enterprise: what ({@code 2025年研发费用（万元）}, {@code 高新技术企业}) and its value, read by the
 * same rules as a cell of a list.
 */
final class TypedFact {

    private static final Pattern SPAN =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s*(?:至|到|—|~|～|\\.\\.)\\s*(\\d{4}-\\d{2}-\\d{2}|长期)");

    private TypedFact() {}

    /** What it says, or what is wrong with it. */
    sealed interface Read {
        record Fine(Said said) implements Read {}

        /** @param field {@code what} or {@code value} */
        record Wrong(String field, String code, @Nullable Advice advice) implements Read {}
    }

    /** An empty value withdraws what the source said before. */
    static Read read(String what, String value, Headers headers) {
        ColumnMeaning meaning = ColumnWords.meaning(what, headers).orElse(new ColumnMeaning.Ignored());
        return switch (meaning) {
            case ColumnMeaning.FactColumn column -> fact(column, value);
            case ColumnMeaning.TitleColumn title -> title(title.title(), value.strip());
            case ColumnMeaning.AnswerColumn answer -> answer(answer.item(), value);
            case ColumnMeaning.PointsColumn ignored -> new Read.Wrong("what", "NOT_A_FACT", null);
            case ColumnMeaning.Unclear unclear -> new Read.Wrong("what", unclear.code(), null);
            case ColumnMeaning.FirmName ignored -> name(value.strip());
            case ColumnMeaning.FirmCode ignored -> new Read.Wrong("what", "CODE_BY_LIST_ONLY", null);
            case ColumnMeaning.Ignored ignored -> new Read.Wrong("what", "NOT_A_FACT", null);
        };
    }

    private static Read name(String name) {
        return name.isEmpty()
                ? new Read.Wrong("value", "NO_NAME", null)
                : new Read.Fine(Said.of(name, null, Map.of(), Map.of(), Map.of(), Map.of()));
    }

    private static Read fact(ColumnMeaning.FactColumn column, String value) {
        var key = new FactYear(column.fact().name(), column.year());
        SheetCell cell = value.isBlank() ? SheetCell.Empty.CELL : new SheetCell.Words(value.strip());
        return switch (Cells.take(cell, column.fact(), column.factor())) {
            case Cells.Taken.Nothing ignored -> new Read.Fine(Said.withdrawn(key));
            case Cells.Taken.Value taken -> new Read.Fine(Said.values(Map.of(key, taken.value())));
            case Cells.Taken.Refused refused -> new Read.Wrong("value", refused.code(), refused.advice());
        };
    }

    private static Read answer(String item, String value) {
        return Cells.yesNo(new SheetCell.Words(value.strip()))
                        instanceof Cells.Taken.Value(FactValue.YesNo(boolean yes))
                ? new Read.Fine(Said.of(null, null, Map.of(), Map.of(), Map.of(item, yes), Map.of()))
                : new Read.Wrong("value", "NOT_YES_NO", null);
    }

    private static Read title(String title, String value) {
        if (value.equals("无") || value.equals("否")) {
            return held(title, List.of());
        }
        Matcher span = SPAN.matcher(value);
        try {
            if (span.matches()) {
                LocalDate to = span.group(2).equals("长期") ? null : LocalDate.parse(span.group(2));
                return held(title, List.of(new TitleSpan(LocalDate.parse(span.group(1)), to)));
            }
        } catch (DateTimeParseException e) {
            return new Read.Wrong("value", "NO_SUCH_DAY", null);
        } catch (IllegalArgumentException e) {
            return new Read.Wrong("value", "ENDS_BEFORE_IT_BEGINS", null);
        }
        return new Read.Wrong("value", "NOT_A_SPAN", null);
    }

    private static Read held(String title, List<TitleSpan> spans) {
        return new Read.Fine(Said.titles(Map.of(title, spans)));
    }
}
