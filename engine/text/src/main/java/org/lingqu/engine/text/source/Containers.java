package org.lingqu.engine.text.source;

import java.util.Arrays;

/**
 * Which block of a page stands in which. Numbers grow from the outside inwards: a block's number is always greater than
 * that of the block around it. Number 0 is the page itself.
 */
public final class Containers {

    /** What scraped text has: the page and nothing in it. */
    public static final Containers NONE = new Builder().build();

    private final int[] parents;

    private Containers(int[] parents) {
        this.parents = parents;
    }

    /** How many there are, the page itself included; at least 1. */
    public int count() {
        return parents.length;
    }

    /** The block around a block; the page's is the page. */
    public int parent(int container) {
        return parents[container];
    }

    /** Whether a block is another one or stands in it. */
    public boolean isWithin(int container, int ancestor) {
        int at = container;
        while (at > ancestor) {
            at = parents[at];
        }
        return at == ancestor;
    }

    static final class Builder {

        private int[] parents = new int[64];
        private int count = 1;

        int add(int parent) {
            if (count == parents.length) {
                parents = Arrays.copyOf(parents, count * 2);
            }
            parents[count] = parent;
            return count++;
        }

        Containers build() {
            return new Containers(Arrays.copyOf(parents, count));
        }
    }
}
