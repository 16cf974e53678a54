package org.lingqu.calendar;

import java.time.LocalDate;

/**
 * A day that somebody should know of.
 *
 * @param subject which policy ({@code cn/tech-sme@2026}) or title it is about
 * @param title as people call that
 * @param count enterprises whose title expires; 0 for policies
 */
public record Deadline(LocalDate day, Kind kind, String subject, String title, int count) {

    /** What happens. */
    public enum Kind {
        /** Applications open; the day itself counts. */
        OPENS,
        /** The last day for applications. */
        CLOSES,
        /** A version begins to count. */
        BEGINS,
        /** The last day of a version. */
        ENDS,
        /** The last day of titles that enterprises hold and have not renewed. */
        EXPIRE
    }

    /** The same for the same thing on the same day, always. */
    public String key() {
        return kind + " " + subject + " " + day;
    }

    /** Where more is told. */
    public String address() {
        int at = subject.indexOf('@');
        return at < 0
                ? "/enterprises?title=" + java.net.URLEncoder.encode(subject, java.nio.charset.StandardCharsets.UTF_8)
                        + "&expiresOn=" + day
                : "/policies/" + subject.substring(0, at) + "?version="
                        + java.net.URLEncoder.encode(
                                subject.substring(at + 1), java.nio.charset.StandardCharsets.UTF_8);
    }
}
