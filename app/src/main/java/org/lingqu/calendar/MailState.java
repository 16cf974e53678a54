package org.lingqu.calendar;

/** What became of a reminder by e-mail. */
public enum MailState {
    /** It is on its way, or nobody knows whether it arrived; it is not sent again. */
    SENDING,
    /** The server took it over. */
    SENT,
    /** The server refused it; it is tried again a few times. */
    REFUSED
}
