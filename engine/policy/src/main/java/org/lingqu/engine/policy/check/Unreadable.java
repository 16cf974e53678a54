package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** What stands in for a part that could not be read and was reported: it is unknown, so that what does not depend on it can still be tried. */
final class Unreadable {

    static final NumberTerm NUMBER = new NumberTerm.Unset("（无法读取）");
    static final Condition CONDITION = new Condition.Compare(NUMBER, Comparison.GREATER, NumberTerm.literal(0));

    private static final BigDecimal MANY = BigDecimal.valueOf(1_000_000);
    static final RangeTerm RANGE = new RangeTerm.Points(NUMBER, MANY.negate(), MANY);

    private Unreadable() {}

    /** Whether something in the term could not be read. */
    static boolean in(Term term) {
        var found = new AtomicBoolean();
        Terms.each(term, part -> {
            if (part.equals(NUMBER)) {
                found.set(true);
            }
        });
        return found.get();
    }
}
