package org.lingqu.account;

import java.time.Instant;

/**
 * Somebody who has signed in and not gone.
 *
 * @param key names it among the open sessions; of no use to anybody who is not signed in already
 * @param begunAt when the password was given
 * @param seenAt the last request
 * @param address from where, as the server saw it
 * @param browser what the browser called itself, shortened
 */
public record OpenSession(String key, long person, Instant begunAt, Instant seenAt, String address, String browser) {

    /** The same, seen again. */
    OpenSession seen(Instant at) {
        return new OpenSession(key, person, begunAt, at, address, browser);
    }
}
