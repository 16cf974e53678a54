package org.lingqu.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingqu.database.DataFolder;
import org.lingqu.database.Folders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where pages that are to be taken in lie: uploads in the data folder, and the folders that the configuration allows. */
@Component
final class ImportFolders {

    private final Path uploads;
    private final List<Path> allowed;

    /** @param allowed {@code lingqu.import.folders}: folders of this machine, joined by commas, below which an officer may choose */
    ImportFolders(DataFolder folder, @Value("${lingqu.import.folders:}") List<String> allowed) {
        this.uploads = folder.resolve("uploads");
        this.allowed = allowed.stream()
                .filter(path -> !path.isBlank())
                .map(path -> Path.of(path.strip()).toAbsolutePath().normalize())
                .toList();
    }

    /** The folders that are allowed and there. */
    List<Path> allowed() {
        return allowed.stream().filter(Files::isDirectory).toList();
    }

    /** The folder somebody named, where it is there and really lies below an allowed one; links out of it do not count. */
    Optional<Path> allowed(String named) {
        try {
            Path real = Path.of(named.strip()).toRealPath();
            for (Path root : allowed()) {
                if (real.startsWith(root.toRealPath()) && Files.isDirectory(real)) {
                    return Optional.of(real);
                }
            }
            return Optional.empty();
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The folder of an import's own files. */
    Path uploads(long id) {
        return uploads.resolve(Long.toString(id));
    }

    /** The pages of an import. */
    PageFiles files(PageImport order) throws IOException {
        return switch (order.source()) {
            case UPLOAD, TEXT -> PageFiles.inside(uploads(order.id()));
            case FOLDER ->
                PageFiles.inside(allowed(String.valueOf(order.folder()))
                        .orElseThrow(() -> new IOException("文件夹不存在或不再允许 no such allowed folder: " + order.folder())));
        };
    }

    /** Numbers of the imports that have files of their own. */
    List<Long> all() {
        String[] names = uploads.toFile().list();
        return names == null
                ? List.of()
                : Stream.of(names)
                        .filter(name -> name.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .toList();
    }

    /** Removes an import's own files. */
    void remove(long id) {
        try {
            Folders.remove(uploads(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
