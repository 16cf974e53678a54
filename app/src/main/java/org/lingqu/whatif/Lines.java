package org.lingqu.whatif;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.feel.syntax.DisplayWidth;

/** A table for a terminal, where a Chinese character is as wide as two others. Words stand left, figures right. */
final class Lines {

    private static final String INDENT = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Filled up with spaces behind. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
    }

    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        var text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(INDENT);
            for (int i = 0; i < row.size(); i++) {
                String pad = " ".repeat(widths[i] - DisplayWidth.of(row.get(i)));
                boolean last = i == row.size() - 1;
                text.append(i == 0 ? row.get(i) + pad : pad + row.get(i)).append(last ? "" : INDENT);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
