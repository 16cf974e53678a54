package org.lingqu.library.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Visibility;

/**
 * One result.
 *
 * @param fragments the passages of the text that show why it was found, at most three, in order of the text; its beginning when only
 *     the title or a name matched
 * @param region the first path of names
 * @param alike how many other results say the same and were folded under this one; 0 when none
 */
public record Hit(
        String id,
        String kind,
        Highlighted title,
        List<Highlighted> fragments,
        @Nullable String issuer,
        @Nullable String region,
        @Nullable String indicator,
        @Nullable String period,
        @Nullable String articleKind,
        @Nullable LocalDate published,
        @Nullable String site,
        @Nullable String documentNumber,
        Visibility visibility,
        @Nullable String group,
        int alike) {

    public Hit {
        fragments = List.copyOf(fragments);
    }
}
