package org.lingqu.demo;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;

/** The columns in which the region's firms are written: one for each fact and year that any of them may have. */
final class RegionColumns {

    /** Figures of the year that is not over: points of the yearly evaluation. */
    private static final String THIS_YEAR_TOO = "专精特新发展评价得分";

    /**
     * A fact in a year.
     *
     * @param year a calendar year, or {@link FactRef#NO_YEAR}
     */
    record Column(Fact fact, int year) {

        /** As an officer's list has it; {@code org.lingqu.registry.Headers} reads it back. */
        String header() {
            String years = year == FactRef.NO_YEAR ? "" : year + "年";
            return years + fact.name() + (fact.type() == FactType.MONEY ? "（元）" : "");
        }
    }

    private RegionColumns() {}

    /** Columns in the order of the dictionary. */
    static List<Column> of(Facts facts) {
        var columns = new ArrayList<Column>();
        for (Fact fact : facts.all()) {
            if (!Reports.isStated(fact.name())) {
                continue;
            }
            if (!fact.isYearly()) {
                columns.add(new Column(fact, FactRef.NO_YEAR));
                continue;
            }
            int last = MadeRegion.LAST_YEAR + (fact.name().equals(THIS_YEAR_TOO) ? 1 : 0);
            for (int year = MadeRegion.FIRST_YEAR; year <= last; year++) {
                columns.add(new Column(fact, year));
            }
        }
        return List.copyOf(columns);
    }
}
