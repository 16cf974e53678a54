package org.lingqu.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.pack.InstalledPack;

/** Facts as a list can show them, with the last years of yearly ones. */
final class FactNames {

    private static final int YEARS = 3;

    private FactNames() {}

    static List<String> of(InstalledPack installed, LocalDate day) {
        var names = new ArrayList<String>();
        for (Fact fact : installed.facts().all()) {
            if (!fact.isYearly()) {
                names.add(fact.name());
                continue;
            }
            for (int back = 1; back <= YEARS; back++) {
                names.add(day.getYear() - back + "年" + fact.name());
            }
        }
        names.addAll(TitleColumn.names(installed.titles()));
        return names;
    }
}
