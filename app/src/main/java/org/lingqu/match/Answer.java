package org.lingqu.match;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/**
 * What one policy says of one firm, as lists show it.
 *
 * @param failing the reasons of a no, each with its clause: the lowest criteria that are not met, a group of which one part is
 *     enough as one; empty unless the outcome is 不符合
 * @param missing what would settle it, for a reader; empty unless something is missing or has to be confirmed
 * @param score certain to possible points, null for a policy without a score
 * @param worth what it brings if the criteria are met, whatever the outcome; nothing for a policy that is not meant for the firm
 * @param benefitLeast 元, certain if the policy's answer is yes
 * @param benefitMost 元, possible; null while it is not known
 * @param step what the only reason of a no takes; of several where that was asked for
 * @param benefits names of the benefits that the firm gets or may get; empty where the policy says no
 * @param conflicts what was supplied and contradicts what this policy computes, for a reader
 */
public record Answer(
        Firm firm,
        Policy policy,
        Finding.Kind outcome,
        List<String> failing,
        String missing,
        @Nullable String score,
        Worth worth,
        Rational benefitLeast,
        @Nullable Rational benefitMost,
        Step step,
        Set<String> benefits,
        List<String> conflicts) {

    public Answer {
        failing = List.copyOf(failing);
        benefits = Set.copyOf(benefits);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * What it takes to turn a no: of one reason, or of several together where that was asked for.
     *
     * @param words for a reader, also where nothing can be done; empty where more than one thing is missing and only one was asked for
     * @param effort how much is lacking of what is asked for, to put the least first; {@link #NOWHERE} where nothing that a firm can be
     *     asked for helps
     * @param near whether one reason alone stands in the way, the firm meets another criterion of the policy, holds none of its titles
     *     and, where it lacks a title, can come to it
     * @param open whether some other criterion still waits for facts or people
     */
    public record Step(String words, double effort, boolean near, boolean open) {

        static final double NOWHERE = Double.POSITIVE_INFINITY;

        /** More than one thing is missing, or nothing. */
        static final Step NONE = new Step("", NOWHERE, false, false);

        /** Whether there is a way that a firm can take, if only by waiting. */
        public boolean isPossible() {
            return effort < NOWHERE;
        }
    }

    /** What may bring most first, if its criteria are met. */
    public static final Comparator<Answer> MOST_FIRST = Comparator.comparing(Answer::worth, Worth.MOST_FIRST);

    /** Whether one criterion alone stands in the way, others are met, and a way over it was found. */
    public boolean isOneStepAway() {
        return step.near() && step.isPossible();
    }
}
