package org.lingqu.policy.web;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.policy.Population;
import org.lingqu.policy.trial.TrialAnswer;
import org.lingqu.policy.trial.Trials;
import org.lingqu.registry.Enterprise;
import org.lingqu.whatif.Shift;
import org.lingqu.whatif.WhatIf;

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

    private static final int NAMED = 10;

    /** All shifts that came of a trial, variant by variant; none where nothing was tried. */
    static List<Shifted> of(TrialAnswer answer, Trials trials) {
        WhatIf whatIf = answer.whatIf();
        return whatIf == null ? List.of() : of(whatIf, answer.population(), trials);
    }

    static List<Shifted> of(WhatIf whatIf, Population population, Trials trials) {
        var shifted = new ArrayList<Shifted>();
        for (int variant = 0; variant < whatIf.outcomes().size(); variant++) {
            WhatIf.Outcome outcome = whatIf.outcomes().get(variant);
            for (Shift shift : Shift.values()) {
                int count = shift.firms(outcome.change()).size();
                if (count > 0) {
                    shifted.add(new Shifted(variant, shift, count, trials.some(outcome, shift, population, NAMED)));
                }
            }
        }
        return shifted;
    }
}
