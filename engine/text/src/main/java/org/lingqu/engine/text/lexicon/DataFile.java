package org.lingqu.engine.text.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the data files that lie beside the classes: UTF-8, one entry a line, columns parted by tabs, {@code #} for comments. Plain
 * loops, because it runs once, on a cold machine.
 */
public final class DataFile {

    private DataFile() {}

    /**
     * @param reader the class beside which the file lies
     * @throws IllegalStateException if the file is not in the jar
     */
    public static List<String[]> rows(Class<?> reader, String name) {
        String text = text(reader, name);
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
    public static List<String> words(Class<?> reader, String name) {
        var words = new ArrayList<String>();
        for (String[] row : rows(reader, name)) {
            words.add(row[0]);
        }
        return List.copyOf(words);
    }

    private static String text(Class<?> reader, String name) {
        try (InputStream in = reader.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
