package org.lingqu.policy.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.policy.draft.Draft;
import org.lingqu.policy.draft.DraftState;
import org.lingqu.policy.draft.Drafts;
import org.lingqu.ui.DeskPart;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Component;

/** 政策草稿: what waits for this person's approval, and what is approved and not published. */
@Component
final class DraftsOnDesk implements DeskPart {

    private final Drafts drafts;

    DraftsOnDesk(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Section> section(Ui ui) {
        Actor actor = ui.actor();
        if (!actor.is(Role.OFFICER, Role.ADMINISTRATOR)) {
            return Optional.empty(); // nobody else approves
        }
        List<Draft> underWay = drafts.underWay();
        List<Draft> mine = underWay.stream()
                .filter(draft -> draft.state() == DraftState.SUBMITTED && !drafts.wrote(actor, draft.id()))
                .toList();
        List<Draft> approved = underWay.stream()
                .filter(draft -> draft.state() == DraftState.APPROVED)
                .toList();
        return Optional.of(new Section(
                "drafts",
                ui.say("desk.drafts"),
                mine.size(),
                Stream.concat(
                                mine.stream().map(draft -> line(draft, ui.say("desk.drafts.approve"), true)),
                                approved.stream().map(draft -> line(draft, ui.say("desk.drafts.publish"), false)))
                        .limit(MOST)
                        .toList(),
                ui.say("desk.drafts.none"),
                new Link(ui.say("desk.drafts.all"), "/policies/drafts")));
    }

    private static Line line(Draft draft, String detail, boolean soon) {
        return new Line(draft.name(), "/policies/drafts/" + draft.id(), detail, soon, List.of());
    }
}
