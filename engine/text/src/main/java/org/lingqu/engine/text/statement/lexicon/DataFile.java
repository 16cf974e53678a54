package org.lingqu.engine.text.statement.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A list that comes with the engine: UTF-8, {@code #} begins a comment line, fields are separated by tabs. */
public final class DataFile {

    private DataFile() {}

    /**
     * The lines of a resource beside the statement package, split into fields.
     *
     * @throws IllegalStateException if there is no such resource: the jar is broken
     */
    public static List<String[]> rows(String name) {
        String path = "/org/lingqu/engine/text/statement/" + name;
        try (var stream = DataFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + path);
            }
            var rows = new ArrayList<String[]>();
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For lists of the form {@code kind TAB word word word}: calls {@code each} for every word with its kind. */
    public static void words(String name, WordOfKind each) {
        for (String[] row : rows(name)) {
            for (int i = 1; i < row.length; i++) {
                for (String word : row[i].split(" ", -1)) {
                    if (!word.isEmpty()) {
                        each.accept(row[0], word);
                    }
                }
            }
        }
    }

    /** Takes a word and the kind it is listed under. */
    @FunctionalInterface
    public interface WordOfKind {
        void accept(String kind, String word);
    }
}
