package org.lingqu.library;

import java.util.List;

/**
 * Everything a person sees of a page, as it was at one moment.
 *
 * @param sameAs other pages that say nearly the same
 * @param peers how many other pages say the same or something else of what its statements are about
 * @param lost reviews whose words are no longer on it
 */
public record PageShown(
        Page page,
        PageVersion version,
        List<StoredStatement> statements,
        List<Origin> sameAs,
        List<PeerCount> peers,
        List<LostReview> lost) {}
