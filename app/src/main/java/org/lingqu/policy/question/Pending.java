package org.lingqu.policy.question;

import java.util.List;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.pack.Policy;

/**
 * A policy that is without an answer.
 *
 * @param things what it waits for, what can exclude by itself first: facts, titles and what only people can say
 */
public record Pending(Policy policy, List<Asked> things) {

    public Pending {
        things = List.copyOf(things);
    }

    /** How many facts and titles are missing. */
    public int data() {
        return (int) things.stream().filter(Pending::isData).count();
    }

    /** How many things people have to confirm or judge. */
    public int people() {
        return things.size() - data();
    }

    /** The facts and titles, for a reader in Chinese. */
    public String names() {
        return things.stream().filter(Pending::isData).map(Asked::name).collect(Collectors.joining("、"));
    }

    private static boolean isData(Asked asked) {
        return switch (asked) {
            case Asked.OfFact ignored -> true;
            case Asked.OfTitle ignored -> true;
            case Asked.OfItem ignored -> false;
            case Asked.OfPoints ignored -> false;
        };
    }
}
