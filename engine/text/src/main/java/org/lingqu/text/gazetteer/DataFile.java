package org.lingqu.text.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the data files beside this package: UTF-8, one entry a line, columns parted by tabs, {@code #} for comments. Plain
 * loops, because it runs once, on a cold machine.
 */
final class DataFile {

    private DataFile() {}

    /** @throws IllegalStateException if the file is not in the jar */
    static List<String[]> rows(String name) {
        String text = text(name);
        var rows = new ArrayList<String[]>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            if (end > at && text.charAt(at) != '#') {
                rows.add(text.substring(at, end).split("\t", -1));
            }
            at = end + 1;
        }
        return rows;
    }

    /** The first column of every row. */
    static List<String> words(String name) {
        var words = new ArrayList<String>();
        for (String[] row : rows(name)) {
            words.add(row[0]);
        }
        return List.copyOf(words);
    }

    private static String text(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
