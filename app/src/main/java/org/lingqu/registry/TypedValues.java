package org.lingqu.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.sheet.SheetCell;

/**
 * Several values typed into one form, read by the same rules as the cells of a list. What was left empty, or filled with a dash, is
 * not said.
 *
 * @param values what can be taken in, by fact and year
 * @param problems all that cannot, in the order of the fields
 */
public record TypedValues(SortedMap<FactYear, FactValue> values, List<Problem> problems) {

    public TypedValues {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        problems = List.copyOf(problems);
    }

    /**
     * A field of the form.
     *
     * @param name of the field, by which problems speak of it
     * @param factor what a figure is multiplied by: 10000 for 万元, 0.01 for %
     * @param text as typed
     */
    public record Typed(String name, FactYear key, BigDecimal factor, String text) {}

    /**
     * Why something typed cannot be taken in.
     *
     * @param field of the form
     * @param code stable, upper case, as of cells of lists
     * @param advice null where the words for the code say it all
     */
    public record Problem(
            String field, String code, @Nullable Advice advice) {}

    /**
     * Reads fields about a firm.
     *
     * @param typed fields of facts that the dictionary does not know are told as {@code NOT_A_FACT}
     * @param saidOn the day they speak of
     */
    public static TypedValues read(List<Typed> typed, Facts facts, LocalDate saidOn, Places places) {
        var rules = new ValueRules(saidOn, Set.of(), places);
        var values = new TreeMap<FactYear, FactValue>();
        var problems = new ArrayList<Problem>();
        for (Typed field : typed) {
            Fact fact = facts.get(field.key().fact());
            if (fact == null || fact.isYearly() != field.key().isYearly()) {
                problems.add(new Problem(field.name(), "NOT_A_FACT", null));
                continue;
            }
            SheetCell cell = field.text().isBlank()
                    ? SheetCell.Empty.CELL
                    : new SheetCell.Words(field.text().strip());
            switch (Cells.take(cell, fact, field.factor(), rules)) {
                case Cells.Taken.Nothing ignored -> {}
                case Cells.Taken.Value taken -> values.put(field.key(), taken.value());
                case Cells.Taken.Understood taken -> values.put(field.key(), taken.value());
                case Cells.Taken.Refused refused ->
                    problems.add(new Problem(field.name(), refused.code(), refused.advice()));
            }
        }
        return new TypedValues(values, problems);
    }
}
