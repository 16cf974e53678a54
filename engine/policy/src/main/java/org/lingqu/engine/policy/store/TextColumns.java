package org.lingqu.engine.policy.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.Rows;

/** Columns of lists and of spans out of the texts they are written as. */
final class TextColumns {

    private TextColumns() {}

    static Column spans(String name, int rows, IntFunction<@Nullable String> texts, long[] valid) {
        var dictionary = new LinkedHashMap<String, Integer>();
        int[] places = places(rows, texts, dictionary);
        return spans(name, rows, List.copyOf(dictionary.keySet()), places, valid);
    }

    static Column lists(String name, int rows, IntFunction<@Nullable String> texts, long[] valid) {
        var dictionary = new LinkedHashMap<String, Integer>();
        int[] places = places(rows, texts, dictionary);
        return lists(name, rows, List.copyOf(dictionary.keySet()), places, valid);
    }

    private static int[] places(int rows, IntFunction<@Nullable String> texts, Map<String, Integer> dictionary) {
        int[] places = new int[rows];
        for (int row = 0; row < rows; row++) {
            String text = texts.apply(row);
            places[row] = text == null ? 0 : dictionary.computeIfAbsent(text, key -> dictionary.size());
        }
        return places;
    }

    /** Each text is taken apart once; a row then copies what its text means. */
    static Column spans(String name, int rows, List<String> texts, int[] places, long[] valid) {
        int[][] from = new int[texts.size()][];
        int[][] to = new int[texts.size()][];
        for (int i = 0; i < from.length; i++) {
            List<Spans.Span> spans = Spans.of(texts.get(i))
                    .orElseThrow(() -> new IllegalStateException(name + " was looked at before it was read"))
                    .spans();
            from[i] = spans.stream().mapToInt(Spans.Span::from).toArray();
            to[i] = spans.stream().mapToInt(Spans.Span::to).toArray();
        }
        int[] ends = ends(rows, from, places, valid);
        return new Column.Spans(
                name, ends, joined(rows, ends, from, places, valid), joined(rows, ends, to, places, valid), valid);
    }

    static Column lists(String name, int rows, List<String> texts, int[] places, long[] valid) {
        var dictionary = new LinkedHashMap<String, Integer>();
        int[][] codes = new int[texts.size()][];
        for (int i = 0; i < codes.length; i++) {
            var tokens = new StringTokenizer(texts.get(i), FirmFields.MARK);
            codes[i] = new int[tokens.countTokens()];
            for (int k = 0; k < codes[i].length; k++) {
                codes[i][k] = dictionary.computeIfAbsent(tokens.nextToken(), key -> dictionary.size());
            }
        }
        int[] ends = ends(rows, codes, places, valid);
        return new Column.Lists(
                name, List.copyOf(dictionary.keySet()), ends, joined(rows, ends, codes, places, valid), valid);
    }

    private static int[] ends(int rows, int[][] parts, int[] places, long[] valid) {
        int[] ends = new int[Rows.padded(rows)];
        int end = 0;
        for (int row = 0; row < rows; row++) {
            end += Rows.get(valid, row) ? parts[places[row]].length : 0;
            ends[row] = end;
        }
        Arrays.fill(ends, rows, ends.length, end);
        return ends;
    }

    private static int[] joined(int rows, int[] ends, int[][] parts, int[] places, long[] valid) {
        int[] joined = new int[rows == 0 ? 0 : ends[rows - 1]];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            if (Rows.get(valid, row)) {
                for (int part : parts[places[row]]) {
                    joined[at++] = part;
                }
            }
        }
        return joined;
    }
}
