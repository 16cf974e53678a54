package org.lingqu.policy.catalogue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.lingqu.engine.policy.pack.Policy;

/**
 * Which policies are asked for: everything chosen has to hold. It stands in the address as it is here.
 *
 * @param words part of a title, name, document number or issuer; empty for all
 * @param chosen by facet; a facet that is not there lets everything through
 */
public record CatalogueFilter(String words, Map<CatalogueFacet, String> chosen, CatalogueOrder order) {

    private static final Map<CatalogueFacet, String> DEFAULTS =
            Map.of(CatalogueFacet.STATUS, "force", CatalogueFacet.REGION, CatalogueFacet.LOCAL);

    public CatalogueFilter {
        chosen = Map.copyOf(chosen);
    }

    /**
     * From the parameters of an address. What is no value of a facet counts as not chosen; without a status only what is in force is
     * meant, without a region only what applies in that of the installation.
     *
     * @param entries all that there are, whose values can be chosen
     */
    public static CatalogueFilter of(Map<String, String> parameters, List<CatalogueEntry> entries) {
        var chosen = new EnumMap<CatalogueFacet, String>(CatalogueFacet.class);
        for (CatalogueFacet facet : CatalogueFacet.values()) {
            String asked = parameters.getOrDefault(facet.code(), "").strip();
            boolean known = facet.fixed().contains(asked)
                    || entries.stream().anyMatch(entry -> facet.values(entry).contains(asked));
            if (known) {
                chosen.put(facet, asked);
            }
        }
        DEFAULTS.forEach((facet, value) -> {
            if (!CatalogueFacet.ALL.equals(parameters.getOrDefault(facet.code(), ""))) {
                chosen.putIfAbsent(facet, value);
            }
        });
        String sort = parameters.getOrDefault("sort", "");
        CatalogueOrder order = Arrays.stream(CatalogueOrder.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElse(CatalogueOrder.PACK);
        return new CatalogueFilter(parameters.getOrDefault("words", "").strip(), chosen, order);
    }

    /** What is chosen of a facet; empty when nothing is. */
    public String get(CatalogueFacet facet) {
        return chosen.getOrDefault(facet, "");
    }

    /** Whether it asks for anything but all that is in force and applies here. */
    public boolean isFiltered() {
        return !words.isEmpty() || !chosen.equals(DEFAULTS);
    }

    /** The same with another value of a facet; empty for any. */
    CatalogueFilter with(CatalogueFacet facet, String value) {
        var other = new EnumMap<CatalogueFacet, String>(CatalogueFacet.class);
        other.putAll(chosen);
        other.put(facet, value);
        other.remove(facet, "");
        return new CatalogueFilter(words, other, order);
    }

    /** Whether an entry is meant. */
    public boolean test(CatalogueEntry entry) {
        return (words.isEmpty() || hasWords(entry.policy(), words))
                && chosen.entrySet().stream()
                        .allMatch(each -> each.getKey().values(entry).contains(each.getValue()));
    }

    /** Whether a title, name, document number or issuer of a policy has these words. */
    static boolean hasWords(Policy policy, String words) {
        return text(policy).contains(words.toLowerCase(Locale.ROOT));
    }

    private static String text(Policy policy) {
        return Stream.of(
                        List.of(policy.title(), policy.english(), policy.document()),
                        policy.aliases(),
                        policy.issuers(),
                        policy.titles())
                .flatMap(List::stream)
                .reduce("", (one, other) -> one + " " + other)
                .toLowerCase(Locale.ROOT);
    }
}
