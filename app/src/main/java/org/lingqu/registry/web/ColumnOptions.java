package org.lingqu.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.ColumnWords;
import org.lingqu.registry.PartyDeclaration;
import org.lingqu.registry.PartyTyped;

/** What a column can be said to hold, as a form proposes it while she types. */
final class ColumnOptions {

    private static final int YEARS = 4;

    private ColumnOptions() {}

    /** In a list of one kind of party. */
    static List<String> of(PartyDeclaration declared) {
        var options =
                new ArrayList<>(List.of(ColumnWords.IGNORED, declared.names().getFirst()));
        if (declared.coded()) {
            options.add("统一社会信用代码");
        }
        declared.facts().all().forEach(fact -> options.add(PartyTyped.label(fact)));
        declared.relations()
                .forEach(each -> options.addAll(List.of(each.column(), each.column() + "起", each.column() + "止")));
        return options;
    }

    static List<String> of(InstalledPack installed, LocalDate day) {
        var options = new ArrayList<>(List.of(ColumnWords.IGNORED, "企业名称", "统一社会信用代码"));
        for (Fact fact : installed.facts().all()) {
            String unit = fact.type() == FactType.MONEY ? "（万元）" : fact.type() == FactType.RATIO ? "（%）" : "";
            if (fact.isYearly()) {
                for (int back = 0; back < YEARS; back++) {
                    options.add(day.getYear() - back + "年" + fact.name() + unit);
                }
            } else {
                options.add(fact.name() + unit);
            }
        }
        for (String title : installed.titles()) {
            options.addAll(List.of(title, title + "认定日期", title + "有效期至"));
        }
        return options;
    }
}
