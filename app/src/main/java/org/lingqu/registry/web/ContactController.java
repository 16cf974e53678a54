package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.TypedValues.Problem;
import org.lingqu.ui.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Contacts of an enterprise, added, changed and removed on its page. No name and no number ever stands in an address. */
@Controller
final class ContactController {

    private static final String ONE = "/enterprises/{id:[0-9]{1,18}}/contacts/{contact:[0-9]{1,18}}";

    private final Enterprises enterprises;
    private final Contacts contacts;
    private final EnterpriseController pages;

    ContactController(Enterprises enterprises, Contacts contacts, EnterpriseController pages) {
        this.enterprises = enterprises;
        this.contacts = contacts;
        this.pages = pages;
    }

    private Enterprise enterprise(Actor actor, long id) {
        return enterprises.byId(actor, id).orElseThrow(NotFound::new);
    }

    @Access({Role.OFFICER, Role.ENTERPRISE})
    @PostMapping("/enterprises/{id:[0-9]{1,18}}/contacts")
    ModelAndView add(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        Enterprise enterprise = enterprise(actor, id);
        ContactForm form = ContactForm.sent(0, sent);
        return after(actor, enterprise, contacts.add(actor, enterprise, form.wish()), form, "added", response);
    }

    /** @param seen version that she had before her */
    @Access({Role.OFFICER, Role.ENTERPRISE})
    @PostMapping(ONE)
    ModelAndView change(
            Actor actor,
            @PathVariable long id,
            @PathVariable long contact,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        Enterprise enterprise = enterprise(actor, id);
        ContactForm form = ContactForm.sent(contact, sent);
        return after(
                actor,
                enterprise,
                contacts.change(actor, enterprise, contact, seen, form.wish()),
                form,
                "changed",
                response);
    }

    /** @param seen version that she had before her */
    @Access({Role.OFFICER, Role.ENTERPRISE})
    @PostMapping(ONE + "/remove")
    ModelAndView remove(
            Actor actor,
            @PathVariable long id,
            @PathVariable long contact,
            @RequestParam(defaultValue = "-1") int seen,
            HttpServletResponse response) {
        Enterprise enterprise = enterprise(actor, id);
        return after(
                actor,
                enterprise,
                contacts.remove(actor, enterprise, contact, seen),
                ContactForm.NONE,
                "removed",
                response);
    }

    private ModelAndView after(
            Actor actor,
            Enterprise enterprise,
            Contacts.Outcome outcome,
            ContactForm form,
            String done,
            HttpServletResponse response) {
        return switch (outcome) {
            case Contacts.Outcome.Done ignored ->
                new ModelAndView("redirect:/enterprises/" + enterprise.id() + "?done=contact." + done + "#contacts");
            case Contacts.Outcome.Overtaken overtaken -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield pages.page(actor, enterprise, form.overtakenBy(overtaken.now()));
            }
            case Contacts.Outcome.Wrong(List<Problem> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield pages.page(actor, enterprise, form.refused(problems));
            }
        };
    }
}
