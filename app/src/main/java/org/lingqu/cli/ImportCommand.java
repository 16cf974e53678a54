package org.lingqu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lingqu.account.Actor;
import org.lingqu.library.Library;
import org.lingqu.library.Visibility;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu import}: pages go into the base without a browser. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes pages into a data folder. The same pages again change nothing; changed ones become new versions.",
            "把网页收入数据文件夹；相同的不重复，有变化的成为新版本。",
            "While a server uses the folder, import in the browser instead."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every page is there",
            "1:some pages were refused, or the folder is in use; the output says which",
            "2:wrong usage"
        },
        footer = {"", "Example:", "  ./lingqu import --data data --public saved-pages archive.zip"})
final class ImportCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "files, folders (all below them) and zip archives of pages")
    private List<Path> paths = List.of();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "the data folder (default: data)",
            defaultValue = "data")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(names = "--public", description = "new pages are seen by everybody (default: by staff only)")
    private boolean open;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        ReadCommand.requireAllPresent(spec, paths);
        try (DataLock lock = DataLock.of(data);
                ConfigurableApplicationContext context = Server.withoutWeb(data)) {
            Visibility visibility = open ? Visibility.PUBLIC : Visibility.INTERNAL;
            TakenIn taken = TakenIn.of(
                    context.getBean(Library.class),
                    Actor.SYSTEM,
                    name -> visibility,
                    paths,
                    new Progress(spec.commandLine().getErr()));
            taken.print(spec.commandLine().getOut());
            return taken.isAll() ? 0 : 1;
        }
    }
}
