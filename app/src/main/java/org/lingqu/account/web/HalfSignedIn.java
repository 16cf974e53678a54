package org.lingqu.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lingqu.account.Person;

/**
 * Somebody whose password was right and whose code is still to come.
 *
 * @param to where to go afterwards
 * @param until exclusive; then the password is asked for again
 */
record HalfSignedIn(long person, String to, Instant until) implements Serializable {

    private static final String KEY = "org.lingqu.half";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Remembers it in a session of its own, in which nobody is signed in. */
    static void keep(HttpServletRequest request, Person person, String to, Instant now) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true).setAttribute(KEY, new HalfSignedIn(person.id(), to, now.plus(PATIENCE)));
    }

    /** What was remembered, if not for too long. */
    static Optional<HalfSignedIn> of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof HalfSignedIn half && now.isBefore(half.until())
                ? Optional.of(half)
                : Optional.empty();
    }
}
