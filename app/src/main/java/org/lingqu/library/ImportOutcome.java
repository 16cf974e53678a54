package org.lingqu.library;

/** What a page of an import is to the base. */
public enum ImportOutcome {
    /** 新网页. */
    NEW,
    /** 有变化: a new version of a page that is there. */
    CHANGED,
    /** 已有: there just so. */
    HELD,
    /** 重复: the same as an earlier one of this import. */
    REPEATED,
    /** 无法读取. */
    REFUSED;

    /** Whether taking it in keeps something. */
    public boolean isWanted() {
        return this == NEW || this == CHANGED;
    }
}
