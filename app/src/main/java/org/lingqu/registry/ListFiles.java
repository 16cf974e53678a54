package org.lingqu.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lingqu.database.DataFolder;
import org.springframework.stereotype.Component;

/** Where lists lie as they were sent; they stay, so that every entry can be held against the cell it came from. */
@Component
final class ListFiles {

    private static final int LONGEST_NAME = 200; // bytes in UTF-8; file systems take 255

    private final Path root;

    ListFiles(DataFolder folder) {
        this.root = folder.resolve("enterprise-lists");
    }

    /** The file of an import. */
    Path of(FirmListImport list) {
        return root.resolve(Long.toString(list.id())).resolve(fileName(list.title()));
    }

    /** Keeps what was sent; a file left there by a database that was put back is replaced. */
    void keep(FirmListImport list, InputStream sent) throws IOException {
        remove(list);
        Path file = of(list);
        Files.createDirectories(file.getParent());
        Files.copy(sent, file);
    }

    /** Removes it. */
    void remove(FirmListImport list) throws IOException {
        Path folder = root.resolve(Long.toString(list.id()));
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** A name without folders and without what file systems dislike. */
    static String fileName(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}<>:\"|?*]", "_")
                .strip();
        String visible = name.isEmpty() || name.startsWith(".") || name.startsWith("~$") ? "_" + name : name;
        while (visible.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            visible = visible.substring(visible.offsetByCodePoints(0, 1));
        }
        return visible;
    }
}
