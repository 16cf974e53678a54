package org.lingqu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.database.Folders;
import tools.jackson.core.JacksonException;

/** Puts a backup back into an empty folder, once every byte of it has been checked. */
public final class Restore {

    private final Path archive;

    /** @param archive as {@link Backup} writes it */
    public Restore(Path archive) {
        this.archive = archive;
    }

    /** What was put back. */
    public record Done(int files, String created, long auditEntries) {}

    /**
     * Puts everything back; the folder is filled only when all is well.
     *
     * @param progress told how many files of how many have been unpacked and checked
     * @throws BackupProblem when the folder is not empty, or the archive is no backup, incomplete or changed
     */
    public Done into(Path data, Backup.Progress progress) throws IOException {
        requireEmpty(data);
        Path target = data.toAbsolutePath().normalize();
        Files.createDirectories(target.getParent());
        Path part = Files.createTempDirectory(target.getParent(), target.getFileName() + ".part");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Manifest manifest = manifest(zip);
            List<String> problems = new ArrayList<>(strangers(zip, manifest));
            int done = 0;
            for (Manifest.Entry entry : manifest.files()) {
                unpack(zip, entry, part, problems);
                progress.step(++done, manifest.files().size());
            }
            if (!problems.isEmpty()) {
                throw new BackupProblem(
                        "备份不完整或被改动，没有恢复 the backup is incomplete or was changed, nothing was put back:\n  "
                                + String.join("\n  ", problems));
            }
            long entries = audit(part, manifest);
            Files.deleteIfExists(target); // empty, or not there
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return new Done(done, manifest.created(), entries);
        } catch (ZipException e) {
            throw new BackupProblem("不是灵渠的备份文件，或已损坏 no backup, or a damaged one: " + archive);
        } finally {
            if (Files.exists(part)) {
                Folders.remove(part);
            }
        }
    }

    private static void requireEmpty(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> inside = Files.list(data)) {
                if (inside.findAny().isPresent()) {
                    throw new BackupProblem(
                            "文件夹不是空的，不会覆盖 the folder is not empty, and nothing is overwritten: " + data);
                }
            }
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupProblem("不是灵渠的备份：没有清单 no backup: it has no manifest: " + archive);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = Manifest.of(in.readAllBytes());
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupProblem(
                        "备份来自另一个版本 the backup was made by another version: format " + manifest.format());
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BackupProblem("备份的清单已损坏 the manifest of the backup is damaged: " + archive);
        }
    }

    private static List<String> strangers(ZipFile zip, Manifest manifest) {
        Set<String> known = new HashSet<>(Set.of(Manifest.NAME));
        manifest.files().forEach(file -> known.add(file.name()));
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !known.contains(name))
                .map(name -> "清单里没有 not in the manifest: " + name)
                .toList();
    }

    private static void unpack(ZipFile zip, Manifest.Entry expected, Path part, List<String> problems)
            throws IOException {
        Path file = part.resolve(expected.name()).normalize();
        ZipEntry entry = zip.getEntry(expected.name());
        if (!file.startsWith(part) || entry == null) {
            problems.add("缺少 missing: " + expected.name());
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(file)) {
            Hashes.Copied copied = Hashes.copy(in, out);
            if (copied.size() != expected.size() || !copied.sha256().equals(expected.sha256())) {
                problems.add("被改动 changed: " + expected.name());
            }
        } catch (ZipException e) {
            problems.add("已损坏 damaged: " + expected.name());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static long audit(Path folder, Manifest manifest) {
        try (Database database = Databases.open(folder, null)) {
            return switch (new AuditLog(database, Clock.systemUTC()).verify(done -> {})) {
                case AuditVerdict.Intact intact -> {
                    if (manifest.auditHead() != null && !intact.head().equals(manifest.auditHead())) {
                        throw new BackupProblem("操作记录的末尾与清单不符 the audit record ends otherwise than the manifest says");
                    }
                    yield intact.entries();
                }
                case AuditVerdict.Broken broken ->
                    throw new BackupProblem("操作记录第 " + broken.seq() + " 条被破坏 entry " + broken.seq()
                            + " of the audit record is broken: " + broken.reason());
            };
        }
    }
}
