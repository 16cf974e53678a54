package org.lingqu.demo;

/**
 * Deals numbers like cards: each place once, in an order that looks like none. A balanced Feistel network over a power of four,
 * walked until it falls inside the size (J. Black, P. Rogaway, "Ciphers with Arbitrary Finite Domains", 2002); not for secrets.
 */
final class Shuffle {

    private static final int ROUNDS = 4;

    private Shuffle() {}

    /**
     * The place of a number, one to one.
     *
     * @param number at least 0, below the size
     */
    static long place(long seed, long number, long size) {
        int half = (64 - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
        long place = number;
        do {
            place = permuted(seed, place, half);
        } while (place >= size);
        return place;
    }

    private static long permuted(long seed, long number, int half) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (Dice.mixed(seed + right * 31 + round) & mask);
            left = right;
            right = next;
        }
        return (left << half) | right;
    }
}
