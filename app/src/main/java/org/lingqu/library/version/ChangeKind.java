package org.lingqu.library.version;

/** What sort of change, the gravest last. */
public enum ChangeKind {
    /** 页面框架: menus, counters, contact lines, spaces, script, or only the bytes. */
    BOILERPLATE,
    /** 乱码: text that is damaged in one of the versions. */
    GARBLE,
    /** 夹带: words that somebody spliced in, or that were taken out again. */
    SPAM,
    /** 文字: the page says it in other words, more or less. */
    WORDING,
    /** 数字: a figure, a date or a document number is another one, new or gone. */
    NUMBER
}
