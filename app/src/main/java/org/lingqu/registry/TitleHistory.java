package org.lingqu.registry;

import java.time.LocalDate;
import java.util.List;

/**
 * How many enterprises held which titles on some days, and how they moved between them.
 *
 * @param titles from the lowest up
 * @param days ascending
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record TitleHistory(List<String> titles, List<LocalDate> days, int[][] held, int[][][] moves) {

    /** How many held a title on a day, whatever others they held. */
    public int held(int day, int title) {
        return held[day][title];
    }

    /**
     * How many moved.
     *
     * @param day the later one, from 1 on
     * @param from the highest title held on the day before it, counted from 1; 0 for none
     * @param to likewise, on the day
     */
    public int moved(int day, int from, int to) {
        return moves[day][from][to];
    }

    /** How many stand higher than on the day before, those that had no title among them. */
    public int risen(int day) {
        return sum(day, (from, to) -> to > from);
    }

    /** How many stand lower, those that have no title left among them. */
    public int fallen(int day) {
        return sum(day, (from, to) -> to < from);
    }

    /** How many had no title before and have one. */
    public int entered(int day) {
        return sum(day, (from, to) -> from == 0 && to > 0);
    }

    /** How many had a title and have none. */
    public int left(int day) {
        return sum(day, (from, to) -> from > 0 && to == 0);
    }

    private interface Move {
        boolean is(int from, int to);
    }

    private int sum(int day, Move move) {
        int sum = 0;
        for (int from = 0; from <= titles.size(); from++) {
            for (int to = 0; to <= titles.size(); to++) {
                sum += move.is(from, to) ? moves[day][from][to] : 0;
            }
        }
        return sum;
    }
}
