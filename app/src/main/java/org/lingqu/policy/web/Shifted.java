package org.lingqu.policy.web;

import java.util.List;
import org.lingqu.registry.Enterprise;
import org.lingqu.whatif.Shift;

/**
 * Enterprises whose answer shifts in one direction.
 *
 * @param variant 0 for the first, 1 for the second
 * @param count how many there are
 * @param some the first few of them
 */
public record Shifted(int variant, Shift shift, int count, List<Enterprise> some) {
    public Shifted {
        some = List.copyOf(some);
    }
}
