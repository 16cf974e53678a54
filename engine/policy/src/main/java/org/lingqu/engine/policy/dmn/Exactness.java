package org.lingqu.engine.policy.dmn;

import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/**
 * Where 34 digits are not enough. DMN engines round every quotient to 34 digits (decimal128). One quotient against a number
 * without quotients still compares rightly, because rounding keeps order and the number has no more digits. Where several
 * quotients meet, both sides are rounded to 28 decimals first: amounts below 10¹² 元 cannot lie that near without being equal.
 */
final class Exactness {

    private static final int DECIMALS = 28;

    private Exactness() {}

    /** Whether two numbers compare rightly as they are. */
    static boolean isExact(Term left, Term right) {
        return (isPlain(left) && (isPlain(right) || isOneQuotient(right))) || (isOneQuotient(left) && isPlain(right));
    }

    static Expression rounded(Expression number) {
        return Trees.call("decimal", number, Trees.number(DECIMALS));
    }

    private static boolean isOneQuotient(Term term) {
        return term instanceof NumberTerm.Divide divide && isPlain(divide.left()) && isPlain(divide.right());
    }

    private static boolean isPlain(Term term) {
        boolean[] divides = new boolean[1];
        Terms.each(
                term,
                part -> divides[0] |= part instanceof NumberTerm.Divide || part instanceof NumberTerm.CompoundGrowth);
        return !divides[0];
    }
}
