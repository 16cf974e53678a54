package org.lingqu.engine.policy.column;

import java.util.List;

/**
 * What a change does to one group of firms, such as the small ones of an industry.
 *
 * @param codes what the firms of the group have in common, in the order asked; {@link #NOT_KNOWN} where that is missing
 * @param firms how many there are
 * @param metBefore firms that were certainly in before the change, {@code metAfter} those after it
 * @param notMetBefore firms that were certainly out; all others depended on facts that are missing
 * @param gained firms that are certainly in now and were not before, whether out or open
 * @param lost firms that were certainly in before and no longer are, whether out or open
 * @param worthBefore sum of the amount over those that were in, in the amount's unit; 0 when none was asked for. Firms whose
 *     amount is missing add nothing
 * @param possibleBefore sum of the possible amount over those that were not certainly out, likewise
 */
public record GroupCount(
        List<String> codes,
        long firms,
        long metBefore,
        long metAfter,
        long notMetBefore,
        long notMetAfter,
        long gained,
        long lost,
        double worthBefore,
        double worthAfter,
        double possibleBefore,
        double possibleAfter) {

    /** No code is empty, so this is none. */
    public static final String NOT_KNOWN = "";

    public GroupCount {
        codes = List.copyOf(codes);
    }
}
