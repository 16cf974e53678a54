package org.lingqu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies bytes and tells what they were. */
final class Hashes {

    private Hashes() {}

    /** What was copied. */
    record Copied(long size, String sha256) {}

    static Copied copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = sha256();
        long size = new DigestInputStream(from, digest).transferTo(to);
        return new Copied(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
