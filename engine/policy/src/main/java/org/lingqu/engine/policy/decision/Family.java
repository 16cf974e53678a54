package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sets of missing things, none of which holds another: each is a way to settle something. One empty set says that it is
 * settled already, no set that no fact can settle it.
 *
 * <p>At most {@link #MOST} sets are kept, the smallest first, so that a policy with many alternatives stays readable.
 */
final class Family {

    static final int MOST = 40;
    static final Family SETTLED = new Family(List.of(new Way(new int[0])));
    static final Family HOPELESS = new Family(List.of());

    /** One set: numbers that {@link Needs} gives to missing things, in ascending order. */
    static final class Way {

        private static final Comparator<Way> SMALLEST = Comparator.comparingInt(way -> way.things.length);

        private final int[] things;
        private final long marks; // a bit for each thing, several things to a bit: what lacks a bit cannot be held

        private Way(int[] things) {
            this.things = things;
            long bits = 0;
            for (int thing : things) {
                bits |= 1L << thing;
            }
            this.marks = bits;
        }

        int size() {
            return things.length;
        }

        int thing(int index) {
            return things[index];
        }

        private boolean holds(Way other) {
            if ((other.marks & ~marks) != 0) {
                return false;
            }
            int at = 0;
            for (int thing : other.things) {
                while (at < things.length && things[at] < thing) {
                    at++;
                }
                if (at == things.length || things[at] != thing) {
                    return false;
                }
            }
            return true;
        }

        private Way with(Way other) {
            int[] all = new int[things.length + other.things.length];
            int count = 0;
            int left = 0;
            int right = 0;
            while (left < things.length || right < other.things.length) {
                boolean takeLeft =
                        right == other.things.length || (left < things.length && things[left] <= other.things[right]);
                int next = takeLeft ? things[left++] : other.things[right++];
                if (count == 0 || all[count - 1] != next) {
                    all[count++] = next;
                }
            }
            return new Way(Arrays.copyOf(all, count));
        }
    }

    private final List<Way> ways;

    private Family(List<Way> ways) {
        this.ways = ways;
    }

    /** @param thing its number */
    static Family of(int thing) {
        return new Family(List.of(new Way(new int[] {thing})));
    }

    List<Way> ways() {
        return ways;
    }

    boolean isHopeless() {
        return ways.isEmpty();
    }

    boolean isSettled() {
        return ways.size() == 1 && ways.getFirst().size() == 0;
    }

    /** Either way will do. */
    Family or(Family other) {
        if (isHopeless() || other.isSettled()) {
            return other;
        }
        if (other.isHopeless() || isSettled()) {
            return this;
        }
        List<Way> all = new ArrayList<>(ways);
        all.addAll(other.ways);
        return minimal(all);
    }

    /** It takes one way of each. */
    Family and(Family other) {
        if (isSettled() || other.isHopeless()) {
            return other;
        }
        if (other.isSettled() || isHopeless()) {
            return this;
        }
        List<Way> all = new ArrayList<>(ways.size() * other.ways.size());
        for (Way one : ways) {
            for (Way more : other.ways) {
                all.add(one.with(more));
            }
        }
        return all.size() == 1 ? new Family(all) : minimal(all);
    }

    private static Family minimal(List<Way> all) {
        all.sort(Way.SMALLEST);
        List<Way> kept = new ArrayList<>();
        for (Way way : all) {
            if (kept.size() == MOST) {
                break;
            }
            if (!holdsOne(way, kept)) {
                kept.add(way);
            }
        }
        return new Family(kept);
    }

    private static boolean holdsOne(Way way, List<Way> kept) {
        for (Way less : kept) {
            if (way.holds(less)) {
                return true;
            }
        }
        return false;
    }
}
