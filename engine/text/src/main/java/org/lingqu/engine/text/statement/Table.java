package org.lingqu.engine.text.statement;

import java.util.List;
import org.lingqu.engine.text.article.Passage;

/**
 * A table, whether it came as one or was flattened to one cell a line.
 *
 * @param captions lines directly above, outermost first
 * @param heads what stands above the columns behind the label, from the left
 * @param rows in order
 */
record Table(List<String> captions, List<String> heads, List<Row> rows) {

    /**
     * @param label what the row is about; a row without cells is the heading of those below
     * @param cells behind the label, one for each of {@link Table#heads()}; {@code ""} where there is none
     * @param passages where all of it stands
     */
    record Row(String label, List<String> cells, List<Passage> passages) {
        boolean isGroup() {
            return cells.isEmpty();
        }
    }
}
