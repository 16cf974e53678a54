package org.lingqu.library.web;

import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: what is there. */
@Controller
final class HomeController {

    @Access(everybody = true)
    @GetMapping("/")
    String home(Actor actor, @RequestParam(defaultValue = "") String done) {
        boolean word = done.matches("[A-Za-z.-]{1,60}");
        String first = actor.is(Role.ENTERPRISE) ? "/enterprises" : "/library/pages"; // a firm comes to its own file
        return "redirect:" + first + (word ? "?done=" + done : "");
    }
}
