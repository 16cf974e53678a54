package org.lingqu.registry;

import java.util.Map;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;

/** Names of places by their codes: those of GB/T 2260, and the districts of the demonstration city, which no standard knows. */
public final class Places {

    private static final Map<String, String> MADE = Map.of(
            "456900", "灵渠市",
            "456902", "渠东区",
            "456921", "兴渠县",
            "456922", "临源县",
            "456971", "灵渠高新区");

    private Places() {}

    /** The name without the province; the code itself where there is none. */
    public static String named(String code) {
        String made = MADE.get(code);
        return made == null
                ? Divisions.standard().byCode(code).map(Division::name).orElse(code)
                : made;
    }
}
