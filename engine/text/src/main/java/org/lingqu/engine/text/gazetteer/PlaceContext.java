package org.lingqu.engine.text.gazetteer;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page as a whole tells about the places it names; decides ambiguous and short names.
 *
 * @param home where the page's issuer is at home
 * @param names full names of divisions that occur on the page
 * @param around divisions that occur on the page beyond doubt
 * @param year the year the page speaks in, for names that were changed
 */
public record PlaceContext(
        @Nullable Division home,
        Set<String> names,
        Set<Division> around,
        @Nullable Integer year) {

    /** Nothing is known. */
    public static final PlaceContext NONE = new PlaceContext(null, Set.of(), Set.of(), null);

    public PlaceContext {
        names = Set.copyOf(names);
        around = Set.copyOf(around);
    }

    /** @param page all of the text, title included */
    public static PlaceContext of(@Nullable Division home, CharSequence page, @Nullable Integer year) {
        var first = new PlaceContext(home, Set.of(), Set.of(), year);
        var names = new HashSet<String>();
        var around = new HashSet<Division>();
        new PlaceFinder(first).survey(page, names, around);
        return new PlaceContext(home, names, around, year);
    }

    /** Whether the page is about something in the prefecture (or the municipality) of a division. */
    boolean nearby(Division division, Divisions divisions) {
        Division prefecture = divisions
                .at(division, Division.Level.PREFECTURE)
                .or(() -> divisions.at(division, Division.Level.PROVINCE))
                .orElse(division);
        return touches(prefecture);
    }

    /** Whether the page is about something in the province of a division. */
    boolean inProvince(Division division, Divisions divisions) {
        return divisions
                .at(division, Division.Level.PROVINCE)
                .map(this::touches)
                .orElse(false);
    }

    private boolean touches(Division area) {
        return (home != null && home.within(area)) || around.stream().anyMatch(d -> d.within(area));
    }
}
