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
 * @param values one for each column, null where it says nothing: facts, answers as yes or no, points as amounts
 * @param titles that it speaks of; an empty list says that one is not held
 * @param problems cells that are not taken, and remarks on some that are
 */
@SuppressWarnings("ArrayRecordComponent") // one row of a million; nobody compares them
record ReadRow(
        int row,
        @Nullable String name,
        @Nullable String code,
        @Nullable FactValue[] values,
        Map<String, List<TitleSpan>> titles,
        List<CellProblem> problems) {

    /** Whether it says which firm it speaks of. */
    boolean namesFirm() {
        return name != null || code != null;
    }
}
