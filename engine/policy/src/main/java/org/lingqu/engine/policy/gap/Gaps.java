package org.lingqu.engine.policy.gap;

import java.time.LocalDate;
import java.util.Optional;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.Remembered;
import org.lingqu.engine.policy.decision.Sight;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;

/**
 * Finds what a firm lacks for a policy that says no. Only what is known to fail is a gap; missing facts are the decision's
 * business. A change may make a criterion met or leave it to a person, but no longer failed. Safe for use by many threads.
 */
public final class Gaps {

    private final Interpreter interpreter;
    private final Remembered<Sight, Levers> levers;

    public Gaps(Facts dictionary) {
        this(new Interpreter(dictionary));
    }

    /** @param interpreter the one that decides the same policies, so that nothing is prepared twice */
    public Gaps(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.levers = new Remembered<>(sight -> Levers.of(sight, interpreter.facts()));
    }

    /** The gap, or nothing where the policy does not say no. Several policies: {@link #on}. */
    public Optional<Gap> of(Policy policy, Firm firm, LocalDate asOf) {
        return on(interpreter.on(firm, asOf)).of(policy);
    }

    /** A firm on a day, made by this object's interpreter, to find the gaps of several policies. */
    public FirmGaps on(FirmDay day) {
        return new FirmGaps(day, levers);
    }
}
