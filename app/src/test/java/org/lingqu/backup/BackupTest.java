package org.lingqu.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;

class BackupTest {

    @TempDir
    private Path folder;

    @Test
    void everythingComesBackWhileSomebodyGoesOnWriting() throws Exception {
        Path data = filled(20);
        Path archive = folder.resolve("backup.zip");
        var stop = new AtomicBoolean();
        Backup.Made made;
        try (Database database = Databases.open(data, null)) {
            var log = new AuditLog(database, Clock.systemUTC());
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!stop.get()) {
                    log.record(Actor.SYSTEM, "test.write", "test", "1", null, null);
                }
            });
            made = backup(data).write(archive, (done, of) -> {});
            stop.set(true);
            writer.join();
        }

        Path restored = folder.resolve("restored");
        Restore.Done done = new Restore(archive).into(restored, (at, of) -> {});

        assertThat(done.auditEntries()).isGreaterThanOrEqualTo(20);
        assertThat(restored.resolve("snapshots/ab/abc")).hasContent("灵渠");
        try (Database database = Databases.open(restored, null)) {
            var log = new AuditLog(database, Clock.systemUTC());
            assertThat(log.head())
                    .hasValueSatisfying(head -> assertThat(head.hash()).isEqualTo(made.auditHead()));
        }
    }

    @Test
    void theListOfSynonymsOfTheHouseComesBackToo() throws IOException {
        Path data = filled(1);
        Files.writeString(data.resolve("synonyms.tsv"), "高企\t高新技术企业\n");
        Path archive = folder.resolve("backup.zip");
        backup(data).write(archive, (done, of) -> {});

        new Restore(archive).into(folder.resolve("restored"), (at, of) -> {});

        assertThat(folder.resolve("restored/synonyms.tsv")).hasContent("高企\t高新技术企业");
    }

    @Test
    void neverOverwritesAnArchiveOrAFolderInUse() throws IOException {
        Path data = filled(1);
        Path archive = folder.resolve("backup.zip");
        backup(data).write(archive, (done, of) -> {});

        assertThatThrownBy(() -> backup(data).write(archive, (done, of) -> {})).isInstanceOf(BackupProblem.class);
        assertThatThrownBy(() -> new Restore(archive).into(data, (done, of) -> {}))
                .isInstanceOf(BackupProblem.class);
        try (Database database = Databases.open(data, null)) {
            assertThat(new AuditLog(database, Clock.systemUTC()).count(AuditFilter.ALL))
                    .isEqualTo(1);
        }
    }

    @Test
    void findsEveryByteThatWasChangedAndPutsNothingBack() throws IOException {
        Path archive = folder.resolve("backup.zip");
        backup(filled(1)).write(archive, (done, of) -> {});
        Path forged = folder.resolve("forged.zip");
        rewrite(archive, forged, "snapshots/ab/abc", "灵渠!");

        assertThatThrownBy(() -> new Restore(forged).into(folder.resolve("restored"), (done, of) -> {}))
                .isInstanceOf(BackupProblem.class)
                .hasMessageContaining("snapshots/ab/abc");
        assertThat(folder.resolve("restored")).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "backup.zip", "forged.zip");
        }
    }

    @Test
    void refusesWhatStandsInNoManifestOrLeadsOutOfTheFolder() throws IOException {
        Path archive = folder.resolve("backup.zip");
        backup(filled(1)).write(archive, (done, of) -> {});
        Path forged = folder.resolve("forged.zip");
        rewrite(archive, forged, "../evil", "x");

        assertThatThrownBy(() -> new Restore(forged).into(folder.resolve("restored"), (done, of) -> {}))
                .isInstanceOf(BackupProblem.class)
                .hasMessageContaining("../evil");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoBackup() throws IOException {
        Path text = Files.writeString(folder.resolve("note.zip"), "no archive");

        assertThatThrownBy(() -> new Restore(text).into(folder.resolve("restored"), (done, of) -> {}))
                .isInstanceOf(BackupProblem.class);
    }

    private static Backup backup(Path data) {
        return new Backup(data, Clock.systemUTC());
    }

    private Path filled(int entries) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("snapshots/ab"));
        Files.writeString(data.resolve("snapshots/ab/abc"), "灵渠");
        try (Database database = Databases.open(data, null)) {
            var log = new AuditLog(database, Clock.systemUTC());
            for (int i = 0; i < entries; i++) {
                log.record(Actor.SYSTEM, "test.write", "test", "1", null, null);
            }
        }
        return data;
    }

    /** The same archive with one entry put in the place of another, or added. */
    private static void rewrite(Path from, Path to, String name, String content) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }
}
