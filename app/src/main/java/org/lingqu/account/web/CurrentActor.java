package org.lingqu.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actors;
import org.lingqu.account.Person;
import org.lingqu.account.SecondFactors;
import org.lingqu.database.Outage;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is asking, looked up anew at every request: a closed account, another role or a session that was ended counts from the next
 * click on, not from the next sign-in.
 */
final class CurrentActor extends OncePerRequestFilter {

    private static final String PASSWORD_PAGE = "/account/password";
    private static final String FACTOR_PAGE = "/account/second-factor";
    private static final Set<String> ALWAYS = Set.of("/sign-out", "/language");

    private static final Authentication VISITOR =
            new AnonymousAuthenticationToken("lingqu", "visitor", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignedIn signedIn;

    CurrentActor(Accounts accounts, SecondFactors factors, SignedIn signedIn) {
        this.accounts = accounts;
        this.factors = factors;
        this.signedIn = signedIn;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!tellsOfOutage(request) && authentication != null && authentication.getPrincipal() instanceof Long id) {
            Optional<Person> person = accounts.byId(id).filter(Person::active);
            if (person.isEmpty() || !signedIn.isOpen(request)) {
                signedIn.end(request);
                SecurityContextHolder.getContext().setAuthentication(VISITOR); // is asked to sign in, not refused
            } else {
                String first = first(person.get());
                if (first != null && !mayPass(request, first)) {
                    response.sendRedirect(first);
                    return;
                }
                Actors.set(request, person.get().actor());
            }
        }
        chain.doFilter(request, response);
    }

    /** The page that says that the database is gone must not ask it; she stays who she was found to be, and signed in. */
    private static boolean tellsOfOutage(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && Outage.of(failure).isPresent();
    }

    /** The page somebody has to see before all others; null when there is none. */
    private @Nullable String first(Person person) {
        if (person.mustChange()) {
            return PASSWORD_PAGE;
        }
        return factors.isRequired(person.role()) && !factors.has(person.id()) ? FACTOR_PAGE : null;
    }

    private static boolean mayPass(HttpServletRequest request, String first) {
        String path = request.getRequestURI();
        return path.equals(first) || ALWAYS.contains(path) || path.startsWith("/assets/");
    }
}
