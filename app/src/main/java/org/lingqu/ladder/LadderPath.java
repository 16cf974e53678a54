package org.lingqu.ladder;

import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Answer;
import org.lingqu.policy.Standing;

/**
 * The way of one enterprise up a ladder, rung by rung.
 *
 * @param held the highest title it holds today; empty while it holds none
 * @param legs the rungs above, from the next up; empty on the highest
 */
public record LadderPath(Ladder ladder, Optional<Ladder.Rung> held, List<Leg> legs) {

    public LadderPath {
        legs = List.copyOf(legs);
    }

    /**
     * One rung that is not held.
     *
     * @param answer what the policy that grants the title says of the enterprise today, with what is missing, the step where one is
     *     known, and what it brings by itself; empty where no policy in force grants it
     * @param standing how it stands to that policy; empty likewise
     * @param first titles of lower rungs that the policy asks for
     * @param opens other policies in force that ask for the title
     */
    public record Leg(
            Ladder.Rung rung,
            Optional<Answer> answer,
            Optional<Standing> standing,
            List<String> first,
            List<Policy> opens) {

        public Leg {
            first = List.copyOf(first);
            opens = List.copyOf(opens);
        }
    }
}
