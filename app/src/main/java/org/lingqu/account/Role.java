package org.lingqu.account;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may be here. Everybody has one role; who has not signed in is a visitor. */
public enum Role {
    /** 系统管理员: accounts and operation; does not decide what counts as evidence. */
    ADMINISTRATOR,
    /** 政策专员: the officer of the bureau. */
    OFFICER,
    /** 协同部门: somebody of a sister department. */
    DEPARTMENT,
    /** 企业. */
    ENTERPRISE,
    /** 科研团队. */
    RESEARCHER,
    /** 评审专家. */
    EXPERT,
    /** 审计: reads everything, changes nothing. */
    AUDITOR,
    /** 访客: has not signed in. */
    VISITOR,
    /** Lingqu itself, in the audit record; never signs in. */
    SYSTEM;

    private static final Set<Role> STAFF = EnumSet.of(ADMINISTRATOR, OFFICER, DEPARTMENT, AUDITOR);

    /** Whether the role belongs to government staff, who see what is not public. */
    public boolean isStaff() {
        return STAFF.contains(this);
    }

    /** Whether somebody can be given this role. */
    public boolean canSignIn() {
        return this != VISITOR && this != SYSTEM;
    }
}
