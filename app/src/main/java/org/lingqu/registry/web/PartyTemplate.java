package org.lingqu.registry.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.registry.Numbering;
import org.lingqu.registry.PartyDeclaration;
import org.lingqu.registry.PartyTyped;
import org.lingqu.registry.RelationColumn;

/** A workbook to fill for one kind of party: its facts, its relations with their days, lists to choose from, and what each means. */
final class PartyTemplate {

    private static final int ROWS = 2000;

    private PartyTemplate() {}

    static void write(Workbook workbook, PartyDeclaration declared) throws IOException {
        Worksheet sheet = workbook.newWorksheet(declared.kind().chinese() + "名单");
        Worksheet choices = workbook.newWorksheet("可选值");
        Worksheet meanings = workbook.newWorksheet("填写说明");
        var headers = new ArrayList<String>();
        headers.add(declared.names().getFirst());
        declared.codeColumn().ifPresent(headers::add);
        int first = headers.size();
        List<Fact> facts =
                declared.facts().all().stream().filter(fact -> !fact.isYearly()).toList();
        facts.forEach(fact -> headers.add(PartyTyped.label(fact)));
        for (RelationColumn relation : declared.relations()) {
            headers.addAll(List.of(relation.column(), relation.column() + "起", relation.column() + "止"));
        }
        RegistryExports.head(sheet, headers);
        choices(sheet, choices, facts, first);
        explain(meanings, declared, facts);
        choices.finish();
    }

    private static void choices(Worksheet sheet, Worksheet choices, List<Fact> facts, int first) {
        int column = 0;
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            List<String> values = fact.type() == FactType.YES_NO ? List.of("是", "否") : fact.codes();
            if (values.isEmpty()) {
                continue;
            }
            for (int row = 0; row < values.size(); row++) {
                choices.value(row, column, values.get(row));
            }
            sheet.range(1, first + i, ROWS, first + i)
                    .validateWithList(choices.range(0, column, values.size() - 1, column))
                    .allowBlank(true);
            column++;
        }
    }

    private static void explain(Worksheet sheet, PartyDeclaration declared, List<Fact> facts) {
        RegistryExports.head(sheet, List.of("列", "怎么填"));
        int row = 1;
        Numbering numbering = declared.numbering();
        if (numbering != null) {
            sheet.value(row, 0, numbering.column());
            sheet.value(row++, 1, numbering.meaning());
        }
        for (Fact fact : facts) {
            sheet.value(row, 0, PartyTyped.label(fact));
            sheet.value(row++, 1, meaning(fact));
        }
        for (RelationColumn relation : declared.relations()) {
            sheet.value(row, 0, relation.column());
            sheet.value(row++, 1, "写对方的名称或统一社会信用代码，几个之间用顿号隔开；对方须已登记。“起”“止”写日期，不清楚就留空");
        }
        sheet.value(row, 0, "电话和证件号码");
        sheet.value(row, 1, "不登记，请不要填写");
        sheet.width(0, 20);
        sheet.width(1, 80);
    }

    private static String meaning(Fact fact) {
        String choice = fact.codes().isEmpty() ? "" : "可选：" + String.join("、", fact.codes());
        String type = switch (fact.type()) {
            case DATE -> "日期，如 2026-03-01";
            case COUNT -> "整数" + (fact.unit().isEmpty() ? "" : "，单位" + fact.unit());
            case LIST -> "几项之间用顿号隔开";
            default -> choice;
        };
        return String.join(
                "；",
                java.util.stream.Stream.of(fact.meaning(), type)
                        .filter(words -> !words.isEmpty())
                        .toList());
    }
}
