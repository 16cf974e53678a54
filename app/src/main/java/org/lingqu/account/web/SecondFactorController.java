package org.lingqu.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.account.SecondFactors;
import org.lingqu.account.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The code beside the password: asked for when signing in, set up by each person for herself. */
@Controller
final class SecondFactorController {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignedIn signedIn;
    private final Clock clock;

    SecondFactorController(Accounts accounts, SecondFactors factors, SignedIn signedIn, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Access(everybody = true)
    @GetMapping("/sign-in/code")
    ModelAndView ask(HttpServletRequest request) {
        return HalfSignedIn.of(request, clock.instant())
                .map(half -> page(null))
                .orElseGet(() -> new ModelAndView("redirect:/sign-in"));
    }

    @Access(everybody = true)
    @PostMapping("/sign-in/code")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<HalfSignedIn> half = HalfSignedIn.of(request, clock.instant());
        if (half.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        return switch (factors.signIn(half.get().person(), code)) {
            case SignIn.Done done -> {
                signedIn.begin(done.person(), request, response);
                yield new ModelAndView("redirect:" + half.get().to());
            }
            case SignIn.NeedsCode again -> throw new IllegalStateException("a code was given");
            case SignIn.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(refused);
            }
            case SignIn.Locked locked -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield page(locked);
            }
        };
    }

    private static ModelAndView page(@Nullable SignIn outcome) {
        var model = new HashMap<String, Object>();
        model.put("outcome", outcome);
        return new ModelAndView("account/code.jte", model);
    }

    @Access(signedIn = true)
    @GetMapping("/account/second-factor")
    ModelAndView factor(Actor actor) {
        return factor(person(actor), List.of(), false);
    }

    /** @param action confirm, codes or remove */
    @Access(signedIn = true)
    @PostMapping("/account/second-factor")
    ModelAndView change(
            Actor actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response) {
        Person person = person(actor);
        if (action.equals("confirm")) {
            List<String> codes = factors.has(person.id()) ? List.of() : factors.confirm(person, code);
            return answer(person, codes, codes.isEmpty(), response);
        }
        if (!factors.has(person.id()) || !accounts.isPassword(person, password)) {
            return answer(person, List.of(), true, response);
        }
        if (action.equals("remove")) {
            factors.remove(actor, person);
            return new ModelAndView("redirect:/account?done=account.factor-removed");
        }
        return answer(person, factors.newRecoveryCodes(person), false, response);
    }

    private ModelAndView answer(Person person, List<String> codes, boolean wrong, HttpServletResponse response) {
        if (wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return factor(person, codes, wrong);
    }

    /** @param codes recovery codes that are shown this once */
    private ModelAndView factor(Person person, List<String> codes, boolean wrong) {
        boolean has = factors.has(person.id());
        var model = new HashMap<String, Object>();
        model.put("has", has);
        model.put("required", factors.isRequired(person.role()));
        model.put("codes", codes);
        model.put("left", factors.recoveryCodesLeft(person.id()));
        model.put("wrong", wrong);
        model.put("setup", has ? null : factors.setup(person));
        model.put("qr", has ? null : QrCode.of(factors.setup(person).address()));
        return new ModelAndView("account/factor.jte", model);
    }

    private Person person(Actor actor) {
        return accounts.byId(actor.requirePerson()).orElseThrow();
    }
}
