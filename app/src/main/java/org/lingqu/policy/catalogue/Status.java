package org.lingqu.policy.catalogue;

import java.time.LocalDate;
import org.lingqu.engine.policy.pack.Policy;

/** Whether a version counts on a day. */
public enum Status {
    /** 现行. */
    FORCE,
    /** 尚未施行: its first day is still to come. */
    COMING,
    /** 已失效: its last day is over. */
    ENDED;

    /** Of a version on a day. */
    public static Status of(Policy policy, LocalDate day) {
        if (policy.inForce(day)) {
            return FORCE;
        }
        return day.isBefore(policy.validity().from()) ? COMING : ENDED;
    }
}
