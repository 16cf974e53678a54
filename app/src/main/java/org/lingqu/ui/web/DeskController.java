package org.lingqu.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.ui.DeskPart;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody begins: staff at their desk, a firm at its own file, everybody else at the pages of the library. */
@Controller
final class DeskController {

    private final List<DeskPart> parts;
    private final Uis uis;

    DeskController(List<DeskPart> parts, Uis uis) {
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(DeskPart::order)).toList();
        this.uis = uis;
    }

    @Access(everybody = true)
    @GetMapping("/")
    ModelAndView begin(Actor actor, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        if (!actor.role().isStaff()) {
            String first = actor.is(Role.ENTERPRISE) ? "/enterprises" : "/library/pages";
            boolean word = done.matches("[A-Za-z.-]{1,60}");
            return new ModelAndView("redirect:" + first + (word ? "?done=" + done : ""));
        }
        Ui ui = uis.of(request);
        return new ModelAndView(
                "ui/desk.jte",
                Map.of(
                        "headlines",
                        parts.stream()
                                .flatMap(part -> part.headline(ui).stream())
                                .toList(),
                        "sections",
                        parts.stream()
                                .flatMap(part -> part.section(ui).stream())
                                .toList()));
    }
}
