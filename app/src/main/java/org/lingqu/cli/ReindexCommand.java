package org.lingqu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lingqu.library.LibraryIndex;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingqu reindex}: the search index is made anew. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the search index anew from the pages. While a server uses the folder, start it from the page of jobs instead.",
            "重建搜索索引；服务运行时请在“任务”页上重建。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:the folder is in use or cannot be read", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu reindex --data data"})
final class ReindexCommand implements Callable<Integer> {

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
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        DataFolders.require(data);
        long begun = System.nanoTime();
        var progress = new Progress(spec.commandLine().getErr());
        try (DataLock lock = DataLock.of(data);
                ConfigurableApplicationContext context = Server.withoutWeb(data)) {
            context.getBean(LibraryIndex.class)
                    .rebuild((done, total, message) -> progress.show("重建索引 indexing", (int) done, (int) total));
        }
        spec.commandLine().getOut().printf("索引已重建 the index is rebuilt, %.1f s%n", (System.nanoTime() - begun) / 1e9);
        return 0;
    }
}
