package org.lingqu.registry.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.Enterprises;
import org.lingqu.ui.DeskPart;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Component;

/** 称号到期: whose titles run out soon and are not renewed, title by title. */
@Component
final class ExpiriesOnDesk implements DeskPart {

    private static final int SOON = 30;
    private static final int LATER = 90;

    private final Enterprises enterprises;

    ExpiriesOnDesk(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    @Override
    public int order() {
        return 20;
    }

    private record Counted(String title, int soon, int later) {}

    @Override
    public Optional<Section> section(Ui ui) {
        var counted = new ArrayList<Counted>();
        for (String title : enterprises.titles().keySet()) {
            int later = count(ui, title, LATER);
            if (later > 0) {
                counted.add(new Counted(title, count(ui, title, SOON), later));
            }
        }
        counted.sort(Comparator.comparingInt(Counted::soon)
                .thenComparingInt(Counted::later)
                .reversed());
        return Optional.of(new Section(
                "expiries",
                ui.say("desk.expiries"),
                0,
                counted.stream().limit(MOST).map(each -> line(each, ui)).toList(),
                ui.say("desk.expiries.none"),
                counted.isEmpty()
                        ? null
                        : new Link(
                                ui.say("desk.expiries.all", ui.count(count(ui, "", LATER))),
                                "/enterprises?expires=" + LATER)));
    }

    private int count(Ui ui, String title, int days) {
        LocalDate today = enterprises.today();
        return enterprises.count(
                ui.actor(), EnterpriseFilter.all(today).holding(title, Optional.of(today.plusDays(days))));
    }

    private static Line line(Counted each, Ui ui) {
        String list = "/enterprises?title=" + URLEncoder.encode(each.title(), StandardCharsets.UTF_8) + "&expires=";
        var figures = new ArrayList<Link>();
        if (each.soon() > 0) {
            figures.add(new Link(ui.say("desk.expiries.within", SOON, ui.count(each.soon())), list + SOON));
        }
        figures.add(new Link(ui.say("desk.expiries.within", LATER, ui.count(each.later())), list + LATER));
        return new Line(each.title(), null, "", false, figures);
    }
}
