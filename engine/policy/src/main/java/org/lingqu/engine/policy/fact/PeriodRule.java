package org.lingqu.engine.policy.fact;

/** For which periods a fact has values. */
public enum PeriodRule {
    /** One value a year that years may be summed of (研发费用). */
    YEARLY,
    /** One value at each year's end; adding two of them means nothing (资产总额). */
    YEAR_END,
    /** One value as of the day of the decision, or always (成立日期). */
    NONE
}
