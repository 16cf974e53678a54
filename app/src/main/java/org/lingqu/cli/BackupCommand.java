package org.lingqu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.lingqu.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu backup}: everything as one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes tables and snapshots of a data folder into one zip archive with a manifest of hashes; the server may go on.",
            "把数据文件夹备份成一个带校验清单的压缩包；服务可以继续运行。",
            "The printed audit head belongs somewhere else than the archive."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the archive is whole and on the disk", "1:it was not made", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu backup --data data backup-2026-06-30.zip"})
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the archive; must not be there yet")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path archive;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "the data folder (default: data)",
            defaultValue = "data")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DataFolders.require(data);
        if (DataFolders.address() != null) {
            throw new Refusal("表在 PostgreSQL 中：请用 pg_dump 备份数据库，并复制数据文件夹。\n"
                    + "Tables lie in PostgreSQL: back them up with pg_dump --format=custom first, then copy the folder "
                    + data.resolve("snapshots") + "; in this order every snapshot the tables name is in the copy.");
        }
        long begun = System.nanoTime();
        var progress = new Progress(spec.commandLine().getErr());
        Backup.Made made = new Backup(data, Clock.systemUTC())
                .write(archive, (done, of) -> progress.show("备份 backing up", done, of));
        spec.commandLine()
                .getOut()
                .printf(
                        "已备份 backed up: %s, %d 个文件 files, %.1f MB, %.1f s%naudit head %s%n",
                        archive, made.files(), made.bytes() / 1e6, (System.nanoTime() - begun) / 1e9, made.auditHead());
        return 0;
    }
}
