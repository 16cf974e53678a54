package org.lingqu.library;

import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Statement;

/** What arithmetic says of a statement as a whole: the worst of its checks. */
public enum Verdict {
    /** Nothing to check it by. */
    NONE,
    AGREES,
    ROUNDED,
    TRUNCATED,
    CONTRADICTS;

    /** The worst of the checks of a statement. */
    public static Verdict of(Statement statement) {
        Verdict worst = NONE;
        for (Check check : statement.checks()) {
            Verdict verdict = of(check.verdict());
            if (verdict.compareTo(worst) > 0) {
                worst = verdict;
            }
        }
        return worst;
    }

    private static Verdict of(Check.Verdict verdict) {
        return switch (verdict) {
            case AGREES -> AGREES;
            case ROUNDED -> ROUNDED;
            case TRUNCATED -> TRUNCATED;
            case CONTRADICTS -> CONTRADICTS;
        };
    }
}
