package org.lingqu.bench.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real application in a process of its own, started with the options of {@code ./lingqu demo}. */
final class Running implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LINES_KEPT = 30;
    /** Seconds of the processor in a second. */
    private static final double IDLE = 0.1;

    private final Process process;
    private final long begun = System.nanoTime();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Deque<String> said = new ArrayDeque<>();

    private Running(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("said").start(this::listen);
    }

    /**
     * Starts it on a data folder; it fills the folder with the demonstration region when it is new.
     *
     * @param options for Java, beside those of {@code ./lingqu}
     */
    static Running begin(Path data, String... options) throws IOException {
        Path home = Path.of(System.getProperty("lingqu.home", ".")).toAbsolutePath();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Dlingqu.home=" + home,
                "--enable-native-access=ALL-UNNAMED",
                "@" + home.resolve("app/server.options")));
        cache().ifPresent(cache ->
                command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr")));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                built("lingqu-app-.*-SNAPSHOT\\.jar").orElseThrow(() -> new IOException("the application is not built"))
                        + ":" + target().resolve("lib") + "/*",
                "org.lingqu.cli.Lingqu"));
        command.addAll(List.of("demo", "--data", data.toString(), "--port", "0"));
        return new Running(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Whether it starts with what an earlier start had learned, see {@code ./lingqu prepare}. */
    static boolean isPrepared() throws IOException {
        return cache().isPresent();
    }

    private static Optional<Path> cache() throws IOException {
        return built("lingqu-[0-9]+\\.aot");
    }

    private static Path target() {
        return Path.of(System.getProperty("lingqu.home", ".")).toAbsolutePath().resolve("app/target");
    }

    private static Optional<Path> built(String name) throws IOException {
        try (Stream<Path> files = Files.list(target())) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findAny();
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) {
                    address.complete(found.group());
                }
                synchronized (said) {
                    said.add(line);
                    if (said.size() > LINES_KEPT) {
                        said.remove();
                    }
                }
            }
        } catch (IOException e) {
            // the process is gone, and that is what is tested
        }
        address.completeExceptionally(new IOException("it ended before it answered"));
    }

    /**
     * Waits until it says where it is.
     *
     * @throws IllegalStateException with what it said last, when it does not come up
     */
    String address() throws InterruptedException {
        try {
            return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            synchronized (said) {
                throw new IllegalStateException("the application does not come up: " + String.join("\n", said), e);
            }
        }
    }

    /** Since it was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Memory that is really its own and that it shares, as the system counts it, in MB; 0 where the system does not say. */
    long residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findAny()
                            .orElse(0)
                    >> 10;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Seconds of the processor that it has used since it began; 0 where the system does not say. */
    double processorSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(used -> used.toMillis() / 1000.0)
                .orElse(0.0);
    }

    /** Waits until it does nothing more, so that what one measurement left behind does not fall into the next; a minute at most. */
    void awaitIdle() throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            double before = processorSeconds();
            Thread.sleep(1000);
            if (processorSeconds() - before < IDLE) {
                return;
            }
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to stop, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Passwords of the demonstration's accounts. */
    static String password(Path data, String login) {
        try (Stream<String> lines = Files.lines(data.resolve("demo-accounts.txt"))) {
            return lines.filter(line -> line.startsWith(login + " "))
                    .map(line -> line.substring(login.length() + 1))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException("no account " + login));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
