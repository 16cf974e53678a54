package org.lingqu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingqu audit}: the record of who did what. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {"The record of who did what. 操作记录。"},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditCommand.Verify.class},
        footer = {"", "Example:", "  ./lingqu audit verify --data data"})
final class AuditCommand {

    /** {@code lingqu audit verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Recomputes the hash of every entry; finds and names an entry that was changed, removed or put in between.",
                "逐条核对操作记录的哈希链，指出被改动、删除或插入的记录。",
                "Keep the printed head outside this machine: compared with it, entries cut off at the end are noticed too."
            },
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:intact", "1:broken, or another head than was given", "2:wrong usage"},
            footer = {"", "Example:", "  ./lingqu audit verify --data data --head 3f9a…"})
    static final class Verify implements Callable<Integer> {

        @Option(
                names = "--data",
                paramLabel = "FOLDER",
                description = "the data folder (default: data)",
                defaultValue = "data")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path data;

        @Option(
                names = "--head",
                paramLabel = "HASH",
                description = "a head printed earlier, whole or its beginning: must still be in the record",
                defaultValue = "")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String head;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() {
            DataFolders.require(data);
            PrintWriter out = spec.commandLine().getOut();
            var progress = new Progress(spec.commandLine().getErr());
            long begun = System.nanoTime();
            try (Database database = Databases.open(data, DataFolders.address())) {
                var log = new AuditLog(database, Clock.systemUTC());
                int entries = log.count(AuditFilter.ALL);
                AuditVerdict verdict = log.verify(
                        done -> progress.show("核对 verifying", done.intValue(), Math.max(entries, done.intValue())));
                return say(out, log, verdict, (System.nanoTime() - begun) / 1e9);
            }
        }

        private int say(PrintWriter out, AuditLog log, AuditVerdict verdict, double seconds) {
            return switch (verdict) {
                case AuditVerdict.Intact intact -> {
                    out.printf("完整 intact: %d 条 entries, %.1f s%n", intact.entries(), seconds);
                    out.printf("head %s%n", intact.head());
                    if (!head.isEmpty() && !log.holds(head)) {
                        out.printf(
                                "记录中没有 %s：末尾可能被截断 the record does not hold this head: its end may be cut off%n", head);
                        yield 1;
                    }
                    yield 0;
                }
                case AuditVerdict.Broken broken -> {
                    out.printf("第 %d 条被破坏 entry %d is broken: %s%n", broken.seq(), broken.seq(), broken.reason());
                    yield 1;
                }
            };
        }
    }
}
