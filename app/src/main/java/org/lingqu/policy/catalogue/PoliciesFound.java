package org.lingqu.policy.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lingqu.account.Actor;
import org.lingqu.pack.InstalledPack;
import org.lingqu.ui.FoundElsewhere;
import org.springframework.stereotype.Component;

/** Policies as the catalogue finds them by words, above the pages that a search finds. */
@Component
final class PoliciesFound implements FoundElsewhere {

    private final InstalledPack installed;

    PoliciesFound(InstalledPack installed) {
        this.installed = installed;
    }

    @Override
    public Optional<Group> find(Actor actor, String words) {
        List<Hit> hits = installed.pack().policies().stream()
                .filter(policy -> CatalogueFilter.hasWords(policy, words))
                .map(policy -> new Hit(
                        policy.title(),
                        policy.document(),
                        "/policies/" + policy.id() + "?version=" + encoded(policy.version())))
                .toList();
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(
                        "policy.nav",
                        hits.size(),
                        hits.subList(0, Math.min(hits.size(), MOST)),
                        "/policies?status=all&region=all&words=" + encoded(words)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
