package org.lingqu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes a file beside its place and moves it there when it is whole: a run that is broken off leaves no half a file. */
final class AsideFile {

    /** Fills a file. */
    interface Writing {
        void to(Path file) throws IOException;
    }

    private AsideFile() {}

    static void write(Path target, Writing writing) throws IOException {
        Path whole = target.toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(whole.getParent()));
        Path unfinished = whole.resolveSibling("." + whole.getFileName() + ".unfinished");
        unfinished.toFile().deleteOnExit(); // Ctrl-C runs no finally
        try {
            writing.to(unfinished);
            Files.move(unfinished, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
