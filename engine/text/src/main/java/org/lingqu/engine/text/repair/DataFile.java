package org.lingqu.engine.text.repair;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads data files: UTF-8, one entry a line, {@code #} for comments. */
final class DataFile {

    private DataFile() {}

    /** @param path from the root of the class path, or beside this package when it has no slash */
    static List<String> lines(String path) {
        String place = path.indexOf('/') < 0 ? "/org/lingqu/engine/text/repair/" + path : "/" + path;
        try (InputStream in = DataFile.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && l.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
