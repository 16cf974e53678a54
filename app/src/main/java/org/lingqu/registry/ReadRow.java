package org.lingqu.registry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;

/**
 * A row of a list as its cells say it, before anybody asks whether the firm is known.
 *
 * @param row as Excel counts
 * @param name as written; null where none is
 * @param code sound and in one width; null where none is
 * @param nameColumn where the name stands, from 0; -1 where none does
 * @param codeColumn where the code stands, or what should be one and is none; -1 where nothing does
 * @param values one for each column, null where it says nothing: facts, answers as yes or no, points as amounts
 * @param titles that it speaks of; an empty list says that one is not held
 * @param problems cells that are not taken, and remarks on some that are
 */
@SuppressWarnings("ArrayRecordComponent") // one row of a million; nobody compares them
record ReadRow(
        int row,
        @Nullable String name,
        @Nullable String code,
        int nameColumn,
        int codeColumn,
        @Nullable FactValue[] values,
        Map<String, List<TitleSpan>> titles,
        List<CellProblem> problems) {

    /** Whether it says which firm it speaks of. */
    boolean namesFirm() {
        return name != null || code != null;
    }

    /** Whether something stands where the code should and is none. */
    boolean hasWrongCode() {
        return code == null && codeColumn >= 0;
    }

    /** A problem of the row as a whole, at the cell that says which firm it is. */
    CellProblem problem(String problem, Advice advice) {
        boolean coded = code != null;
        String who = coded ? code : name;
        return at(coded ? codeColumn : nameColumn, problem, who == null ? "" : who, advice);
    }

    /** The same at the name, whether or not a code stands beside it. */
    CellProblem problemOfName(String problem, Advice advice) {
        return at(nameColumn, problem, name == null ? "" : name, advice);
    }

    /** The same at the code, or at what should be one. */
    CellProblem problemOfCode(String problem, Advice advice) {
        return at(codeColumn, problem, name == null ? "" : name, advice);
    }

    private CellProblem at(int column, String problem, String value, Advice advice) {
        return new CellProblem(row, Math.max(0, column), "", problem, RowReader.masked(value), advice);
    }
}
