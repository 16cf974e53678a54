package org.lingqu.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Pages byte for byte as they came, each in a file named by its SHA-256: {@code snapshots/ab/abcdef…}. A file is there wholly or
 * not at all, never changes and never goes.
 */
public final class Snapshots {

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
        String sha256 = sha256(bytes);
        Path file = file(sha256);
        if (!Files.exists(file)) {
            try {
                write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sha256;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
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
        try (FileChannel parent = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            parent.force(true); // the name too
        }
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
        if (!sha256(bytes).equals(sha256)) {
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

    /** SHA-256 as 64 lower-case hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
