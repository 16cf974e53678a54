package org.lingqu.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.whatif.GroupChange;
import org.lingqu.engine.policy.whatif.PolicyChange;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.engine.policy.whatif.ThresholdCurve;

/**
 * What was tried and what came of it.
 *
 * @param firms whose list it was, in the order of the findings
 * @param curve empty when none was asked for
 */
public record WhatIf(LocalDate asOf, Firms firms, List<Outcome> outcomes, List<Curve> curve) {

    public WhatIf {
        outcomes = List.copyOf(outcomes);
        curve = List.copyOf(curve);
    }

    /** Ids and names, row by row. */
    public record Firms(List<String> ids, List<String> names) {}

    /** One figure, from what the file says to something else. */
    public record Move(String address, Threshold threshold, BigDecimal to) {}

    /**
     * A policy and the same policy with other figures.
     *
     * @param variant what these figures are called where there are others beside them; else empty
     */
    public record Changed(Policy before, Policy after, List<Move> moves, String variant) {
        public Changed {
            moves = List.copyOf(moves);
        }

        /** Title of the policy, with the variant where there are several. */
        public String title() {
            return variant.isEmpty() ? before.title() : before.title() + "（" + variant + "）";
        }
    }

    /** @param groups by what they are grouped (行业大类, 企业规模, 园区); the labels are those of {@link Grouping} */
    public record Outcome(Changed changed, PolicyChange change, SequencedMap<Grouping, List<GroupChange>> groups) {}

    /** One threshold at many values. */
    public record Curve(String address, Policy policy, Threshold threshold, ThresholdCurve.Result result) {}
}
