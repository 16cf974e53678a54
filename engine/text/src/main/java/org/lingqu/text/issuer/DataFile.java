package org.lingqu.text.issuer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the data files beside this package: UTF-8, one entry a line, columns parted by tabs, {@code #} for comments. */
final class DataFile {

    private DataFile() {}

    static List<String[]> rows(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && l.charAt(0) != '#')
                    .map(l -> l.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first column of every row. */
    static List<String> words(String name) {
        return rows(name).stream().map(r -> r[0].strip()).toList();
    }
}
