package org.lingqu.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.account.SecondFactors;
import org.lingqu.account.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's own account: what is held about her, how she signs in, where she is signed in. */
@Controller
final class OwnAccountController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors factors;

    OwnAccountController(Accounts accounts, Sessions sessions, SecondFactors factors) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
    }

    @Access(signedIn = true)
    @GetMapping("/account")
    ModelAndView own(Actor actor, HttpServletRequest request) {
        Person person = accounts.byId(actor.requirePerson()).orElseThrow();
        return new ModelAndView(
                "account/own.jte",
                Map.of(
                        "person",
                        person,
                        "hasFactor",
                        factors.has(person.id()),
                        "sessions",
                        new OwnSessions(sessions.of(person.id()), SignedIn.key(request))));
    }

    /** @param key which one; empty for all but this one */
    @Access(signedIn = true)
    @PostMapping("/account/end-sessions")
    ModelAndView end(Actor actor, @RequestParam(defaultValue = "") String key, HttpServletRequest request) {
        String here = SignedIn.key(request);
        accounts.endSessions(
                actor, actor.requirePerson(), each -> key.isEmpty() ? !each.equals(here) : each.equals(key));
        return new ModelAndView("redirect:/account?done=account.sessions-ended");
    }
}
