package org.lingqu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lingqu.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu restore}: a backup becomes a data folder again. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup into an empty folder, once every hash and the audit record have been checked.",
            "把备份恢复到空文件夹；先核对每个文件的校验值和操作记录。",
            "The search index is made again at the next start or by ./lingqu reindex."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything is back",
            "1:the folder is not empty or the backup is damaged; nothing was changed",
            "2:wrong usage"
        },
        footer = {"", "Example:", "  ./lingqu restore --data restored backup-2026-06-30.zip"})
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the archive")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path archive;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "an empty folder, or one that is not there yet (default: data)",
            defaultValue = "data")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ReadCommand.requireAllPresent(spec, List.of(archive));
        long begun = System.nanoTime();
        var progress = new Progress(spec.commandLine().getErr());
        Restore.Done done = new Restore(archive).into(data, (at, of) -> progress.show("恢复 restoring", at, of));
        spec.commandLine()
                .getOut()
                .printf(
                        "已恢复 restored: %s, 备份于 made %s, %d 个文件 files, %d 条操作记录 audit entries, %.1f s%n",
                        data, done.created(), done.files(), done.auditEntries(), (System.nanoTime() - begun) / 1e9);
        return 0;
    }
}
