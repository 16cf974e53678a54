package org.lingqu.engine.text;

import java.util.Locale;

/** A part of the page that is not the article: cut, and recorded so that nothing is lost. */
public record CutPart(Why why, Span span) {

    /** What such a part is. */
    public enum Why {
        /** Menus, buttons, breadcrumbs, site names. */
        FURNITURE,
        /** Source, date, counters, share buttons around the title. */
        BYLINE,
        /** Names, addresses, phone numbers to turn to. */
        CONTACT,
        /** What is written under a picture. */
        CAPTION,
        DISCLAIMER,
        /** Visits, likes, comments. */
        COUNTER,
        /** Other articles after this one. */
        TAIL,
        /** Words somebody spliced in. */
        SPAM;

        /** The code as printed. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
