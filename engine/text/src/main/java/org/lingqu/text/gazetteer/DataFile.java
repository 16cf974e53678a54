package org.lingqu.text.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data files beside this package: UTF-8, one entry a line, columns parted by tabs, {@code #} for comments. */
final class DataFile {

    private DataFile() {}

    /** @throws IllegalStateException if the file is not in the jar */
    static List<String[]> rows(String name) {
        var rows = new ArrayList<String[]>();
        for (String line : text(name).lines().toList()) {
            if (!line.isBlank() && line.charAt(0) != '#') {
                rows.add(line.split("\t", -1));
            }
        }
        return rows;
    }

    /** The first column of every row. */
    static List<String> words(String name) {
        return rows(name).stream().map(r -> r[0].strip()).toList();
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
