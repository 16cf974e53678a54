package org.lingqu.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Luck that can be had again: the same seed and number give the same throws on every machine and Java version, because nothing
 * but {@link SplittableRandom#nextLong()} and {@link StrictMath} is used.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Throws of their own for one thing of a region, whatever was thrown before for another. */
    static Dice of(long seed, String what, long number) {
        // Mixed after the number is in: SplittableRandom steps by the same constant, so neighbours would share their
        // throws.
        return new Dice(new SplittableRandom(mixed(mixed(seed * GOLDEN + what.hashCode()) + number * GOLDEN)));
    }

    /** Every bit of the answer depends on every bit given. */
    static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** At least 0, below 1. */
    double share() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + (int) (share() * (most - least + 1));
    }

    double between(double least, double most) {
        return least + share() * (most - least);
    }

    /** Bell-shaped around 0 with deviation 1, never beyond 3. */
    double bell() {
        return (share() + share() + share() - 1.5) * 2;
    }

    /** As incomes and sizes are spread: half of all below the median, few far above it. */
    double spread(double median, double sigma) {
        return median * StrictMath.exp(sigma * bell());
    }

    <T> T oneOf(List<T> things) {
        return things.get(between(0, things.size() - 1));
    }

    /** One of the things, likelier the heavier its weight. */
    <T> T oneOf(List<T> things, int... weights) {
        return things.get(weighted(weights));
    }

    /** The place of one of the weights, likelier the heavier it is. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = between(0, sum - 1);
        for (int place = 0; place < weights.length; place++) {
            left -= weights[place];
            if (left < 0) {
                return place;
            }
        }
        throw new IllegalStateException("weights sum to " + sum);
    }
}
