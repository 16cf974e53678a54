package org.lingqu.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, as it was looked at.
 *
 * @param row as Excel counts
 * @param enterprise that it speaks of, or party, by the list's kind; null when not known yet or refused
 * @param values how many values it says
 * @param differences from what is held, for known enterprises
 * @param problems of its cells, which are not taken in, and remarks on some that are
 */
public record ListRow(
        int row,
        RowOutcome outcome,
        @Nullable String name,
        @Nullable String code,
        @Nullable Long enterprise,
        int values,
        List<Difference> differences,
        List<CellProblem> problems) {

    public ListRow {
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }

    ListRow with(List<CellProblem> more) {
        return new ListRow(row, outcome, name, code, enterprise, values, differences, more);
    }
}
