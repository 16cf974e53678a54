package org.lingqu.engine.text.statement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.statement.figure.Numeral;
import org.lingqu.engine.text.statement.figure.Numerals;

/** Finds tables among the passages of a page. */
final class TableFinder {

    private static final int LONGEST_CELL = 30;
    private static final int MOST_COLUMNS = 12;
    private static final int LONGEST_CAPTION = 48;

    private final List<Passage> passages;
    private final List<Table> tables = new ArrayList<>();
    private final BitSet used;

    TableFinder(List<Passage> passages) {
        this.passages = passages;
        this.used = new BitSet(passages.size());
        int at = 0;
        while (at < passages.size()) {
            at = Math.max(at + 1, passages.get(at).cell() != null ? marked(at) : flattened(at));
        }
    }

    List<Table> tables() {
        return tables;
    }

    /** Passages that belong to a table and are no running text. */
    BitSet used() {
        return used;
    }

    /** A table that the page itself has marked as one. */
    private int marked(int start) {
        Markup.Cell first = passages.get(start).cell();
        int end = start;
        var rows = new TreeMap<Integer, NavigableMap<Integer, Passage>>();
        while (end < passages.size()) {
            Markup.Cell cell = passages.get(end).cell();
            if (cell == null || first == null || cell.table() != first.table()) {
                break;
            }
            rows.computeIfAbsent(cell.row(), r -> new TreeMap<>()).putIfAbsent(cell.column(), passages.get(end));
            end++;
        }
        table(rows, start, end);
        return end;
    }

    private void table(NavigableMap<Integer, NavigableMap<Integer, Passage>> rows, int start, int end) {
        int columns =
                rows.values().stream().mapToInt(r -> r.lastKey() + 1).max().orElse(0);
        if (columns < 2 || columns > MOST_COLUMNS * 4) {
            return;
        }
        var heads = new String[columns];
        var body = new ArrayList<Table.Row>();
        var captions = captions(start);
        for (NavigableMap<Integer, Passage> row : rows.values()) {
            boolean figures = row.entrySet().stream().anyMatch(e -> e.getKey() > 0 && isNumber(text(e.getValue())));
            if (!figures && body.isEmpty() && row.size() > 1) {
                row.forEach((column, cell) -> spread(heads, column, cell));
            } else if (!figures && row.size() == 1) {
                String only = text(row.firstEntry().getValue());
                if (body.isEmpty() && heads[columns - 1] == null) {
                    captions.add(only);
                } else {
                    body.add(new Table.Row(only, List.of(), List.copyOf(row.values())));
                }
            } else if (figures) {
                body.add(row(row, columns));
            }
        }
        if (body.stream().anyMatch(r -> !r.isGroup())) {
            var names = new ArrayList<String>();
            for (int i = 1; i < columns; i++) {
                names.add(heads[i] == null ? "" : heads[i]);
            }
            tables.add(new Table(captions, names, body));
            used.set(start, end);
        }
    }

    private static void spread(String[] heads, int column, Passage cell) {
        Markup.Cell place = cell.cell();
        int width = place == null ? 1 : Math.max(1, place.columns());
        for (int i = column; i < Math.min(heads.length, column + width); i++) {
            heads[i] = heads[i] == null ? text(cell) : heads[i] + text(cell);
        }
    }

    private static Table.Row row(NavigableMap<Integer, Passage> row, int columns) {
        Passage label = row.get(0);
        var cells = new ArrayList<String>();
        for (int i = 1; i < columns; i++) {
            Passage cell = row.get(i);
            cells.add(cell == null ? "" : text(cell));
        }
        return new Table.Row(label == null ? "" : text(label), cells, List.copyOf(row.values()));
    }

    /** A table of which every cell became a line: labels, each with the same number of figures behind it. */
    private int flattened(int start) {
        int figures = figuresBehind(start);
        if (!isLabel(start) || figures == 0 || figures > MOST_COLUMNS) {
            return start + 1;
        }
        int rows = 0;
        int groups = 0;
        int end = start;
        var body = new ArrayList<Table.Row>();
        while (end < passages.size() && isLabel(end)) {
            if (figuresBehind(end) == figures) {
                body.add(flatRow(end, figures));
                end += figures + 1;
                rows++;
                groups = 0;
            } else if (figuresBehind(end) == 0
                    && groups == 0
                    && end + 1 < passages.size()
                    && isLabel(end + 1)
                    && figuresBehind(end + 1) == figures) {
                body.add(new Table.Row(text(passages.get(end)), List.of(), List.of(passages.get(end))));
                end++;
                groups++;
            } else {
                break;
            }
        }
        int headStart = heads(start, figures);
        if (rows < 2 || headStart < 0) {
            return end > start + figures ? end : start + 1;
        }
        int headEnd = headStart + figures + 1;
        var heads = new ArrayList<String>();
        for (int i = headStart + 1; i < headEnd; i++) {
            heads.add(text(passages.get(i)));
        }
        for (int i = headEnd; i < start; i++) {
            body.addFirst(new Table.Row(text(passages.get(i)), List.of(), List.of(passages.get(i))));
        }
        tables.add(new Table(captions(headStart), heads, body));
        used.set(headStart, end);
        return end;
    }

    private Table.Row flatRow(int at, int figures) {
        var cells = new ArrayList<String>();
        for (int i = at + 1; i <= at + figures; i++) {
            cells.add(text(passages.get(i)));
        }
        return new Table.Row(text(passages.get(at)), cells, List.copyOf(passages.subList(at, at + figures + 1)));
    }

    /** Where the heads begin, with up to two headings of groups between them and the first row; -1 when there are none. */
    private int heads(int firstRow, int figures) {
        int best = -1;
        int bestScore = 0;
        for (int groups = 0; groups <= 2; groups++) {
            int from = firstRow - groups - figures - 1;
            if (from < 0) {
                break;
            }
            int score = TableWords.isLabelHead(text(passages.get(from))) ? 2 : 0;
            boolean labels = true;
            for (int i = from; i < from + figures + 1; i++) {
                labels &= isLabel(i);
                score += i > from && TableWords.isHead(text(passages.get(i))) ? 1 : 0;
            }
            if (labels && score > bestScore) {
                best = from;
                bestScore = score;
            }
        }
        return bestScore * 2 > figures ? best : -1;
    }

    private List<String> captions(int before) {
        var captions = new ArrayList<String>();
        for (int i = before - 1; i >= 0 && i >= before - 3; i--) {
            String line = text(passages.get(i));
            if (passages.get(i).cell() != null
                    || line.length() > LONGEST_CAPTION
                    || line.endsWith("。")
                    || isNumber(line)) {
                break;
            }
            captions.addFirst(line);
        }
        return captions;
    }

    private int figuresBehind(int label) {
        int count = 0;
        while (label + 1 + count < passages.size()
                && count <= MOST_COLUMNS
                && passages.get(label + 1 + count).cell() == null
                && isNumber(text(passages.get(label + 1 + count)))) {
            count++;
        }
        return count;
    }

    private boolean isLabel(int at) {
        Passage passage = passages.get(at);
        String text = passage.text().toString();
        if (passage.cell() != null || text.length() > LONGEST_CELL || isNumber(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("。！？；，".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(Passage passage) {
        return passage.text().toString().strip();
    }

    /** Whether a cell is a number and nothing else; {@code -} and {@code —} stand for none. */
    static boolean isNumber(String text) {
        return text.equals("-") || text.equals("—") || text.equals("－") || number(text) != null;
    }

    static @Nullable Numeral number(String text) {
        String bare = text.startsWith("+") ? text.substring(1) : text;
        if (bare.isEmpty() || bare.length() > 24) {
            return null;
        }
        char first = bare.charAt(0);
        if (!Numerals.isDigit(first) && first != '-' && first != '−' && first != '－') {
            return null;
        }
        Numeral number = Numerals.at(bare, 0);
        boolean whole = number != null
                && (number.end() == bare.length()
                        || bare.substring(number.end()).strip().equals("%"));
        return whole ? number : null;
    }
}
