package org.lingqu.text.gazetteer;

import java.util.List;
import java.util.Optional;

/** The administrative divisions, by name and by code. */
public final class Divisions {

    private static final Divisions STANDARD = new Divisions();

    /** The divisions of the data file that comes with the engine. */
    public static Divisions standard() {
        return STANDARD;
    }

    /** @param code GB/T 2260, six digits */
    public Optional<Division> byCode(String code) {
        return code.equals(Division.COUNTRY.code()) ? Optional.of(Division.COUNTRY) : Optional.empty();
    }

    /**
     * Every division that bears a name, the full one ({@code 南宁市}) or the short one ({@code 南宁}, {@code 桂}), provinces
     * first.
     */
    public List<Division> named(String name) {
        return name.equals("全国") ? List.of(Division.COUNTRY) : List.of();
    }
}
