package org.lingqu.match;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/** Counts and sums for each policy, kept while answers come in. */
public final class Summary {

    /** What one policy says of all firms. */
    public static final class Line {

        private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);
        private int oneStep;
        private Rational least = Rational.ZERO;

        /** How many firms got an answer of this kind. */
        public int count(Finding.Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        /** How many are one step away. */
        public int oneStepAway() {
            return oneStep;
        }

        /** 元, what all firms with a yes get for certain. */
        public Rational benefitLeast() {
            return least;
        }
    }

    private final SequencedMap<Policy, Line> lines = new LinkedHashMap<>();
    private int firms;
    private int conflicting;

    /** Adds what all policies say of one firm. */
    public void add(Iterable<Answer> answers) {
        firms++;
        boolean conflicts = false;
        for (Answer answer : answers) {
            conflicts |= !answer.conflicts().isEmpty();
            Line line = lines.computeIfAbsent(answer.policy(), policy -> new Line());
            line.counts.merge(answer.outcome(), 1, Integer::sum);
            line.oneStep += answer.isOneStepAway() ? 1 : 0;
            if (answer.outcome() == Finding.Kind.MET) {
                line.least = line.least.plus(answer.benefitLeast());
            }
        }
        conflicting += conflicts ? 1 : 0;
    }

    /** By policy, in the order they were decided. */
    public SequencedMap<Policy, Line> lines() {
        return lines;
    }

    public int firms() {
        return firms;
    }

    /** Firms of which something was supplied that contradicts what policies compute. */
    public int conflicting() {
        return conflicting;
    }

    /** The line of a policy, null when it decided nothing. */
    public @Nullable Line of(Policy policy) {
        return lines.get(policy);
    }
}
