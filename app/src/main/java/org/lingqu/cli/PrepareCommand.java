package org.lingqu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lingqu prepare}: makes the next starts faster. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the next starts faster. A server does it by itself in the background; an installer may do it"
                    + " beforehand.",
            "让以后的启动更快；服务运行时会在后台自动完成。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:could not be done; Lingqu starts as before", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu prepare"})
final class PrepareCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Path> cache = FasterStart.cache();
        if (cache.isEmpty() || !FasterStart.prepare(cache.get(), false)) {
            spec.commandLine().getErr().println("没有做成，启动速度不变 not done, Lingqu starts as before");
            return 1;
        }
        spec.commandLine().getOut().printf("已准备好 ready: %s, %d MB%n", cache.get(), Files.size(cache.get()) >> 20);
        return 0;
    }
}
