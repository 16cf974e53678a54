package org.lingqu.policy.catalogue;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Policy;

/** All versions of all policies on one day, to choose from. */
public record Catalogue(List<CatalogueEntry> entries) {

    public Catalogue {
        entries = List.copyOf(entries);
    }

    /**
     * Of policies: those of the own region first, then of its province, of the country, of other places; each in the order of the pack.
     *
     * @param own code of the region that the installation is for; empty where nobody can tell
     */
    public static Catalogue of(List<Policy> policies, LocalDate day, String own) {
        return new Catalogue(policies.stream()
                .map(policy -> CatalogueEntry.of(policy, day, own))
                .sorted(Comparator.comparing(CatalogueEntry::nearness))
                .toList());
    }

    /**
     * Those that a filter lets through, in its order.
     *
     * @param apply how many could apply, for the order by it; -1 where nobody has counted
     */
    public List<CatalogueEntry> find(CatalogueFilter filter, ToIntFunction<Policy> apply) {
        List<CatalogueEntry> found = entries.stream().filter(filter::test).toList();
        Comparator<CatalogueEntry> order = order(filter.order(), apply);
        return order == null ? found : found.stream().sorted(order).toList();
    }

    private static @Nullable Comparator<CatalogueEntry> order(CatalogueOrder order, ToIntFunction<Policy> apply) {
        return switch (order) {
            case PACK -> null;
            case TITLE ->
                Comparator.comparing(entry -> entry.policy().title(), Collator.getInstance(Locale.SIMPLIFIED_CHINESE));
            case NEWEST ->
                Comparator.comparing(
                        entry -> entry.policy().validity().from(),
                        Comparator.<LocalDate>naturalOrder().reversed());
            case WINDOW ->
                Comparator.comparing(
                        CatalogueEntry::span,
                        Comparator.nullsLast(
                                Comparator.comparing(OpenSpan::closes).thenComparing(OpenSpan::opens)));
            case APPLY ->
                Comparator.comparingInt((CatalogueEntry entry) -> apply.applyAsInt(entry.policy()))
                        .reversed();
        };
    }

    /**
     * A value that can be chosen.
     *
     * @param count how many there would be with it, everything else as it is chosen
     */
    public record Choice(String value, int count) {}

    /** What can be chosen of a facet, beside the other choices of a filter; first the empty value, for any. */
    public List<Choice> choices(CatalogueFacet facet, CatalogueFilter filter) {
        var values = new LinkedHashSet<String>();
        values.add("");
        values.addAll(facet.fixed());
        entries.forEach(entry -> values.addAll(facet.values(entry)));
        var choices = new ArrayList<Choice>();
        for (String value : values) {
            CatalogueFilter other = filter.with(facet, value);
            choices.add(
                    new Choice(value, (int) entries.stream().filter(other::test).count()));
        }
        return choices;
    }
}
