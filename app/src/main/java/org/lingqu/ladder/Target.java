package org.lingqu.ladder;

import java.util.Comparator;
import org.lingqu.registry.RegionPart;

/**
 * What a target is set for.
 *
 * @param place code of a place; empty for the whole region
 */
public record Target(String title, String place) implements Comparable<Target> {

    private static final Comparator<Target> ORDER =
            Comparator.comparing(Target::place).thenComparing(Target::title);

    /** Of the whole region. */
    public static Target whole(String title) {
        return new Target(title, "");
    }

    /** Whether it is of the whole region. */
    public boolean isWhole() {
        return place.isEmpty();
    }

    /** By place, the whole region first, then by title. */
    @Override
    public int compareTo(Target other) {
        return ORDER.compare(this, other);
    }

    /** Whether the place lies in another one, so that what is said of it is part of what is said of that one. */
    boolean isWithin(Target other) {
        return !place.equals(other.place) && new RegionPart(other.place, "", "").holds(place);
    }
}
