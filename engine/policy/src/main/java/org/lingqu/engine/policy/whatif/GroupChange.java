package org.lingqu.engine.policy.whatif;

import java.util.List;

/**
 * What a change does to a group of firms.
 *
 * @param codes what they have in common, see {@link org.lingqu.engine.policy.column.GroupCount}
 * @param gained firms that get it now and did not, {@code lost} those that no longer do
 */
public record GroupChange(List<String> codes, long firms, Standing before, Standing after, long gained, long lost) {
    public GroupChange {
        codes = List.copyOf(codes);
    }
}
