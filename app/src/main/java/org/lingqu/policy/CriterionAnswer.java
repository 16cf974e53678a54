package org.lingqu.policy;

import org.lingqu.engine.policy.column.PolicyPlan.Outcome;

/** What one criterion says of an enterprise, as a policy's page counts it: {@link CriterionTally}. */
public enum CriterionAnswer {
    /** It is met, or not asked of this enterprise. */
    MET,
    NOT_MET,
    /** Facts are missing, or somebody has to confirm something. */
    OPEN;

    static CriterionAnswer of(Outcome outcome) {
        return switch (outcome) {
            case MET, NOT_APPLICABLE -> MET;
            case NOT_MET -> NOT_MET;
            case OPEN -> OPEN;
        };
    }
}
