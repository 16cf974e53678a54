package org.lingqu.library;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Reading;

/**
 * The pages that files and folders stand for: files, folders with all below them in the order of their names, zip archives with
 * all pages in them. A page is handed over when its turn comes, so that a large folder needs no more memory than a small one.
 */
public final class PageFiles {

    /** A page that is larger than this is not even loaded; the engine's own limits are lower. */
    public static final long MAX_PAGE_BYTES = 128L << 20;

    /** How much an archive may unpack to: beyond it is either a mistake or a bomb. */
    public static final long MAX_ARCHIVE_BYTES = 4L << 30;

    /** How many entries of an archive are looked at. */
    public static final int MAX_ARCHIVE_ENTRIES = 200_000;

    private static final String IN_ARCHIVE = "!/";

    /** @param name under which it is reported and recognised next time */
    private record Named(Path path, String name) {}

    private final List<Named> files;

    private PageFiles(List<Named> files) {
        this.files = Collections.unmodifiableList(files);
    }

    /** Finds the files below paths, each called as it was reached; archives are opened later. */
    public static PageFiles of(List<Path> paths) throws IOException {
        var files = new ArrayList<Named>();
        for (Path path : paths) {
            for (Path file : below(path)) {
                files.add(new Named(file, file.toString()));
            }
        }
        return new PageFiles(files);
    }

    /** The same, each called by the last name of its path and what follows, wherever on the machine that lies. */
    public static PageFiles byShortName(List<Path> paths) throws IOException {
        var files = new ArrayList<Named>();
        for (Path path : paths) {
            Path root = path.toAbsolutePath().normalize();
            Path parent = root.getParent();
            for (Path file : below(root)) {
                files.add(new Named(file, slashes(parent == null ? file : parent.relativize(file))));
            }
        }
        return new PageFiles(files);
    }

    /** The files of a folder, called by their way from it; a link in it leads nowhere. */
    public static PageFiles inside(Path folder) throws IOException {
        var files = new ArrayList<Named>();
        for (Path file : below(folder)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                files.add(new Named(file, slashes(folder.relativize(file))));
            }
        }
        return new PageFiles(files);
    }

    private static List<Path> below(Path path) throws IOException {
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .filter(PageFiles::isMeant)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    /** Files that systems leave in folders are nobody's pages. */
    private static boolean isMeant(Path file) {
        return isMeant(file.getFileName().toString());
    }

    private static boolean isMeant(String name) {
        return !name.startsWith(".") && !name.equals("Thumbs.db") && !name.startsWith("~$");
    }

    /** How many files there are, each archive counted once. */
    public int size() {
        return files.size();
    }

    /** Hands every page over, in order; two calls on unchanged files hand over the same. */
    public void each(Use use) throws IOException {
        for (Named file : files) {
            if (isArchive(file.path())) {
                archive(file, use);
            } else if (Files.size(file.path()) > MAX_PAGE_BYTES) {
                use.refused(tooLarge(file.name()));
            } else {
                page(file, use);
            }
            use.fileDone();
        }
    }

    /** One page by the name it was handed over under; empty when it is not there or cannot be read. */
    public Optional<PageSource> one(String name) throws IOException {
        for (Named file : files) {
            if (file.name().equals(name) && !isArchive(file.path())) {
                return Optional.of(new PageSource(name, Files.readAllBytes(file.path())));
            }
            if (isArchive(file.path()) && name.startsWith(file.name() + IN_ARCHIVE)) {
                try (ZipFile zip = open(file.path())) {
                    ZipEntry entry = zip.getEntry(name.substring((file.name() + IN_ARCHIVE).length()));
                    if (entry != null) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            byte[] bytes = in.readNBytes((int) MAX_PAGE_BYTES + 1);
                            return bytes.length > MAX_PAGE_BYTES
                                    ? Optional.empty()
                                    : Optional.of(new PageSource(name, bytes));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static void page(Named file, Use use) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.path());
        } catch (IOException e) {
            use.refused(new PageRefused(
                    file.name(),
                    null,
                    "NOT_READABLE",
                    "the file cannot be opened",
                    "check that it may be read, then try again"));
            return;
        }
        use.page(new PageSource(file.name(), bytes));
    }

    private static boolean isMeant(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && !name.startsWith("__MACOSX/")
                && isMeant(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }

    private static boolean isArchive(Path file) {
        return file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
    }

    private static void archive(Named file, Use use) throws IOException {
        try (ZipFile zip = open(file.path())) {
            if (zip.size() > MAX_ARCHIVE_ENTRIES) {
                use.refused(bomb(file.name()));
                return;
            }
            long unpacked = 0;
            List<? extends ZipEntry> entries =
                    zip.stream().filter(PageFiles::isMeant).toList();
            for (ZipEntry entry : entries) {
                String name = file.name() + IN_ARCHIVE + entry.getName();
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
                    use.refused(bomb(file.name()));
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
                    file.name(),
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

    private static PageRefused bomb(String file) {
        return new PageRefused(
                file,
                null,
                "ARCHIVE_TOO_LARGE",
                "unpacks to more than " + (MAX_ARCHIVE_BYTES >> 30) + " GB or " + MAX_ARCHIVE_ENTRIES
                        + " entries; the rest was not read",
                "split the archive");
    }

    /** What is done with each page. */
    public interface Use {
        /** A page. */
        void page(PageSource page) throws IOException;

        /** Something that is no page. */
        void refused(Reading refused) throws IOException;

        /** A file, or an archive with all in it, is behind. */
        void fileDone();
    }
}
