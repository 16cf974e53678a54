package org.lingqu.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lingqu.sheet.SheetCell;
import org.lingqu.sheet.SheetRow;

/**
 * The header of a list: one row or two, somewhere among the first rows, below a title and notes.
 *
 * @param labels one for each column; two rows are joined
 * @param last Excel's number of the header's last row
 * @param below the rows read so far that stand below the header
 */
record HeaderRows(List<String> labels, int last, List<SheetRow> below) {

    /** Takes the row, or the pair of rows, of which the most labels are understood. */
    static HeaderRows among(List<SheetRow> rows, Predicate<String> understood) {
        int best = 0;
        int height = 1;
        long most = -1;
        for (int i = 0; i < rows.size(); i++) {
            long alone = count(labels(rows.get(i)), understood);
            if (alone > most) {
                best = i;
                height = 1;
                most = alone;
            }
            long paired = i + 1 < rows.size() ? count(joined(rows.get(i), rows.get(i + 1)), understood) : -1;
            if (paired > most) {
                best = i;
                height = 2;
                most = paired;
            }
        }
        List<String> labels = height == 1 ? labels(rows.get(best)) : joined(rows.get(best), rows.get(best + 1));
        int last = best + height - 1;
        return new HeaderRows(labels, rows.get(last).number(), List.copyOf(rows.subList(last + 1, rows.size())));
    }

    private static long count(List<String> labels, Predicate<String> understood) {
        return labels.stream()
                .filter(label -> !label.isEmpty() && understood.test(label))
                .count();
    }

    private static List<String> labels(SheetRow row) {
        return row.cells().stream().map(SheetCell::shown).toList();
    }

    /** A year that is merged over several columns stands in the first of them only. */
    private static List<String> joined(SheetRow upper, SheetRow lower) {
        var labels = new ArrayList<String>();
        String last = "";
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            String over = upper.cell(i).shown();
            String under = lower.cell(i).shown();
            last = over.isEmpty() ? last : over;
            labels.add(under.isEmpty() ? over : last + under);
        }
        return labels;
    }
}
