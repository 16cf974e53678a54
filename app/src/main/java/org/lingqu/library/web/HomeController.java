package org.lingqu.library.web;

import org.lingqu.account.Access;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: what is there. */
@Controller
final class HomeController {

    @Access(everybody = true)
    @GetMapping("/")
    String home(@RequestParam(defaultValue = "") String done) {
        boolean word = done.matches("[A-Za-z.-]{1,60}");
        return "redirect:/library/pages" + (word ? "?done=" + done : "");
    }
}
