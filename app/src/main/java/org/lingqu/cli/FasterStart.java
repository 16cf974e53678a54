package org.lingqu.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingqu.database.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what Java has loaded, linked and learned of the application, so that the next start need not do it again (an AOT cache,
 * JEP 483 and 515). It is got by running the demonstration once in another process; without it everything works, only slower.
 */
final class FasterStart {

    private static final Logger LOG = LoggerFactory.getLogger(FasterStart.class);

    /** Whoever has just started the server wants to use it first. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private FasterStart() {}

    /** Where it is kept, as the starting script says; empty when something else started this process. */
    static Optional<Path> cache() {
        return Optional.ofNullable(System.getProperty("lingqu.faster")).map(Path::of);
    }

    /** Makes it some time after a server has started, if this server had to start without. */
    static void prepareInBackground() {
        Optional<Path> cache = cache();
        if (cache.isEmpty() || arguments().anyMatch(argument -> argument.startsWith("-XX:AOTCache"))) {
            return;
        }
        Thread.ofPlatform().daemon().name("faster-start").start(() -> {
            try {
                Thread.sleep(PATIENCE);
                prepare(cache.get(), true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | IllegalStateException e) { // the latter when this server stops meanwhile
                LOG.info("the next start will be no faster: {}", e.toString());
            }
        });
    }

    /**
     * Makes it now.
     *
     * @param gently whether all others go first
     * @return whether it is there now
     */
    static boolean prepare(Path cache, boolean gently) throws IOException, InterruptedException {
        Path fresh = cache.resolveSibling(cache.getFileName() + ".new");
        Path data = Files.createTempDirectory("lingqu-prepare");
        try {
            Process trial = new ProcessBuilder(command(fresh, data, gently))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var end = new Thread(() -> stop(trial));
            Runtime.getRuntime().addShutdownHook(end);
            int status = trial.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            if (status != 0 || !Files.exists(fresh)) {
                return false;
            }
            Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(
                    fresh.resolveSibling(fresh.getFileName() + ".config")); // Java's own, when it was stopped
            Folders.remove(data);
        }
    }

    private static void stop(Process trial) {
        trial.descendants().forEach(ProcessHandle::destroyForcibly); // Java writes the cache in a process of its own
        trial.destroyForcibly();
    }

    /** The demonstration, started as this process was: a cache fits only the same class path and the same options. */
    private static List<String> command(Path fresh, Path data, boolean gently) {
        var command = new ArrayList<String>();
        if (gently && File.separatorChar == '/') {
            command.addAll(List.of("nice", "-n", "19"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments()
                .filter(argument -> !argument.startsWith("-XX:AOT") && !argument.startsWith("-Xlog"))
                .forEach(command::add);
        command.add("-XX:AOTCacheOutput=" + fresh);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lingqu.class.getName()));
        command.addAll(List.of("demo", "--once", "--port", "0", "--data", data.toString()));
        return command;
    }

    private static Stream<String> arguments() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream();
    }
}
