package org.lingqu.ladder;

import java.util.Optional;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.Tally;

/**
 * A rung with who stands on it and who could.
 *
 * @param holders enterprises that hold the title today
 * @param expiring of these, how many lose it within the days asked for
 * @param policy in force that grants it; empty where there is none
 * @param tally how enterprises stand to that policy; empty where it is not decided
 */
public record Step(Ladder.Rung rung, int holders, int expiring, Optional<Policy> policy, Optional<Tally> tally) {}
