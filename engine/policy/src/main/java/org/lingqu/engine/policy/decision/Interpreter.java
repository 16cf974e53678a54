package org.lingqu.engine.policy.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;

/**
 * Decides policies for one firm, exactly, and keeps every reason. The oracle that the columnar evaluator agrees with. Safe for
 * use by many threads. Keeps what it has prepared of every policy it was asked about: make a new one when policies are read
 * again.
 */
public final class Interpreter {

    private final Facts facts;
    private final Forest forest = new Forest();
    private volatile int nodes;
    private final Remembered<Policy, Prepared> prepared = new Remembered<>(this::prepare);

    /** @param facts the dictionary, which says what a missing amount can still be */
    public Interpreter(Facts facts) {
        this.facts = facts;
    }

    /** The dictionary. */
    public Facts facts() {
        return facts;
    }

    /** Decides; a version that is not in force on the date is not applicable. Several policies: {@link #on}. */
    public Decision decide(Policy policy, Firm firm, LocalDate asOf) {
        return on(firm, asOf).decide(policy);
    }

    /** A firm on a day, to decide several policies for. */
    public FirmDay on(Firm firm, LocalDate asOf) {
        return new FirmDay(this, firm, asOf);
    }

    /** Prepares policies that will be asked for, so that no firm has to wait for it. */
    public void prepare(Collection<Policy> policies) {
        policies.forEach(this::prepared);
    }

    /** The policy as it is worked on. */
    public Prepared prepared(Policy policy) {
        return prepared.of(policy);
    }

    private Prepared prepare(Policy policy) {
        synchronized (forest) {
            Prepared made = Prepared.of(policy, forest);
            nodes = forest.reads().size();
            return made;
        }
    }

    /** Which of the prepared nodes look at what. */
    public Reads reads() {
        return forest.reads();
    }

    /** How many different nodes there are so far. */
    int nodes() {
        return nodes;
    }

    /** What a condition says of a firm, with what is missing. */
    public static Finding finding(Condition condition, Evaluation evaluation) {
        return switch (evaluation.truth(condition)) {
            case TRUE -> new Finding.Met();
            case FALSE -> new Finding.NotMet();
            case UNKNOWN -> open(condition, evaluation);
        };
    }

    /** Whether it holds, or facts or people can still make it so or settle it: not where a known base of zero is in the way. */
    public static boolean canBeSettled(Condition condition, Evaluation evaluation) {
        return switch (evaluation.truth(condition)) {
            case TRUE -> true;
            case FALSE -> false;
            case UNKNOWN ->
                isManual(condition, evaluation) || evaluation.needs().canSettle(condition);
        };
    }

    private static boolean isManual(Condition condition, Evaluation evaluation) {
        return evaluation.assuming(Assumption.YES).truth(condition).isKnown()
                && evaluation.assuming(Assumption.NO).truth(condition).isKnown();
    }

    /** Manual when only people's answers are open: all favourable answers settle it, and so do all unfavourable ones. */
    private static Finding open(Condition condition, Evaluation evaluation) {
        if (isManual(condition, evaluation)) {
            return new Finding.Manual(OpenItems.of(condition, evaluation));
        }
        List<Set<Missing>> ways = evaluation.needs().settle(condition);
        Needs needs = evaluation.needs();
        return new Finding.Unknown(
                ways,
                needs.needed(condition),
                needs.excluding(condition),
                evaluation.reasons().of(condition, ways));
    }
}
