package org.lingqu.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lingqu.audit.AuditEntry;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.database.Folders;

/**
 * Makes a backup, also while a server uses the folder: first the tables as of one moment, then the files they name, which never
 * change. The search index is left out, it can be made again.
 */
public final class Backup {

    /** Folders whose files belong to it. */
    private static final List<String> FOLDERS = List.of("snapshots", "uploads", "enterprise-lists");

    /** Files beside them: the list of synonyms, which people edit. */
    private static final List<String> FILES = List.of("synonyms.tsv");

    private static final String TABLES = "lingqu.db";

    private final Path data;
    private final Clock clock;

    /** @param data a data folder whose tables lie in it */
    public Backup(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * What was made.
     *
     * @param bytes size of the archive
     * @param auditHead hash of the newest audit entry in it, to be kept elsewhere; empty when there is none
     */
    public record Made(int files, long bytes, String auditHead) {}

    /**
     * Writes the archive; it appears under its name only when it is whole and safe.
     *
     * @param progress told how many files of how many are in it
     * @throws BackupProblem when a file of that name is there
     */
    public Made write(Path archive, Progress progress) throws IOException {
        if (Files.exists(archive)) {
            throw new BackupProblem("文件已存在，不会覆盖 there is such a file, and none is overwritten: " + archive);
        }
        Path folder = archive.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, archive.getFileName().toString(), ".part");
        Path tables = Files.createTempDirectory(data, "backup");
        try {
            Path copy = tables.resolve(TABLES);
            Databases.copyTables(data, copy);
            String head = head(tables);
            int files = zip(part, copy, head, progress);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
            return new Made(files, Files.size(archive), head);
        } finally {
            Files.deleteIfExists(part);
            Folders.remove(tables);
        }
    }

    private String head(Path folder) {
        try (Database copy = Databases.open(folder, null)) {
            return new AuditLog(copy, clock).head().map(AuditEntry::hash).orElse("");
        }
    }

    private int zip(Path part, Path tables, String head, Progress progress) throws IOException {
        List<Path> files = files();
        var entries = new ArrayList<Manifest.Entry>();
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            add(zip, TABLES, tables, entries);
            for (Path file : files) {
                add(zip, data.relativize(file).toString().replace('\\', '/'), file, entries);
                progress.step(entries.size(), files.size() + 1);
            }
            var manifest =
                    new Manifest(Manifest.FORMAT, clock.instant().toString(), head.isEmpty() ? null : head, entries);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.bytes());
            zip.closeEntry();
        }
        return entries.size();
    }

    /** Files that lie there once the tables have been copied: all that these name, perhaps some more. */
    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        FILES.stream().map(data::resolve).filter(Files::isRegularFile).forEach(files::add);
        for (String name : FOLDERS) {
            Path folder = data.resolve(name);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> below = Files.walk(folder)) {
                    below.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().endsWith(".part"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private static void add(ZipOutputStream zip, String name, Path file, List<Manifest.Entry> entries)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            Hashes.Copied copied = Hashes.copy(in, zip);
            zip.closeEntry();
            entries.add(new Manifest.Entry(name, copied.size(), copied.sha256()));
        } catch (NoSuchFileException e) {
            if (!name.startsWith("uploads/")) { // an import may have ended meanwhile; nothing else ever goes
                throw e;
            }
        }
    }

    /** How far it is. */
    public interface Progress {
        /** So many of so many files. */
        void step(int done, int of);
    }
}
