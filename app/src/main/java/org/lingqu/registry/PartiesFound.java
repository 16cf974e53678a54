package org.lingqu.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lingqu.account.Actor;
import org.lingqu.ui.FoundElsewhere;
import org.springframework.stereotype.Component;

/** Parties of all kinds by name, above the pages that a search finds; all of them leads to the kind that has most. */
@Component
final class PartiesFound implements FoundElsewhere {

    private final Parties parties;

    PartiesFound(Parties parties) {
        this.parties = parties;
    }

    @Override
    public Optional<Group> find(Actor actor, String words) {
        LocalDate today = parties.today();
        var hits = new ArrayList<Hit>();
        var counts = new EnumMap<PartyKind, Integer>(PartyKind.class);
        for (PartyKind kind : PartyKind.values()) {
            var filter = new PartyFilter(kind, words, "", "", PartyFilter.Standing.ALL, today, false);
            int count = parties.count(actor, filter);
            if (count > 0) {
                counts.put(kind, count);
                parties.find(actor, filter, PartyOrder.NAME, 0, MOST)
                        .forEach(each -> hits.add(new Hit(each.name(), kind.chinese(), "/parties/" + each.id())));
            }
        }
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(most -> new Group(
                        "party.nav",
                        counts.values().stream().mapToInt(Integer::intValue).sum(),
                        hits.subList(0, Math.min(hits.size(), MOST)),
                        "/parties?kind=" + most.getKey() + "&words="
                                + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }
}
