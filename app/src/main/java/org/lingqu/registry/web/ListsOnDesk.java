package org.lingqu.registry.web;

import java.util.List;
import java.util.Optional;
import org.lingqu.account.Role;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;
import org.lingqu.ui.DeskPart;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Component;

/** 企业名单: lists of enterprises that cannot be read, have rows that are refused, or wait to be taken in. */
@Component
final class ListsOnDesk implements DeskPart {

    private static final int NEWEST = 50;

    private final FirmLists lists;

    ListsOnDesk(FirmLists lists) {
        this.lists = lists;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Section> section(Ui ui) {
        if (!ui.actor().is(Role.OFFICER, Role.ADMINISTRATOR)) {
            return Optional.empty(); // nobody else sees lists
        }
        List<FirmListImport> open = lists.newest(null, 0, NEWEST).stream()
                .filter(list -> list.state() == ListState.LOOKED || hasProblems(list))
                .toList();
        return Optional.of(new Section(
                "lists",
                ui.say("desk.lists"),
                (int) open.stream().filter(ListsOnDesk::hasProblems).count(),
                open.stream().limit(MOST).map(list -> line(list, ui)).toList(),
                ui.say("desk.lists.none"),
                new Link(ui.say("desk.lists.all"), "/enterprises/import")));
    }

    /** What she gave up or took back is settled. */
    private static boolean hasProblems(FirmListImport list) {
        return (list.state() == ListState.LOOKED || list.state() == ListState.TAKEN)
                && (list.refusal() != null || list.counts().refused() > 0);
    }

    private static Line line(FirmListImport list, Ui ui) {
        String detail;
        if (list.refusal() != null) {
            detail = ui.say("desk.lists.unreadable");
        } else if (list.counts().refused() > 0) {
            detail = ui.say("desk.lists.refused", ui.count(list.counts().refused()));
        } else {
            detail = ui.say("desk.lists.waits");
        }
        return new Line(list.title(), "/enterprises/import/" + list.id(), detail, hasProblems(list), List.of());
    }
}
