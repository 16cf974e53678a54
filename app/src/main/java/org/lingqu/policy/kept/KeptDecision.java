package org.lingqu.policy.kept;

import java.time.Instant;
import java.time.LocalDate;
import org.lingqu.engine.policy.decision.Finding;

/**
 * What one policy said of one enterprise from some time on. Never changed.
 *
 * @param id grows with time; 0 before it is kept
 * @param policy {@code cn/high-tech}
 * @param decidedFor the day that was decided for
 * @param engine version of the engine that decided
 * @param used SHA-256 over the facts that were looked at, with their sources, in hexadecimal digits
 * @param notedAt when it was noted; what changed may have changed earlier, see ADR 0032
 */
public record KeptDecision(
        long id,
        long enterprise,
        String policy,
        String version,
        LocalDate decidedFor,
        Finding.Kind verdict,
        String engine,
        String used,
        Instant notedAt) {

    /** Whether it says the same as another about the same policy. */
    boolean says(KeptDecision other) {
        return verdict == other.verdict && version.equals(other.version);
    }
}
