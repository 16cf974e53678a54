package org.lingqu.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * Targets of a year, titles by places, beside how many hold the titles.
 *
 * @param day of which that is told: the end of the year where it is over, else today
 * @param titles of all ladders, each once, from the lowest up
 * @param places codes of those that enterprises lie in or that have a target; the first is empty and means the whole region
 * @param held how many hold each title in each place
 */
public record TargetTable(
        int year,
        LocalDate day,
        List<String> titles,
        List<String> places,
        SortedMap<Target, Integer> targets,
        SortedMap<Target, Integer> held) {

    public TargetTable {
        titles = List.copyOf(titles);
        places = List.copyOf(places);
    }

    /** What the targets of the places come to, by title; see {@link LadderTargets#sums}. */
    public SortedMap<String, Integer> sums() {
        return LadderTargets.sums(targets);
    }

    /** Titles of which the whole region has another target than its places have together. */
    public List<String> atOdds() {
        SortedMap<String, Integer> sums = sums();
        return titles.stream()
                .filter(title -> {
                    Integer whole = targets.get(Target.whole(title));
                    return whole != null && sums.containsKey(title) && !whole.equals(sums.get(title));
                })
                .toList();
    }

    /** How many hold a title in a place. */
    public int held(String title, String place) {
        return held.getOrDefault(new Target(title, place), 0);
    }
}
