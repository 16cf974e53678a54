package org.lingqu.ladder.web;

import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.ladder.Ladders;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.ui.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The ways of one enterprise up all ladders. */
@Controller
final class PathController {

    private final Ladders ladders;
    private final Enterprises enterprises;

    PathController(Ladders ladders, Enterprises enterprises) {
        this.ladders = ladders;
        this.enterprises = enterprises;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE})
    @GetMapping("/enterprises/{id}/ladder")
    ModelAndView path(Actor actor, @PathVariable long id) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        return new ModelAndView(
                "ladder/path.jte",
                Map.of(
                        "enterprise",
                        enterprise,
                        "paths",
                        ladders.paths(enterprise, enterprises.file(enterprise)),
                        "today",
                        enterprises.today()));
    }
}
