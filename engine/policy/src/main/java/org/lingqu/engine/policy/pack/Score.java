package org.lingqu.engine.policy.pack;

import java.util.List;
import org.lingqu.engine.policy.rule.RangeTerm;

/**
 * One line of a score table, or a group of lines.
 *
 * @param id unique within the policy; conditions read it as {@code 得分.<label>}
 * @param label the line's name in Chinese
 * @param range the points, as the tree computes them; of a group the capped sum of its parts
 * @param parts the lines of a group or the alternatives of a choice; empty for a single line
 */
public record Score(String id, String label, Clause clause, RangeTerm range, List<Score> parts) {
    public Score {
        parts = List.copyOf(parts);
    }
}
