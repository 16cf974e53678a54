package org.lingqu.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lingqu.database.DataFolder;
import org.lingqu.database.FileNames;
import org.springframework.stereotype.Component;

/** Where lists lie as they were sent; they stay, so that every entry can be held against the cell it came from. */
@Component
final class ListFiles {

    private final Path root;

    ListFiles(DataFolder folder) {
        this.root = folder.resolve("enterprise-lists");
    }

    /** The file of an import. */
    Path of(FirmListImport list) {
        return root.resolve(Long.toString(list.id())).resolve(FileNames.of(list.title()));
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
}
