package org.lingqu.registry.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.pack.InstalledPack;

/**
 * A workbook to fill: a column for each fact that the chosen policies ask, with year and unit in the header, lists to choose from
 * where only some values are possible, and a sheet that says what each means.
 */
final class ListTemplate {

    private static final int ROWS = 2000;
    /** How codes of provinces and of the country end. */
    private static final String PROVINCE = "0000";
    /** How titles of enterprises end; those of people end otherwise. */
    private static final String ENTERPRISE = "企业";

    private final InstalledPack installed;
    private final LocalDate today;

    ListTemplate(InstalledPack installed, LocalDate today) {
        this.installed = installed;
        this.today = today;
    }

    /** @param policies names such as {@code cn/high-tech}; none means the ladder of titles that most firms climb */
    void write(Workbook workbook, List<String> policies) throws IOException {
        List<String> wanted = policies.stream().filter(name -> !name.isBlank()).toList();
        List<Policy> asked = installed.pack().inForce(today).stream()
                .filter(policy -> wanted.isEmpty()
                        ? policy.id().region().equals("cn") && !policy.grants().isEmpty()
                        : wanted.contains(policy.id().toString()))
                .toList();
        Worksheet sheet = workbook.newWorksheet("企业名单");
        Worksheet choices = workbook.newWorksheet("可选值");
        Worksheet meanings = workbook.newWorksheet("填写说明");
        var headers = new ArrayList<>(List.of("企业名称", "统一社会信用代码"));
        List<FactRef> refs = refs(asked);
        for (String name : List.of("园区", "注册地")) { // by which lists are parted; no policy need ask for them
            Fact fact = installed.facts().get(name);
            if (fact != null && refs.stream().noneMatch(ref -> ref.fact().equals(name))) {
                refs.addFirst(FactRef.of(name));
            }
        }
        refs.forEach(ref -> headers.add(header(ref)));
        Set<String> titles = new LinkedHashSet<>();
        asked.forEach(policy -> titles.addAll(policy.titles()));
        if (wanted.isEmpty()) { // what provinces grant to enterprises stands beside what the country does
            installed.pack().inForce(today).stream()
                    .filter(policy -> policy.region().endsWith(PROVINCE))
                    .flatMap(policy -> policy.titles().stream())
                    .filter(title -> title.endsWith(ENTERPRISE))
                    .forEach(titles::add);
        }
        titles.forEach(title -> {
            headers.add(title + "认定日期");
            headers.add(title + "有效期至");
        });
        RegistryExports.head(sheet, headers);
        choices(sheet, choices, refs);
        explain(meanings, refs);
        choices.finish();
    }

    /** In the dictionary's order; of yearly facts the newest year first. */
    private List<FactRef> refs(List<Policy> policies) {
        Set<FactRef> asked = new LinkedHashSet<>();
        policies.forEach(policy -> asked.addAll(Terms.facts(policy.condition())));
        var ordered = new ArrayList<FactRef>();
        for (Fact fact : installed.facts().all()) {
            if (fact.derived().isEmpty()) {
                asked.stream()
                        .filter(ref -> ref.fact().equals(fact.name()))
                        .sorted((one, other) -> Integer.compare(one.yearsBack(), other.yearsBack()))
                        .forEach(ordered::add);
            }
        }
        return ordered;
    }

    private Fact fact(FactRef ref) {
        return java.util.Objects.requireNonNull(installed.facts().get(ref.fact()));
    }

    private String header(FactRef ref) {
        Fact fact = fact(ref);
        String unit = fact.type() == FactType.MONEY ? "（万元）" : fact.type() == FactType.RATIO ? "（%）" : "";
        return (ref.isYearly() ? ref.year(today) + "年" : "") + fact.name() + unit;
    }

    private void choices(Worksheet sheet, Worksheet choices, List<FactRef> refs) {
        int column = 0;
        for (int i = 0; i < refs.size(); i++) {
            List<String> values = values(fact(refs.get(i)));
            if (values.isEmpty()) {
                continue;
            }
            choices.value(0, column, header(refs.get(i)));
            for (int row = 0; row < values.size(); row++) {
                choices.value(row + 1, column, values.get(row));
            }
            sheet.range(1, i + 2, ROWS, i + 2)
                    .validateWithList(choices.range(1, column, values.size(), column))
                    .allowBlank(true);
            column++;
        }
    }

    private static List<String> values(Fact fact) {
        return fact.type() == FactType.YES_NO ? List.of("是", "否") : fact.codes();
    }

    private void explain(Worksheet sheet, List<FactRef> refs) {
        RegistryExports.head(sheet, List.of("数据项", "含义"));
        int row = 1;
        for (String name : refs.stream().map(FactRef::fact).distinct().toList()) {
            Fact fact = java.util.Objects.requireNonNull(installed.facts().get(name));
            sheet.value(row, 0, fact.name());
            sheet.value(row, 1, fact.meaning());
            row++;
        }
        sheet.width(1, 80);
    }
}
