package org.lingqu.registry.web;

import java.util.List;
import java.util.Optional;
import org.lingqu.account.Role;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.Enterprises;
import org.lingqu.ui.DeskPart;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Component;

/** 待核实的称号: titles that enterprises say they hold and an office has still to look at (docs/adr/0036). */
@Component
final class ClaimsOnDesk implements DeskPart {

    private final Enterprises enterprises;

    ClaimsOnDesk(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Section> section(Ui ui) {
        if (!ui.actor().is(Role.OFFICER)) {
            return Optional.empty(); // nobody else says whether they are true
        }
        int waiting = enterprises.count(
                ui.actor(), EnterpriseFilter.all(enterprises.today()).claiming());
        return Optional.of(new Section(
                "claims",
                ui.say("claim.title"),
                waiting,
                waiting == 0
                        ? List.of()
                        : List.of(new Line(
                                ui.say("claim.waiting", ui.count(waiting)),
                                "/enterprises/claims",
                                "",
                                false,
                                List.of())),
                ui.say("claim.none"),
                null));
    }
}
