package org.lingqu.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Person;
import org.lingqu.account.Sessions;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Ties what the web server calls a session to what {@link Sessions} knows of it. */
@Component
final class SignedIn {

    private static final String KEY = "org.lingqu.session";

    private final Sessions sessions;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy freshToken =
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository());

    SignedIn(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Kept in the session of the web server; tells {@link Sessions} when that one is over. */
    private record Key(String key, Sessions sessions) implements HttpSessionBindingListener {
        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            sessions.gone(key);
        }
    }

    /** A new session with a new name and a new token, so that nobody goes on in one that was prepared for him. */
    void begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        var key = sessions.begin(person, request.getRemoteAddr(), request.getHeader("User-Agent"))
                .key();
        request.getSession(true).setAttribute(KEY, new Key(key, sessions));
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                person.id(), null, List.of(new SimpleGrantedAuthority("ROLE_" + person.role())));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        freshToken.onAuthentication(authentication, request, response);
    }

    /** Nobody is signed in any more. */
    void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Which of the open sessions a request belongs to; null when it was not signed in. */
    static @Nullable String key(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof Key key ? key.key() : null;
    }

    /** Whether the session of a request is still open; notes that it was used. */
    boolean isOpen(HttpServletRequest request) {
        String key = key(request);
        return key != null && sessions.seen(key);
    }
}
