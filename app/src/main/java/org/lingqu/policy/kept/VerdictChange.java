package org.lingqu.policy.kept;

/** A verdict that became another one. */
public record VerdictChange(KeptDecision before, KeptDecision now) {

    /** @throws IllegalArgumentException if they are of different policies or enterprises */
    public VerdictChange {
        if (!before.policy().equals(now.policy()) || before.enterprise() != now.enterprise()) {
            throw new IllegalArgumentException(before + " and " + now + " are of different things");
        }
    }
}
