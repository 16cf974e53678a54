package org.lingqu.engine.text.gazetteer;

/** Something that bears a name. */
sealed interface Bearer {

    /**
     * A division under its full or short name.
     *
     * @param full whether it is the full name
     * @param common whether the name is also an ordinary word, or one of many ({@code 新城区})
     */
    record OfDivision(Division division, boolean full, boolean common) implements Bearer {}

    /** A zone within a division. */
    record OfZone(String name, Division division) implements Bearer {}

    /** An area or a country: a path and no division. */
    record OfArea(String path) implements Bearer {}
}
