package org.lingqu.registry;

/** How one party stands to another or to an enterprise; read from the first to the second. */
public enum RelationRole {
    /** 依托: a platform or team to the body that runs it. */
    HOSTED_BY,
    /** 成员: of a team or alliance. */
    MEMBER_OF,
    /** 负责、带头: a person to a team or platform, a firm to a cluster. */
    LEADS,
    /** 任职: a person to the body that employs her. */
    WORKS_FOR,
    /** 位于: in a park. */
    LOCATED_IN,
    /** 所在产业链环节: of a cluster; the relation's title names the link (上游). */
    ON_CHAIN_LINK,
    /** 权利人: a right to whoever owns it. */
    HELD_BY
}
