package org.lingqu.ladder.web;

import java.util.Optional;
import org.lingqu.policy.CallRow;

/**
 * An enterprise of a 培育库.
 *
 * @param call what the policy of the rung says of it
 * @param now the highest title of the ladder that it holds; empty while it holds none
 */
public record Climber(CallRow call, Optional<String> now) {

    /** Whether it meets everything already. */
    public boolean isReady() {
        return call.isMet();
    }
}
