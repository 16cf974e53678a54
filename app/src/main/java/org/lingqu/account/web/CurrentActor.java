package org.lingqu.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actors;
import org.lingqu.account.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is asking, looked up anew at every request: a closed account or another role counts from the next click on, not from the
 * next sign-in.
 */
final class CurrentActor extends OncePerRequestFilter {

    private static final String PASSWORD_PAGE = "/account/password";

    private final Accounts accounts;

    CurrentActor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Long id) {
            Optional<Person> person = accounts.byId(id).filter(Person::active);
            if (person.isEmpty()) {
                forget(request);
            } else if (person.get().mustChange() && mayWait(request)) {
                response.sendRedirect(PASSWORD_PAGE);
                return;
            } else {
                Actors.set(request, person.get().actor());
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean mayWait(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals(PASSWORD_PAGE)
                && !path.equals("/sign-out")
                && !path.equals("/language")
                && !path.startsWith("/assets/");
    }

    private static void forget(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
