package org.lingqu.registry;

/** Sorts places of a table without making an object of each. */
final class IntSort {

    private static final int SHORT = 8;

    /** Compares two places. */
    interface Order {
        int compare(int one, int other);
    }

    private IntSort() {}

    /** 0 to {@code count} exclusive, in an order; stable. */
    static int[] sorted(int count, Order order) {
        var sorted = new int[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = i;
        }
        sort(sorted.clone(), sorted, 0, count, order);
        return sorted;
    }

    /** Both hold the same; what is sorted stands in {@code to}. */
    private static void sort(int[] from, int[] to, int low, int high, Order order) {
        if (high - low < SHORT) {
            for (int i = low + 1; i < high; i++) {
                int place = to[i];
                int at = i;
                while (at > low && order.compare(to[at - 1], place) > 0) {
                    to[at] = to[at - 1];
                    at--;
                }
                to[at] = place;
            }
            return;
        }
        int middle = (low + high) >>> 1;
        sort(to, from, low, middle, order);
        sort(to, from, middle, high, order);
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft = right >= high || (left < middle && order.compare(from[left], from[right]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
