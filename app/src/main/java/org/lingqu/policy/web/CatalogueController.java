package org.lingqu.policy.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.calendar.WorkingDays;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Board;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Tally;
import org.lingqu.policy.catalogue.Catalogue;
import org.lingqu.policy.catalogue.CatalogueFacet;
import org.lingqu.policy.catalogue.CatalogueFilter;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.OwnRegion;
import org.lingqu.registry.Places;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All policies, to choose from. */
@Controller
final class CatalogueController {

    private final Opportunities opportunities;
    private final InstalledPack installed;
    private final Enterprises enterprises;
    private final WorkingDays workingDays;
    private final Places places;
    private final OwnRegion ownRegion;

    private volatile @Nullable Made latest;

    private record Made(PolicyPack pack, LocalDate day, String own, Catalogue catalogue) {}

    CatalogueController(
            Opportunities opportunities,
            InstalledPack installed,
            Enterprises enterprises,
            WorkingDays workingDays,
            Places places,
            OwnRegion ownRegion) {
        this.ownRegion = ownRegion;
        this.places = places;
        this.opportunities = opportunities;
        this.installed = installed;
        this.enterprises = enterprises;
        this.workingDays = workingDays;
    }

    /** @param parameters as {@link CatalogueFilter} reads them; what is none of the choices counts as not chosen */
    @Access(everybody = true)
    @GetMapping("/policies")
    ModelAndView catalogue(Actor actor, @RequestParam Map<String, String> parameters) {
        LocalDate today = enterprises.today();
        Catalogue catalogue = catalogue(installed.pack(), today, ownRegion.code());
        CatalogueFilter filter = CatalogueFilter.of(parameters, catalogue.entries());
        Map<Policy, Tally> tallies = actor.role().isStaff() ? tallies() : Map.of();
        List<CatalogueRow> rows =
                catalogue
                        .find(
                                filter,
                                policy -> tallies.containsKey(policy)
                                        ? tallies.get(policy).toApply()
                                        : -1)
                        .stream()
                        .map(entry -> new CatalogueRow(entry, tallies.get(entry.policy())))
                        .toList();
        var choices = new HashMap<CatalogueFacet, List<Catalogue.Choice>>();
        for (CatalogueFacet facet : CatalogueFacet.values()) {
            choices.put(facet, catalogue.choices(facet, filter));
        }
        return new ModelAndView(
                "policy/policies.jte",
                Map.of(
                        "rows", rows,
                        "filter", filter,
                        "choices", choices,
                        "today", today,
                        "workingDays", workingDays,
                        "places", places));
    }

    /** Made again when the pack is another one, another day has come or the region turns out to be another one. */
    @SuppressWarnings("ReferenceEquality") // a pack that was read again is another one, also when it says the same
    private Catalogue catalogue(PolicyPack pack, LocalDate today, String own) {
        Made made = latest;
        if (made == null
                || made.pack() != pack
                || !made.day().equals(today)
                || !made.own().equals(own)) {
            made = new Made(pack, today, own, Catalogue.of(pack.policies(), today, own));
            latest = made;
        }
        return made.catalogue();
    }

    private Map<Policy, Tally> tallies() {
        Board board = opportunities.board();
        var tallies = new HashMap<Policy, Tally>();
        board.policies().forEach(policy -> tallies.put(policy, board.tally(policy)));
        return tallies;
    }
}
