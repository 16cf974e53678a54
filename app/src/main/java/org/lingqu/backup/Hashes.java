package org.lingqu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.lingqu.database.Sha256;

/** Copies bytes and tells what they were. */
final class Hashes {

    private Hashes() {}

    /** What was copied. */
    record Copied(long size, String sha256) {}

    static Copied copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = new DigestInputStream(from, digest).transferTo(to);
        return new Copied(size, Sha256.hex(digest));
    }
}
