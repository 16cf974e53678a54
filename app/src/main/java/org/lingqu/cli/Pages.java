package org.lingqu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Reading;

/**
 * The pages that paths on the command line stand for: files, folders with all below them in the order of their names,
 * zip archives with all pages in them. A page is handed over when its turn comes, so that a large folder needs no more
 * memory than a small one.
 */
final class Pages {

    /** A page that is larger than this is not even loaded; the engine's own limits are lower. */
    static final long MAX_PAGE_BYTES = 128L << 20;

    /** How much an archive may unpack to: beyond it is either a mistake or a bomb. */
    static final long MAX_ARCHIVE_BYTES = 4L << 30;

    static final int MAX_ARCHIVE_ENTRIES = 200_000;

    private final List<Path> files;

    private Pages(List<Path> files) {
        this.files = files;
    }

    /** Finds the files; archives are opened later. */
    static Pages of(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(Files::isRegularFile)
                        .filter(Pages::isMeant)
                        .sorted()
                        .forEach(files::add);
            }
        }
        return new Pages(Collections.unmodifiableList(files));
    }

    /** Files that systems leave in folders are nobody's pages. */
    private static boolean isMeant(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.equals("Thumbs.db") && !name.startsWith("~$");
    }

    /** How many files there are, each archive counted once. */
    int size() {
        return files.size();
    }

    void each(Use use) throws IOException {
        for (Path file : files) {
            if (isArchive(file)) {
                archive(file, use);
            } else if (Files.size(file) > MAX_PAGE_BYTES) {
                use.refused(tooLarge(file.toString()));
            } else {
                page(file, use);
            }
            use.fileDone();
        }
    }

    private static void page(Path file, Use use) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            use.refused(new PageRefused(
                    file.toString(),
                    null,
                    "NOT_READABLE",
                    "the file cannot be opened",
                    "check that it may be read, then try again"));
            return;
        }
        use.page(new PageSource(file.toString(), bytes));
    }

    private static boolean isArchive(Path file) {
        return file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
    }

    private static void archive(Path file, Use use) throws IOException {
        try (ZipFile zip = open(file)) {
            if (zip.size() > MAX_ARCHIVE_ENTRIES) {
                use.refused(bomb(file));
                return;
            }
            long unpacked = 0;
            List<? extends ZipEntry> entries =
                    zip.stream().filter(entry -> !entry.isDirectory()).toList();
            for (ZipEntry entry : entries) {
                String name = file + "!/" + entry.getName();
                byte[] bytes;
                try (InputStream in = zip.getInputStream(entry)) {
                    // One byte more than allowed tells a lying size field from an honest one.
                    bytes = in.readNBytes((int) MAX_PAGE_BYTES + 1);
                } catch (IOException e) {
                    use.refused(new PageRefused(
                            name,
                            null,
                            "BAD_ARCHIVE_ENTRY",
                            "the archive is damaged here, or locked with a password",
                            "pack the pages again without a password"));
                    continue;
                }
                unpacked += bytes.length;
                if (unpacked > MAX_ARCHIVE_BYTES) {
                    use.refused(bomb(file));
                    return;
                }
                if (bytes.length > MAX_PAGE_BYTES) {
                    use.refused(tooLarge(name));
                } else {
                    use.page(new PageSource(name, bytes));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            use.refused(new PageRefused(
                    file.toString(),
                    null,
                    "BAD_ARCHIVE",
                    "this is no zip archive, or a damaged one",
                    "pack the pages again, or unpack them into a folder"));
        }
    }

    /** Archives packed on a Chinese Windows carry names in GB18030 without saying so. */
    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            return new ZipFile(file.toFile(), Charset.forName("GB18030"));
        }
    }

    private static PageRefused tooLarge(String name) {
        return new PageRefused(
                name,
                null,
                "TOO_LARGE",
                "larger than " + (MAX_PAGE_BYTES >> 20) + " MB",
                "save the page without pictures, or split the text");
    }

    private static PageRefused bomb(Path file) {
        return new PageRefused(
                file.toString(),
                null,
                "ARCHIVE_TOO_LARGE",
                "unpacks to more than " + (MAX_ARCHIVE_BYTES >> 30) + " GB or " + MAX_ARCHIVE_ENTRIES
                        + " entries; the rest was not read",
                "split the archive");
    }

    /** What is done with each page. */
    interface Use {
        void page(PageSource page) throws IOException;

        void refused(Reading refused) throws IOException;

        void fileDone();
    }
}
