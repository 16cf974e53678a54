package org.lingqu.calendar;

/** Sends letters to people outside of the application. */
public interface Mailer {

    /** Whether there is a server to send by; without one nothing is ever sent. */
    boolean isThere();

    /**
     * Sends one letter, plain text.
     *
     * @param to a checked address
     */
    Sent send(String to, String subject, String text);

    /** What came of it. */
    enum Sent {
        /** The server took it over. */
        ACCEPTED,
        /** The server certainly has not taken it over; it may be tried again. */
        REFUSED,
        /** The connection ended before the server said what it did: it may be on its way, so it is not sent again. */
        UNKNOWN
    }
}
