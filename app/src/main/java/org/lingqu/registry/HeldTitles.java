package org.lingqu.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who holds which titles when, of all enterprises: sixteen bytes a title held. Enterprises are told by their places in a table. */
final class HeldTitles {

    private static final int NO_END = Integer.MAX_VALUE;
    private static final int GONE = -1;
    /** No number of a title, and not that of a title which nobody holds either. */
    private static final int ANY = Integer.MIN_VALUE + 1;

    private final SharedWords words = new SharedWords();
    private int size;
    private int[] places = new int[1024];
    private int[] titles = new int[1024];
    private int[] from = new int[1024];
    private int[] to = new int[1024];

    /** Says when somebody holds a title. */
    void add(int place, String title, LocalDate first, @Nullable LocalDate last) {
        if (size == places.length) {
            grow(EnterpriseTable.more(size));
        }
        places[size] = place;
        titles[size] = words.number(title);
        from[size] = (int) first.toEpochDay();
        to[size] = last == null ? NO_END : (int) last.toEpochDay();
        size++;
    }

    private void grow(int capacity) {
        places = Arrays.copyOf(places, capacity);
        titles = Arrays.copyOf(titles, capacity);
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
    }

    /** Gives back the room that was kept for more. */
    void trim() {
        grow(Math.max(size, 1));
    }

    /** Takes all titles of somebody away. */
    void forget(int place) {
        for (int i = 0; i < size; i++) {
            if (places[i] == place) {
                places[i] = GONE;
            }
        }
    }

    private boolean isHeld(int i, int day) {
        return places[i] != GONE && from[i] <= day && to[i] >= day;
    }

    /** Who holds a title on a day. */
    BitSet holders(String title, LocalDate day) {
        var found = new BitSet();
        int wanted = words.known(title);
        int on = (int) day.toEpochDay();
        for (int i = 0; i < size; i++) {
            if (titles[i] == wanted && isHeld(i, on)) {
                found.set(places[i]);
            }
        }
        return found;
    }

    /**
     * Who holds a title on a day that runs out not later than another and is not renewed: no later day of it is known.
     *
     * @param title empty for any
     */
    BitSet runningOutBy(String title, LocalDate day, LocalDate by) {
        int on = (int) day.toEpochDay();
        int last = (int) by.toEpochDay();
        return runningOut(title, i -> isHeld(i, on) && to[i] <= last);
    }

    /**
     * Whose title runs out on one of some days and is not renewed, whether or not it is held yet.
     *
     * @param title empty for any
     * @param last inclusive, as {@code first}
     */
    BitSet runningOut(String title, LocalDate first, LocalDate last) {
        int from = (int) first.toEpochDay();
        int until = (int) last.toEpochDay();
        return runningOut(title, i -> to[i] >= from && to[i] <= until);
    }

    private BitSet runningOut(String title, IntPredicate meant) {
        int wanted = title.isEmpty() ? ANY : words.known(title);
        var ends = new HashMap<Long, Integer>();
        var concerned = new BitSet();
        for (int i = 0; i < size; i++) {
            if (isOf(i, wanted) && meant.test(i)) {
                ends.merge(key(i), to[i], Math::max);
                concerned.set(places[i]);
            }
        }
        for (int i = 0; i < size; i++) {
            if (isOf(i, wanted) && concerned.get(places[i])) {
                int until = to[i];
                ends.computeIfPresent(key(i), (key, end) -> until > end ? null : end);
            }
        }
        var found = new BitSet();
        ends.keySet().forEach(key -> found.set((int) (key >>> Integer.SIZE)));
        return found;
    }

    private boolean isOf(int i, int wanted) {
        return places[i] != GONE && (wanted == ANY || titles[i] == wanted);
    }

    /** Who and which title. */
    private long key(int i) {
        return (long) places[i] << Integer.SIZE | titles[i];
    }

    /**
     * Who held which titles on some days.
     *
     * @param among places of those that count
     * @param wanted titles from the lowest up
     */
    TitleHistory history(BitSet among, List<String> wanted, List<LocalDate> days) {
        var held = new int[days.size()][];
        var moves = new int[days.size()][wanted.size() + 1][wanted.size() + 1];
        byte[] before = new byte[among.length()];
        for (int day = 0; day < days.size(); day++) {
            byte[] highest = new byte[among.length()];
            held[day] = held(among, wanted, days.get(day), highest);
            for (int place = among.nextSetBit(0); place >= 0; place = among.nextSetBit(place + 1)) {
                moves[day][before[place]][highest[place]]++;
            }
            before = highest;
        }
        return new TitleHistory(List.copyOf(wanted), List.copyOf(days), held, moves);
    }

    /**
     * How many held each.
     *
     * @param highest gets the highest title of each enterprise, counted from 1
     */
    private int[] held(BitSet among, List<String> wanted, LocalDate day, byte[] highest) {
        var counts = new int[wanted.size()];
        for (int rung = 0; rung < counts.length; rung++) {
            BitSet holders = holders(wanted.get(rung), day);
            holders.and(among);
            counts[rung] = holders.cardinality();
            byte height = (byte) (rung + 1);
            holders.stream().forEach(place -> highest[place] = height);
        }
        return counts;
    }

    /** Titles with how many hold or held them, those of most first. */
    Map<String, Integer> counts() {
        BitSet[] ever = Stream.generate(BitSet::new).limit(words.size()).toArray(BitSet[]::new);
        for (int i = 0; i < size; i++) {
            if (places[i] != GONE) {
                ever[titles[i]].set(places[i]);
            }
        }
        return words.counted(Arrays.stream(ever).mapToInt(BitSet::cardinality).toArray());
    }
}
