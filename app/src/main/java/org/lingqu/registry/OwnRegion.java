package org.lingqu.registry;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The region that the installation is for: the one that {@code lingqu.region} names, else the city, or where no city has half of the
 * enterprises the province, in which most of them are. Safe for use by many threads.
 */
@Component
public final class OwnRegion {

    private static final int CITY = 4;
    private static final int PROVINCE = 2;

    private final String named;
    private final Enterprises enterprises;

    /**
     * @param named code of GB/T 2260 or one of {@code regions/places.tsv}; empty to look where the enterprises are
     * @throws IllegalStateException if it is neither empty nor six digits
     */
    OwnRegion(@Value("${lingqu.region:}") String named, Enterprises enterprises) {
        if (!named.isEmpty() && !named.matches("\\d{6}")) {
            throw new IllegalStateException("lingqu.region is a code of six digits, got " + named);
        }
        this.named = named;
        this.enterprises = enterprises;
    }

    /** Its code; empty where nobody can tell. */
    public String code() {
        return named.isEmpty() ? most(enterprises.regions()) : named;
    }

    /** Where at least half of all are: a city before a province; empty where there is no such place. */
    static String most(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        for (int digits : new int[] {CITY, PROVINCE}) {
            var sums = new HashMap<String, Integer>();
            counts.forEach((code, count) -> {
                if (code.length() >= digits) {
                    sums.merge(code.substring(0, digits), count, Integer::sum);
                }
            });
            for (Map.Entry<String, Integer> each : sums.entrySet()) {
                if (2L * each.getValue() >= all && all > 0) {
                    return each.getKey() + "0".repeat(6 - digits);
                }
            }
        }
        return "";
    }
}
