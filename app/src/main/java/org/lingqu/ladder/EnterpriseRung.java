package org.lingqu.ladder;

import java.util.Optional;
import org.lingqu.policy.Standing;

/**
 * Where an enterprise stands on a ladder.
 *
 * @param held the highest title it holds today; empty while it holds none
 * @param next the rung above; empty on the highest
 * @param standing how it stands to the policy of that rung; empty where none is decided
 */
public record EnterpriseRung(
        Ladder ladder, Optional<Ladder.Rung> held, Optional<Ladder.Rung> next, Optional<Standing> standing) {}
