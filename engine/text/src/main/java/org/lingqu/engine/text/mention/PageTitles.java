package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PolicyMention;

/** The titles of a page and the short names that stand for them. */
final class PageTitles {

    /** A name this long may be somebody's title although it consists of ordinary words: 若干扶持政策. */
    private static final int OWN_NAME = 6;

    private final Map<String, String> announced = new HashMap<>();
    private final Map<String, Set<String>> aliases = new LinkedHashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final List<String> passed = new ArrayList<>();
    private final @Nullable String pageTitle;

    PageTitles(@Nullable String pageTitle) {
        this.pageTitle = pageTitle;
    }

    /** Adds a mention for every draft whose title is known. */
    void resolve(List<PolicyDraft> drafts, List<PolicyMention> mentions) {
        var titles = new ArrayList<@Nullable String>();
        for (PolicyDraft draft : drafts) {
            String title = title(draft);
            titles.add(title);
            if (title != null) {
                learn(title, draft);
            }
        }
        for (int i = 0; i < drafts.size(); i++) {
            String title = titles.get(i);
            if (title != null) {
                mentions.add(mention(title, drafts.get(i)));
            }
        }
    }

    private PolicyMention mention(String title, PolicyDraft draft) {
        String number = draft.tail().number() == null
                ? numbers.get(title)
                : draft.tail().number();
        var names = List.copyOf(aliases.getOrDefault(title, Set.of()));
        return new PolicyMention(title, names, number, draft.issuer(), draft.stage(), draft.span());
    }

    private void learn(String title, PolicyDraft draft) {
        for (String alias : draft.tail().aliases()) {
            announced.put(alias, title);
            aliases.computeIfAbsent(title, t -> new LinkedHashSet<>()).add(alias);
        }
        String number = draft.tail().number();
        if (number != null && !number.equals(title)) {
            numbers.putIfAbsent(title, number);
        }
        if (!draft.alias() && !passed.contains(title)) {
            passed.add(title);
        }
    }

    private @Nullable String title(PolicyDraft draft) {
        String said = announced.get(draft.name());
        if (said != null) {
            return said;
        }
        if (!draft.alias()) {
            return draft.name();
        }
        String title = standsFor(draft.name());
        return title == null && draft.name().length() >= OWN_NAME ? draft.name() : title;
    }

    /** The last title before that ends like the short name; failing that, what the page's own title names. */
    private @Nullable String standsFor(String alias) {
        for (String title : passed.reversed()) {
            if (DocumentTitle.core(title).endsWith(alias)) {
                return title;
            }
        }
        String own = pageTitle;
        if (own == null) {
            return null;
        }
        for (Bracketed inner : Bracketed.in(own)) {
            if (DocumentTitle.core(inner.inner()).endsWith(alias)) {
                return inner.inner();
            }
        }
        return DocumentTitle.core(own).endsWith(alias) ? own : null;
    }
}
