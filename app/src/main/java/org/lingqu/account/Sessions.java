package org.lingqu.account;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who has signed in and not gone. It lives as long as the process, as the sessions of the web server do; one that was ended here
 * counts for nothing from its next request on.
 */
@Service
public final class Sessions {

    private static final int LONGEST_BROWSER = 200;

    private final Clock clock;
    private final Map<String, OpenSession> open = new ConcurrentHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Somebody has signed in.
     *
     * @param browser what it calls itself; null when it does not
     */
    public OpenSession begin(Person person, String address, @Nullable String browser) {
        String said = browser == null ? "" : browser;
        var now = clock.instant();
        var session = new OpenSession(
                UUID.randomUUID().toString(),
                person.id(),
                now,
                now,
                address,
                said.substring(0, Math.min(LONGEST_BROWSER, said.length())));
        open.put(session.key(), session);
        return session;
    }

    /** Notes a request; false when the session is no longer open. */
    public boolean seen(String key) {
        return open.computeIfPresent(key, (same, session) -> session.seen(clock.instant())) != null;
    }

    /** Those of a person, the newest first. */
    public List<OpenSession> of(long person) {
        return open.values().stream()
                .filter(session -> session.person() == person)
                .sorted(Comparator.comparing(OpenSession::begunAt).reversed())
                .toList();
    }

    /** It is over: signed out, or too long without a request. */
    public void gone(String key) {
        open.remove(key);
    }

    /**
     * Ends sessions of a person.
     *
     * @return how many
     */
    int end(long person, Predicate<OpenSession> which) {
        List<OpenSession> ended = of(person).stream().filter(which).toList();
        ended.forEach(session -> open.remove(session.key()));
        return ended.size();
    }
}
