package org.lingqu.library;

/** Who may see a page. */
public enum Visibility {
    /** 公开: everybody. */
    PUBLIC,
    /** 内部: government staff. */
    INTERNAL
}
