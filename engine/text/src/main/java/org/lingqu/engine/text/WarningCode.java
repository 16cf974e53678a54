package org.lingqu.engine.text;

/** What a warning is about; printed by its name. */
public enum WarningCode {
    /** Words that do not belong there were spliced into an official text. */
    HIJACKED,
    /** Part of the text is damaged beyond repair. */
    GARBLED,
    /** Other articles, teasers or a collector's note follow the article. */
    FOREIGN_TAIL,
    /** Menus and other furniture were cut. */
    NAVIGATION,
    /** A phone number, identity number or the like; masked in all output. */
    PERSONAL_DATA,
    /** The site says that it only reprints. */
    REPRINT_DISCLAIMER,
    /** The page does not say when it was published. */
    DATE_MISSING,
    /** Another page of the same run says nearly the same; {@code says} names it and what differs. */
    SAME_AS
}
