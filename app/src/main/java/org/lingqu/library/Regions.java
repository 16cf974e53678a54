package org.lingqu.library;

import java.util.List;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;

/** Regions as people write them. */
public final class Regions {

    private Regions() {}

    /**
     * The divisions a name may mean, the likeliest first.
     *
     * @param name 南宁, 南宁市, or the whole path 广西壮族自治区/南宁市
     */
    public static List<Division> named(String name) {
        String path = name.replace(" ", "").replace('／', '/');
        String last = path.substring(path.lastIndexOf('/') + 1);
        List<Division> all = Divisions.standard().named(last);
        return path.indexOf('/') < 0
                ? all
                : all.stream()
                        .filter(division -> division.path().endsWith(path))
                        .toList();
    }
}
