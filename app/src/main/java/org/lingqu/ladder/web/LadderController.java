package org.lingqu.ladder.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.ladder.Ladder;
import org.lingqu.ladder.Ladders;
import org.lingqu.ladder.Step;
import org.lingqu.registry.Enterprises;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All ladders with who stands where, who could climb, and whose title runs out. */
@Controller
final class LadderController {

    private static final List<Integer> AHEAD = List.of(30, 90, 180, 365);

    private final Ladders ladders;
    private final Enterprises enterprises;

    LadderController(Ladders ladders, Enterprises enterprises) {
        this.ladders = ladders;
        this.enterprises = enterprises;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/ladder")
    ModelAndView ladders(Actor actor, @RequestParam(defaultValue = "180") String days) {
        int ahead = AHEAD.stream()
                .filter(each -> each.toString().equals(days))
                .findFirst()
                .orElse(180);
        Map<Ladder, List<Step>> steps = new LinkedHashMap<>();
        ladders.all().forEach(ladder -> steps.put(ladder, ladders.steps(actor, ladder, ahead)));
        return new ModelAndView(
                "ladder/ladders.jte",
                Map.of("steps", steps, "days", ahead, "ahead", AHEAD, "today", enterprises.today()));
    }
}
