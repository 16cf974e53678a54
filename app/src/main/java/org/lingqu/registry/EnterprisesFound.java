package org.lingqu.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lingqu.account.Actor;
import org.lingqu.ui.FoundElsewhere;
import org.springframework.stereotype.Component;

/** Enterprises by name, above the pages that a search finds. */
@Component
final class EnterprisesFound implements FoundElsewhere {

    private final Enterprises enterprises;
    private final Places places;

    EnterprisesFound(Enterprises enterprises, Places places) {
        this.enterprises = enterprises;
        this.places = places;
    }

    @Override
    public Optional<Group> find(Actor actor, String words) {
        EnterpriseFilter filter = EnterpriseFilter.all(enterprises.today()).named(words);
        List<Hit> hits = enterprises.find(actor, filter, EnterpriseOrder.NAME, 0, MOST).stream()
                .map(each -> new Hit(each.name(), region(each), "/enterprises/" + each.id()))
                .toList();
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(
                        "registry.title",
                        enterprises.count(actor, filter),
                        hits,
                        "/enterprises?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }

    private String region(Enterprise each) {
        return each.regionCode() == null ? "" : places.named(each.regionCode());
    }
}
