package org.lingqu.policy.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.lingqu.calendar.WorkingDays;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Board;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.policy.Tally;
import org.lingqu.policy.catalogue.CatalogueEntry;
import org.lingqu.policy.catalogue.WindowState;
import org.lingqu.registry.OwnRegion;
import org.lingqu.registry.Places;
import org.lingqu.ui.DeskPart;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Component;

/** 近期申报: what can be applied for now or within 30 days, with whom to call; above it who is one step from 高新技术企业. */
@Component
final class CallsOnDesk implements DeskPart {

    /** The title that the sentence above everything is about, where the pack has a policy that gives it. */
    private static final String TITLE = "高新技术企业";

    private final Opportunities opportunities;
    private final InstalledPack installed;
    private final WorkingDays workingDays;
    private final Places places;
    private final OwnRegion ownRegion;

    CallsOnDesk(
            Opportunities opportunities,
            InstalledPack installed,
            WorkingDays workingDays,
            Places places,
            OwnRegion ownRegion) {
        this.ownRegion = ownRegion;
        this.opportunities = opportunities;
        this.installed = installed;
        this.workingDays = workingDays;
        this.places = places;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Link> headline(Ui ui) {
        Board board = opportunities.board();
        return board.policies().stream()
                .filter(policy -> policy.titles().contains(TITLE))
                .findFirst()
                .map(policy -> near(board, policy, ui));
    }

    /** Those whose step is known come first on the list that it leads to. */
    private Link near(Board board, Policy policy, Ui ui) {
        int near = board.tally(policy).of(Standing.NEAR);
        if (near == 0) {
            return new Link(ui.say("desk.none-near", TITLE), "/policies/" + policy.id());
        }
        OptionalInt ways = opportunities.countWithWay(policy, id -> true);
        String says = ways.isEmpty()
                ? ui.say("desk.near", ui.count(near), TITLE)
                : ui.say("desk.near-ways", ui.count(near), TITLE, ui.count(ways.getAsInt()));
        return new Link(says, called(policy, "NEAR"));
    }

    private static String called(Policy policy, String standing) {
        return "/policies/" + policy.id() + "/enterprises?standing=" + standing;
    }

    @Override
    public Optional<Section> section(Ui ui) {
        Board board = opportunities.board();
        List<CatalogueEntry> calls = installed.pack().inForce(board.asOf()).stream()
                .map(policy -> CatalogueEntry.of(policy, board.asOf(), ownRegion.code()))
                .filter(entry -> entry.nearness().isLocal() && isNews(entry))
                .sorted(Comparator.comparing(entry -> next(entry, board.asOf())))
                .toList();
        return Optional.of(new Section(
                "calls",
                ui.say("desk.calls"),
                0,
                calls.stream().limit(MOST).map(entry -> line(entry, board, ui)).toList(),
                ui.say("desk.calls.none"),
                new Link(ui.say("desk.calls.all"), "/policies?sort=window")));
    }

    /** What is open all year is no news on any day. */
    private static boolean isNews(CatalogueEntry entry) {
        return entry.span() != null
                && !entry.window().contains(WindowState.YEAR)
                && (entry.window().contains(WindowState.OPEN) || entry.window().contains(WindowState.OPENING));
    }

    /** The day that comes next: the last one of what is open, else the first. */
    private static LocalDate next(CatalogueEntry entry, LocalDate today) {
        var span = Objects.requireNonNull(entry.span());
        return span.isOpen(today) ? span.closes() : span.opens();
    }

    private Line line(CatalogueEntry entry, Board board, Ui ui) {
        Policy policy = entry.policy();
        var span = Objects.requireNonNull(entry.span());
        LocalDate today = board.asOf();
        String day = ui.say(span.isOpen(today) ? "desk.calls.closes" : "desk.calls.opens", next(entry, today));
        String left = new PolicyWords(ui, places).left(span, today, workingDays);
        return new Line(
                policy.title(),
                "/policies/" + policy.id(),
                ui.say("desk.day-left", day, left),
                span.closesSoon(today),
                board.policies().contains(policy) ? figures(board.tally(policy), policy, ui) : List.of());
    }

    private static List<Link> figures(Tally tally, Policy policy, Ui ui) {
        return List.of(
                new Link(ui.say("desk.calls.apply", ui.count(tally.toApply())), called(policy, "MET&apply=true")),
                new Link(ui.say("desk.calls.near", ui.count(tally.of(Standing.NEAR))), called(policy, "NEAR")));
    }
}
