package org.lingqu.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lingqu.database.Sha256;

/**
 * Pages byte for byte as they came, each in a file named by its SHA-256: {@code snapshots/ab/abcdef…}. A file is there wholly or
 * not at all, never changes and never goes.
 */
public final class Snapshots {

    private static final int WRITERS = 16;

    private final Path folder;

    /** @param folder made when the first snapshot comes */
    public Snapshots(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps bytes; when this returns they survive a power cut.
     *
     * @return their SHA-256, 64 lower-case hexadecimal digits
     */
    public String keep(byte[] bytes) {
        return keepAll(List.of(bytes)).getFirst();
    }

    /**
     * The same for many. The disk is asked to hold them side by side, because it answers many such questions nearly as fast as
     * one.
     */
    public List<String> keepAll(List<byte[]> all) {
        var missing = new LinkedHashMap<String, byte[]>();
        List<String> names = all.stream().map(Sha256::hex).toList();
        for (int i = 0; i < names.size(); i++) {
            if (!has(names.get(i))) {
                missing.put(names.get(i), all.get(i));
            }
        }
        if (!missing.isEmpty()) {
            try {
                write(missing);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private void write(Map<String, byte[]> files) throws IOException {
        var folders = new LinkedHashSet<Path>();
        for (String sha256 : files.keySet()) {
            Path parent = file(sha256).getParent();
            if (!Files.exists(parent)) {
                folders.add(folder);
                Files.createDirectories(parent);
            }
            folders.add(parent);
        }
        List<Path> parents = List.copyOf(folders);
        try (ExecutorService writers = Executors.newFixedThreadPool(Math.min(WRITERS, files.size()))) {
            each(writers, files.entrySet(), entry -> write(file(entry.getKey()), entry.getValue()));
            each(writers, parents, Snapshots::force); // the names too
        }
    }

    private static <T> void each(ExecutorService workers, Collection<T> all, Step<T> step) throws IOException {
        List<Future<?>> under = new ArrayList<>();
        for (T one : all) {
            under.add(workers.submit(() -> {
                step.of(one);
                return true;
            }));
        }
        for (Future<?> one : under) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while keeping snapshots", e);
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    private interface Step<T> {
        void of(T one) throws IOException;
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "new", ".part");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The bytes of a snapshot.
     *
     * @throws IllegalStateException when the file is missing or holds other bytes than its name says
     */
    public byte[] read(String sha256) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file(sha256));
        } catch (IOException e) {
            throw new IllegalStateException("snapshot " + sha256 + " cannot be read", e);
        }
        if (!Sha256.hex(bytes).equals(sha256)) {
            throw new IllegalStateException("snapshot " + sha256 + " was changed on disk");
        }
        return bytes;
    }

    /** Whether it is there. */
    public boolean has(String sha256) {
        return Files.exists(file(sha256));
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
