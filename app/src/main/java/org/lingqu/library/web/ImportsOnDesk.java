package org.lingqu.library.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.account.Role;
import org.lingqu.library.ImportOutcome;
import org.lingqu.library.ImportState;
import org.lingqu.library.Imports;
import org.lingqu.library.PageImport;
import org.lingqu.ui.DeskPart;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Component;

/** 网页导入: imports with pages that cannot be read, or that wait to be taken in. */
@Component
final class ImportsOnDesk implements DeskPart {

    private static final int NEWEST = 20;

    private final Imports imports;

    ImportsOnDesk(Imports imports) {
        this.imports = imports;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Section> section(Ui ui) {
        if (!ui.actor().is(Role.OFFICER, Role.ADMINISTRATOR)) {
            return Optional.empty(); // nobody else sees imports
        }
        var lines = new ArrayList<Line>();
        int problems = 0;
        for (PageImport each : imports.newest(0, NEWEST)) {
            int refused = each.state() == ImportState.LOOKED || each.state() == ImportState.TAKEN
                    ? imports.counts(each).of(ImportOutcome.REFUSED)
                    : 0;
            problems += refused > 0 ? 1 : 0;
            if (refused > 0 || each.state() == ImportState.LOOKED) {
                lines.add(new Line(
                        each.title(),
                        "/library/import/" + each.id(),
                        refused > 0 ? ui.say("desk.imports.refused", ui.count(refused)) : ui.say("desk.lists.waits"),
                        refused > 0,
                        List.of()));
            }
        }
        return Optional.of(new Section(
                "imports",
                ui.say("desk.imports"),
                problems,
                lines.subList(0, Math.min(MOST, lines.size())),
                ui.say("desk.imports.none"),
                new Link(ui.say("desk.imports.all"), "/library/import")));
    }
}
