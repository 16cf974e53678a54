package org.lingqu.policy.draft;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.diff.Difference;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.Population;
import org.lingqu.whatif.WhatIf;

/**
 * What is to be said of a text before it is published.
 *
 * @param path of the file it would be, below the folder of policies
 * @param policy as far as it could be read; null when it could not
 * @param problems everything wrong with it, in the order of its lines
 * @param elsewhere problems that it would bring to other files
 * @param examples its examples with what came of each
 * @param before the version it would follow or take the place of; null for a policy that is not known yet
 * @param ends whether that version would end the day before this one begins
 * @param atOnce whether its first day is not after today, so that it counts as soon as it is published
 * @param differences from {@code before}, in the order of the files
 * @param effect what it does to the enterprises; null while there are problems other than examples that fail
 */
public record DraftCheck(
        String path,
        @Nullable Policy policy,
        List<PolicyProblem> problems,
        List<PolicyProblem> elsewhere,
        List<Tried> examples,
        @Nullable Policy before,
        boolean ends,
        boolean atOnce,
        List<Difference> differences,
        @Nullable Effect effect) {

    public DraftCheck {
        problems = List.copyOf(problems);
        elsewhere = List.copyOf(elsewhere);
        examples = List.copyOf(examples);
        differences = List.copyOf(differences);
    }

    /**
     * @param failures what differs from what it expects; empty when it passes
     * @param isTold whether it was asked at all: a text with problems is not
     */
    public record Tried(String name, LocalDate asOf, int line, List<Phrase> failures, boolean isTold) {
        public Tried {
            failures = List.copyOf(failures);
        }

        /** Whether the policy says what the example expects. */
        public boolean passes() {
            return isTold && failures.isEmpty();
        }
    }

    /**
     * Who gains and who loses.
     *
     * @param whatIf one outcome, from the version before to this one on the same day; where there is none before, this one twice
     * @param population on whom it was tried
     */
    public record Effect(WhatIf whatIf, Population population) {}

    /** Whether it could be published as it is. */
    public boolean isSound() {
        return problems.isEmpty() && elsewhere.isEmpty();
    }

    /** Examples that pass. */
    public long passing() {
        return examples.stream().filter(Tried::passes).count();
    }
}
