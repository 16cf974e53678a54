package org.lingqu.registry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.sheet.SheetCell;

/**
 * Something typed into the page of an enterprise: what ({@code 2025年研发费用（万元）}, {@code 高新技术企业}) and its value, read by the
 * same rules as a cell of a list.
 */
final class TypedFact {

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
            case ColumnMeaning.FactColumn column -> fact(column, value, headers.rules());
            case ColumnMeaning.TitleColumn title -> title(title.title(), value.strip());
            case ColumnMeaning.AnswerColumn answer -> answer(answer.item(), value);
            case ColumnMeaning.PointsColumn ignored -> new Read.Wrong("what", "NOT_A_FACT", null);
            case ColumnMeaning.Unclear unclear -> new Read.Wrong("what", unclear.code(), null);
            case ColumnMeaning.FirmName ignored -> name(value.strip());
            case ColumnMeaning.FirmCode ignored -> code(value);
            case ColumnMeaning.Ignored ignored -> new Read.Wrong("what", "NOT_A_FACT", null);
        };
    }

    /** Whether it says who the firm is: its name or its code. */
    static boolean isIdentity(String what, Headers headers) {
        return ColumnWords.meaning(what, headers)
                .filter(meaning ->
                        meaning instanceof ColumnMeaning.FirmName || meaning instanceof ColumnMeaning.FirmCode)
                .isPresent();
    }

    private static Read code(String typed) {
        String code = CreditCode.spelled(typed);
        CreditCode.Fault fault = CreditCode.check(code);
        return fault == CreditCode.Fault.FINE
                ? new Read.Fine(Said.of(null, code, Map.of(), Map.of(), Map.of(), Map.of()))
                : new Read.Wrong("value", "CODE_" + fault.name(), null);
    }

    private static Read name(String name) {
        return name.isEmpty()
                ? new Read.Wrong("value", "NO_NAME", null)
                : new Read.Fine(Said.of(name, null, Map.of(), Map.of(), Map.of(), Map.of()));
    }

    private static Read fact(ColumnMeaning.FactColumn column, String value, ValueRules rules) {
        var key = new FactYear(column.fact().name(), column.year());
        SheetCell cell = value.isBlank() ? SheetCell.Empty.CELL : new SheetCell.Words(value.strip());
        return switch (Cells.take(cell, column.fact(), column.factor(), rules)) {
            case Cells.Taken.Nothing ignored -> new Read.Fine(Said.withdrawn(key));
            case Cells.Taken.Value taken -> new Read.Fine(Said.values(Map.of(key, taken.value())));
            case Cells.Taken.Understood taken -> new Read.Fine(Said.values(Map.of(key, taken.value())));
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
        if (Cells.yesNo(new SheetCell.Words(value)) instanceof Cells.Taken.Value(FactValue.YesNo(boolean yes))
                && !yes) {
            return held(title, List.of());
        }
        return switch (TitleText.read(value)) {
            case TitleText.Read.Spans(List<TitleSpan> spans) -> held(title, spans);
            case TitleText.Read.Wrong(Cells.Taken.Refused refused) ->
                new Read.Wrong("value", refused.code(), refused.code().equals("NO_SUCH_DAY") ? refused.advice() : null);
        };
    }

    private static Read held(String title, List<TitleSpan> spans) {
        return new Read.Fine(Said.titles(Map.of(title, spans)));
    }
}
