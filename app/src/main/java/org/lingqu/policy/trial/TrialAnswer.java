package org.lingqu.policy.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.policy.Population;
import org.lingqu.whatif.Settings;
import org.lingqu.whatif.WhatIf;

/**
 * What came of it.
 *
 * @param figures all figures of the policy, in the order of its file
 * @param problems everything wrong with what was typed; nothing was tried as long as there is any
 * @param whatIf an outcome for each variant, and one curve; null where nothing was tried. It names no enterprise
 * @param population on whom it was tried
 */
public record TrialAnswer(
        List<TrialFigure> figures,
        List<Settings.Problem> problems,
        @Nullable WhatIf whatIf,
        Population population) {

    public TrialAnswer {
        figures = List.copyOf(figures);
        problems = List.copyOf(problems);
    }

    /** The figures, those of one clause together. */
    public List<TrialGroup> groups() {
        return TrialGroup.of(figures);
    }
}
