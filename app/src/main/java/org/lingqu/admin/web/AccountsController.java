package org.lingqu.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.AccountProblem;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.FirstPasswords;
import org.lingqu.account.Person;
import org.lingqu.account.PersonFilter;
import org.lingqu.account.Role;
import org.lingqu.account.SecondFactors;
import org.lingqu.account.Sessions;
import org.lingqu.ui.NavEntry;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Who may sign in, and as what. */
@Controller
final class AccountsController {

    private static final int PEOPLE = 50;
    private static final String SHOWN_ONCE = "firstPassword";

    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors factors;

    AccountsController(Accounts accounts, Sessions sessions, SecondFactors factors) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
    }

    @Bean
    static NavEntry accountsNav() {
        return new NavEntry(85, "admin.nav.accounts", "/accounts", List.of(Role.ADMINISTRATOR));
    }

    @Access(Role.ADMINISTRATOR)
    @GetMapping("/accounts")
    ModelAndView list(@RequestParam Map<String, String> parameters, @RequestParam(defaultValue = "1") int page) {
        PersonFilter filter = PersonFilter.of(parameters);
        Paging paging = Paging.of(page, PEOPLE, accounts.count(filter));
        return new ModelAndView(
                "admin/accounts.jte",
                Map.of("filter", filter, "people", accounts.find(filter, paging.offset(), PEOPLE), "paging", paging));
    }

    @Access(Role.ADMINISTRATOR)
    @GetMapping("/accounts/new")
    ModelAndView form() {
        return form(AccountForm.BLANK, List.of());
    }

    private static ModelAndView form(AccountForm typed, List<AccountProblem> problems) {
        return new ModelAndView("admin/newAccount.jte", Map.of("typed", typed, "problems", problems));
    }

    @Access(Role.ADMINISTRATOR)
    @PostMapping("/accounts")
    ModelAndView create(
            Actor actor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String organisation,
            RedirectAttributes next,
            HttpServletResponse response) {
        String password = FirstPasswords.next();
        List<AccountProblem> problems = accounts.create(actor, login, name, role, organisation, password);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(new AccountForm(login, name, role, organisation, true, 0), problems);
        }
        next.addFlashAttribute(SHOWN_ONCE, password);
        return to(accounts.byLogin(login).orElseThrow(), "created");
    }

    @Access(Role.ADMINISTRATOR)
    @GetMapping("/accounts/{id:[0-9]+}")
    ModelAndView one(@PathVariable long id, HttpServletRequest request) {
        Person person = person(id);
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        Object password = flash == null ? null : flash.get(SHOWN_ONCE);
        return one(person, AccountForm.of(person), List.of(), password == null ? null : password.toString());
    }

    private ModelAndView one(
            Person person, AccountForm typed, List<AccountProblem> problems, @Nullable String firstPassword) {
        var model = new HashMap<String, Object>();
        model.put("person", person);
        model.put("typed", typed);
        model.put("problems", problems);
        model.put("firstPassword", firstPassword);
        model.put("sessions", sessions.of(person.id()));
        model.put("hasFactor", factors.has(person.id()));
        return new ModelAndView("admin/account.jte", model);
    }

    @Access(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{id:[0-9]+}")
    ModelAndView change(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response) {
        Person person = person(id);
        List<AccountProblem> problems = accounts.change(actor, id, name, role, organisation, active, seen);
        if (problems.isEmpty()) {
            return to(person, "changed");
        }
        boolean overtaken =
                problems.stream().anyMatch(problem -> problem.code() == AccountProblem.Code.CHANGED_MEANWHILE);
        response.setStatus((overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        Person now = person(id);
        return one(
                now, new AccountForm(now.login(), name, role, organisation, active, now.rowVersion()), problems, null);
    }

    @Access(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{id:[0-9]+}/password")
    ModelAndView reset(Actor actor, @PathVariable long id, RedirectAttributes next) {
        Person person = person(id);
        String password = FirstPasswords.next();
        List<AccountProblem> problems = accounts.reset(actor, id, password);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a password of ours was refused: " + problems);
        }
        next.addFlashAttribute(SHOWN_ONCE, password);
        return to(person, "password-reset");
    }

    @Access(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{id:[0-9]+}/unlock")
    ModelAndView unlock(Actor actor, @PathVariable long id) {
        Person person = person(id);
        accounts.unlock(actor, id);
        return to(person, "unlocked");
    }

    @Access(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{id:[0-9]+}/end-sessions")
    ModelAndView endSessions(Actor actor, @PathVariable long id) {
        Person person = person(id);
        accounts.endSessions(actor, id, all -> true);
        return to(person, "sessions-ended");
    }

    @Access(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{id:[0-9]+}/second-factor")
    ModelAndView removeFactor(Actor actor, @PathVariable long id) {
        Person person = person(id);
        factors.remove(actor, person);
        return to(person, "factor-removed");
    }

    private Person person(long id) {
        return accounts.byId(id).orElseThrow(NotFound::new);
    }

    private static ModelAndView to(Person person, String done) {
        return new ModelAndView("redirect:/accounts/" + person.id() + "?done=admin." + done);
    }
}
