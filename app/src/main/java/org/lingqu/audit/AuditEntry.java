package org.lingqu.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Sha256;

/**
 * One entry.
 *
 * @param seq from 1 without a gap
 * @param at to the millisecond
 * @param person number of the account, null for visitors and Lingqu itself
 * @param name who, as called at that time
 * @param action stable word, {@code library.correct}; said in words by {@code audit.action.ACTION}
 * @param subjectKind what it was done to: {@code account}, {@code page}, {@code statement}
 * @param subject which
 * @param before null when there was nothing
 * @param after null when nothing is left
 * @param previousHash hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 of everything above
 */
public record AuditEntry(
        long seq,
        Instant at,
        @Nullable Long person,
        String name,
        String role,
        String action,
        String subjectKind,
        String subject,
        @Nullable String before,
        @Nullable String after,
        String previousHash,
        String hash) {

    /** What stands before the first entry. */
    public static final String ORIGIN = "0".repeat(64);

    /** What the hash should be; every field with its length, so that nothing can move from one to the next. */
    String computedHash() {
        MessageDigest digest = Sha256.digest();
        String[] fields = {
            Long.toString(seq),
            Long.toString(at.toEpochMilli()),
            person == null ? null : person.toString(),
            name,
            role,
            action,
            subjectKind,
            subject,
            before,
            after,
            previousHash
        };
        for (String field : fields) {
            byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            digest.update(((field == null ? -1 : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return Sha256.hex(digest);
    }

    /** The same with the hash it should have. */
    AuditEntry sealed() {
        return new AuditEntry(
                seq, at, person, name, role, action, subjectKind, subject, before, after, previousHash, computedHash());
    }
}
