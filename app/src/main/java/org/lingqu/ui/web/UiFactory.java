package org.lingqu.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.account.Actors;
import org.lingqu.ui.Language;
import org.lingqu.ui.NavEntry;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.lingqu.ui.Words;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Ui} of a request. */
@Component
public final class UiFactory implements Uis {

    static final String LANGUAGE_COOKIE = "lang";

    private final Words words;
    private final List<NavEntry> nav;

    UiFactory(Words words, List<NavEntry> nav) {
        this.words = words;
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
    }

    @Override
    public Ui of(HttpServletRequest request) {
        Actor actor = Actors.of(request);
        String done = request.getParameter("done");
        return new Ui(
                words,
                language(request),
                actor,
                path(request),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                nav.stream().filter(entry -> entry.isFor(actor)).toList(),
                () -> token(request),
                done != null && words.has(Language.ZH, "done." + done) ? "done." + done : null);
    }

    /** The address the person sees, also on an error page. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String before
                ? before
                : request.getRequestURI();
    }

    /** The language somebody chose, Chinese at first. */
    public static Language language(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(LANGUAGE_COOKIE)) {
                    return Language.of(cookie.getValue());
                }
            }
        }
        return Language.ZH;
    }

    private static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
