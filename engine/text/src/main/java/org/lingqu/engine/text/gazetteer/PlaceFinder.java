package org.lingqu.engine.text.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * Finds the places a text names: from left to right, the longest name first, each character looked at a bounded number of
 * times. A name that several divisions bear, or that is also a word, counts only when the page decides which is meant.
 * For one page and one thread.
 */
public final class PlaceFinder {

    private static final List<String> ZONE_SUFFIXES = DataFile.words(PlaceFinder.class, "zone-suffixes.txt");
    private static final List<String> NOT_BEFORE = DataFile.words(PlaceFinder.class, "not-before.txt");
    private static final List<String> COUNTRY_NOT_BEFORE = DataFile.words(PlaceFinder.class, "country-not-before.txt");
    private static final int NO_LIMIT = 64;

    private final NameIndex index;
    private final Choice choice;

    /** A finder for the standard divisions. */
    public PlaceFinder(PlaceContext context) {
        this(Divisions.standard(), context);
    }

    PlaceFinder(Divisions divisions, PlaceContext context) {
        this.index = divisions.index();
        this.choice = new Choice(divisions, context);
    }

    /** In the order of the text, not overlapping. */
    public List<Place> find(CharSequence text) {
        return findAll(text.toString(), false);
    }

    /** @param insideNames whether a place at the beginning of a longer name counts too: 北京 in 北京大学 */
    List<Place> findAll(String text, boolean insideNames) {
        var places = new ArrayList<Place>();
        int at = 0;
        while (at < text.length()) {
            int length = index.longest(text, at, NO_LIMIT);
            int longest = length;
            Place place = null;
            while (length > 0 && place == null) {
                place = place(text, at, length, neighbour(places, at), insideNames);
                length = place == null ? index.longest(text, at, length) : length;
            }
            if (place != null) {
                join(places, place);
                at = place.end();
            } else {
                at += longest > 0 && choice.standsAlone(index.bearers(text.substring(at, at + longest))) ? longest : 1;
            }
        }
        return places;
    }

    /** The division that ends where the next name begins. */
    private static @Nullable Division neighbour(List<Place> places, int at) {
        Place last = places.isEmpty() ? null : places.getLast();
        return last != null && last.end() == at && !last.zone() ? last.division() : null;
    }

    private static void join(List<Place> places, Place place) {
        Place last = places.isEmpty() ? null : places.getLast();
        Division above = last == null ? null : last.division();
        Division division = place.division();
        if (last != null
                && above != null
                && division != null
                && last.end() == place.start()
                && !last.zone()
                && above.level() != Division.Level.COUNTRY
                && division.within(above)) {
            places.removeLast();
            places.add(new Place(last.start(), place.end(), place.path(), division, place.zone()));
        } else {
            places.add(place);
        }
    }

    private @Nullable Place place(String text, int at, int length, @Nullable Division before, boolean insideNames) {
        String name = text.substring(at, at + length);
        int end = at + length;
        for (Bearer bearer : index.bearers(name)) {
            switch (bearer) {
                case Bearer.OfArea area -> {
                    return new Place(at, end, area.path(), null, false);
                }
                case Bearer.OfZone zone -> {
                    return zone(at, end, zone.name(), zone.division());
                }
                case Bearer.OfDivision ignored -> {}
            }
        }
        Bearer.OfDivision chosen = choice.of(name, index.bearers(name), before);
        if (chosen == null || (!insideNames && !chosen.full() && isPartOfName(chosen, text, end))) {
            return null;
        }
        for (String suffix : ZONE_SUFFIXES) {
            if (text.startsWith(suffix, end) && chosen.division().level() != Division.Level.COUNTRY) {
                return zone(at, end + suffix.length(), name + suffix, chosen.division());
            }
        }
        return new Place(at, end, chosen.division().path(), chosen.division(), false);
    }

    private static Place zone(int start, int end, String name, Division division) {
        return new Place(start, end, division.path() + "/" + name, division, true);
    }

    private static boolean isPartOfName(Bearer.OfDivision chosen, String text, int end) {
        var stops = chosen.division().level() == Division.Level.COUNTRY ? COUNTRY_NOT_BEFORE : NOT_BEFORE;
        for (String stop : stops) {
            if (text.startsWith(stop, end)) {
                return true;
            }
        }
        return false;
    }

    /** Collects the full names on a page and the divisions that are meant beyond doubt. */
    void survey(CharSequence page, Set<String> names, Set<Division> around) {
        String text = page.toString();
        for (int at = 0; at < text.length(); at++) {
            int length = index.longest(text, at, NO_LIMIT);
            if (length > 0) {
                var bearers = index.bearers(text.substring(at, at + length));
                survey(text.substring(at, at + length), bearers, names, around);
                at += choice.standsAlone(bearers) ? length - 1 : 0;
            }
        }
    }

    private void survey(String name, List<Bearer> bearers, Set<String> names, Set<Division> around) {
        for (Bearer bearer : bearers) {
            if (bearer instanceof Bearer.OfDivision d && d.full()) {
                names.add(name);
            }
        }
        Bearer.OfDivision sure = choice.of(name, bearers, null);
        if (sure != null && sure.division().level() != Division.Level.COUNTRY) {
            around.add(sure.division());
        }
    }
}
