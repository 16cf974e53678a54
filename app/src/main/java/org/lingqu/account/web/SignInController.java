package org.lingqu.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.AccountProblem;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.account.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out, and one's own password. */
@Controller
final class SignInController {

    private final Accounts accounts;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy freshToken =
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository());

    SignInController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Access(everybody = true)
    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "/") String to) {
        return page(new SignInForm("", local(to), null));
    }

    @Access(everybody = true)
    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (accounts.signIn(login, password)) {
            case SignIn.Done done -> {
                begin(done.person(), request, response);
                yield new ModelAndView("redirect:" + local(to));
            }
            case SignIn.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(new SignInForm(login, local(to), refused));
            }
            case SignIn.Locked locked -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield page(new SignInForm(login, local(to), locked));
            }
        };
    }

    @Access(everybody = true)
    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/";
    }

    @Access(signedIn = true)
    @GetMapping("/account/password")
    ModelAndView passwordForm(Actor actor) {
        return passwordPage(actor, List.of());
    }

    @Access(signedIn = true)
    @PostMapping("/account/password")
    ModelAndView changePassword(
            Actor actor,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletResponse response) {
        Person person = accounts.byId(actor.requirePerson()).orElseThrow();
        List<AccountProblem> problems = accounts.changeOwn(person, old, fresh, repeated);
        if (problems.isEmpty()) {
            return new ModelAndView("redirect:/?done=account.password-changed");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return passwordPage(actor, problems);
    }

    private ModelAndView passwordPage(Actor actor, List<AccountProblem> problems) {
        Person person = accounts.byId(actor.requirePerson()).orElseThrow();
        return new ModelAndView("account/password.jte", Map.of("person", person, "problems", problems));
    }

    private static ModelAndView page(SignInForm form) {
        return new ModelAndView("account/signIn.jte", Map.of("form", form));
    }

    /** A new session with a new name and a new token, so that nobody goes on in one that was prepared for him. */
    private void begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true);
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                person.id(), null, List.of(new SimpleGrantedAuthority("ROLE_" + person.role())));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        freshToken.onAuthentication(authentication, request, response);
    }

    /** A path of ours, or the first page: nobody is sent elsewhere. */
    private static String local(String to) {
        boolean ours = to.startsWith("/")
                && !to.startsWith("//")
                && !to.contains("\\")
                && !to.contains("\n")
                && !to.contains("\r");
        return ours ? to : "/";
    }
}
