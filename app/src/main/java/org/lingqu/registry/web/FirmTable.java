package org.lingqu.registry.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Holding;

/**
 * The values of a file as tables: yearly ones side by side, the others below each other, both in the dictionary's order.
 *
 * @param years newest first
 * @param yearly one row a fact
 * @param plain facts without years
 */
public record FirmTable(List<Integer> years, List<Row> yearly, List<Holding> plain) {

    private static final int MOST_YEARS = 6;

    /**
     * A fact over the years.
     *
     * @param cells one for each year of the table; null where nothing is held
     */
    public record Row(String fact, List<@Nullable Holding> cells) {

        /** Values of the years in time's order, for a small chart; null where there is none. */
        public List<@Nullable Double> line() {
            var line = new ArrayList<@Nullable Double>();
            for (Holding held : cells.reversed()) {
                line.add(
                        held != null
                                        && held.value()
                                                instanceof org.lingqu.engine.policy.fact.FactValue.Amount(var number)
                                ? Double.valueOf(number.doubleValue())
                                : null);
            }
            return line;
        }
    }

    static FirmTable of(FirmFile file, Facts facts) {
        Set<String> order = new LinkedHashSet<>();
        facts.all().stream().map(Fact::name).forEach(order::add);
        file.holdings().keySet().stream().map(FactYear::fact).forEach(order::add); // what the dictionary has lost since
        var years = new TreeSet<Integer>();
        var yearly = new TreeMap<String, TreeMap<Integer, Holding>>();
        file.holdings().values().stream().filter(held -> held.of().isYearly()).forEach(held -> {
            years.add(held.of().year());
            yearly.computeIfAbsent(held.of().fact(), fact -> new TreeMap<>())
                    .put(held.of().year(), held);
        });
        List<Integer> shown = years.descendingSet().stream().limit(MOST_YEARS).toList();
        var rows = new ArrayList<Row>();
        var plain = new ArrayList<Holding>();
        for (String fact : order) {
            file.holding(FactYear.of(fact)).ifPresent(plain::add);
            TreeMap<Integer, Holding> held = yearly.get(fact);
            if (held != null) {
                var cells = new ArrayList<@Nullable Holding>();
                shown.forEach(year -> cells.add(held.get(year)));
                rows.add(new Row(fact, cells));
            }
        }
        return new FirmTable(shown, rows, plain);
    }
}
