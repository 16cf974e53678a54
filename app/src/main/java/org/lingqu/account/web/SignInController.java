package org.lingqu.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.AccountProblem;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.account.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out, and one's own password. */
@Controller
final class SignInController {

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final Clock clock;

    SignInController(Accounts accounts, SignedIn signedIn, Clock clock) {
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.clock = clock;
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
                signedIn.begin(done.person(), request, response);
                yield new ModelAndView("redirect:" + local(to));
            }
            case SignIn.NeedsCode half -> {
                HalfSignedIn.keep(request, half.person(), local(to), clock.instant());
                yield new ModelAndView("redirect:/sign-in/code");
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
        signedIn.end(request);
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
            HttpServletRequest request,
            HttpServletResponse response) {
        Person person = accounts.byId(actor.requirePerson()).orElseThrow();
        List<AccountProblem> problems = accounts.changeOwn(person, old, fresh, repeated);
        if (problems.isEmpty()) {
            accounts.endSessions(actor, person.id(), key -> !key.equals(SignedIn.key(request)));
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
