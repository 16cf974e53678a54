package org.lingqu.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an enterprise stands among others of its kind, as another module tells it; offered as a bean. */
public interface EnterpriseSteps {

    /**
     * One ladder.
     *
     * @param chinese its name
     * @param english likewise
     * @param held the highest title held today; null while none is
     * @param next the title above; null on the highest
     * @param key of the word files, how it stands to that title; null where nothing is decided
     * @param style name of the class of that word
     * @param address where the decision is explained; null where nothing is decided
     */
    record Line(
            String chinese,
            String english,
            @Nullable String held,
            @Nullable String next,
            @Nullable String key,
            String style,
            @Nullable String address) {}

    /** All ladders. */
    List<Line> of(Enterprise enterprise, FirmFile file);
}
