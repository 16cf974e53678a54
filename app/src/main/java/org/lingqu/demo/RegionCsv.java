package org.lingqu.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.sheet.SafeCells;

/** The region as CSV files: firms in the form that {@code ./lingqu match} reads, and everything around them. */
public final class RegionCsv {

    private static final List<String> WHERE = List.of("所在区县", "产业集群", "产业链环节");

    private RegionCsv() {}

    /** One row a firm, with Chinese headers; the figures that count, titles with their latest days. */
    public static void firms(MadeRegion region, Facts facts, Path file) throws IOException {
        List<RegionColumns.Column> columns = RegionColumns.of(facts);
        try (Writer out = open(file)) {
            var headers = new ArrayList<>(List.of("企业名称", "统一社会信用代码"));
            headers.addAll(WHERE);
            columns.forEach(column -> headers.add(column.header()));
            for (String title : Titles.PUBLISHED) {
                headers.addAll(List.of(title, title + "认定日期", title + "有效期至"));
            }
            row(out, headers);
            for (int index = 0; index < region.size(); index++) {
                row(out, cells(region.firm(index), columns));
            }
        }
    }

    private static List<String> cells(MadeFirm firm, List<RegionColumns.Column> columns) {
        var cells =
                new ArrayList<>(List.of(firm.name(), firm.code(), firm.district(), firm.cluster(), firm.chainLink()));
        Map<String, String> held = new HashMap<>();
        firm.counting().forEach(value -> held.put(value.fact() + value.year(), text(value.value())));
        columns.forEach(column -> cells.add(held.getOrDefault(column.fact().name() + column.year(), "")));
        for (String title : Titles.PUBLISHED) {
            TitleHeld latest = firm.titles().stream()
                    .filter(each -> each.title().equals(title))
                    .max(Comparator.comparing(TitleHeld::from))
                    .orElse(null);
            cells.add(latest != null ? "是" : firm.knownTitles().contains(title) ? "否" : "");
            cells.add(latest == null ? "" : latest.from().toString());
            cells.add(latest == null ? "" : String.valueOf(latest.to()));
        }
        return cells;
    }

    private static String text(FactValue value) {
        return switch (value) {
            case FactValue.Amount(var amount) -> amount.toPlainString();
            case FactValue.Day(var day) -> day.toString();
            case FactValue.Code(var code) -> code;
            case FactValue.YesNo(boolean yes) -> yes ? "是" : "否";
            case FactValue.Codes(var codes) -> String.join("、", codes);
            case FactValue.Words(var words) -> words;
        };
    }

    /** Parks, clusters, institutions, platforms, teams, talents, alliances: also those that firms have. */
    public static void parties(MadeRegion region, Path file) throws IOException {
        try (Writer out = open(file)) {
            row(out, List.of("编号", "类别", "名称", "所在区县", "级别或方向", "起始日期"));
            for (MadeParty party : region.parties()) {
                row(out, cells(party));
            }
            for (int index = 0; index < region.size(); index++) {
                for (MadeParty party : region.firm(index).parties()) {
                    row(out, cells(party));
                }
            }
        }
    }

    private static List<String> cells(MadeParty party) {
        return List.of(
                party.id(),
                party.kind().name(),
                party.name(),
                party.district(),
                party.level(),
                party.since().toString());
    }

    /** Who stands to whom in which way, since when and until when. */
    public static void relations(MadeRegion region, Path file) throws IOException {
        try (Writer out = open(file)) {
            row(out, List.of("主体", "关系", "对象", "角色", "起", "止"));
            for (MadeRelation relation : region.relations()) {
                row(out, cells(relation));
            }
            for (int index = 0; index < region.size(); index++) {
                for (MadeRelation relation : region.firm(index).relations()) {
                    row(out, cells(relation));
                }
            }
        }
    }

    private static List<String> cells(MadeRelation relation) {
        LocalDate until = relation.until();
        return List.of(
                relation.from(),
                relation.kind().name(),
                relation.to(),
                relation.role(),
                relation.since().toString(),
                until == null ? "" : until.toString());
    }

    /** Rights of firms and institutions. */
    public static void rights(MadeRegion region, Path file) throws IOException {
        try (Writer out = open(file)) {
            row(
                    out,
                    List.of(
                            "知识产权名称", "专利号或登记号", "权利类别", "权利人", "权利人起", "申请日期", "授权日期", "有效期至", "法律状态", "取得方式",
                            "技术领域"));
            for (MadeRight right : region.rights()) {
                row(out, cells(right));
            }
            for (int index = 0; index < region.size(); index++) {
                for (MadeRight right : MadeRights.of(region.firm(index))) {
                    row(out, cells(right));
                }
            }
        }
    }

    private static List<String> cells(MadeRight right) {
        LocalDate granted = right.granted();
        LocalDate ends = right.ends();
        return List.of(
                right.name(),
                right.number(),
                right.right(),
                right.holder(),
                right.since().toString(),
                right.filed().toString(),
                granted == null ? "" : granted.toString(),
                ends == null ? "" : ends.toString(),
                right.state(),
                right.obtained(),
                right.field());
    }

    /** The mistakes that were planted in the firms, with what would have been right. */
    public static void mistakes(MadeRegion region, Path file) throws IOException {
        try (Writer out = open(file)) {
            row(out, List.of("行", "统一社会信用代码", "错误", "事实", "年", "正确值"));
            for (int index = 0; index < region.size(); index++) {
                MadeFirm firm = region.firm(index);
                for (MadeMistake mistake : firm.mistakes()) {
                    row(
                            out,
                            List.of(
                                    String.valueOf(index + 2),
                                    firm.code(),
                                    mistake.kind().name(),
                                    mistake.fact(),
                                    mistake.year() < 0 ? "" : String.valueOf(mistake.year()),
                                    mistake.right()));
                }
            }
        }
    }

    /** The mistakes that were planted in an officer's list. */
    public static void planted(List<PlantedMistake> mistakes, Path file) throws IOException {
        try (Writer out = open(file)) {
            row(out, List.of("单元格", "错误", "应报代码", "所写", "应为"));
            for (PlantedMistake mistake : mistakes) {
                row(
                        out,
                        List.of(
                                mistake.cell(),
                                mistake.kind().name(),
                                mistake.code(),
                                mistake.written(),
                                mistake.meant()));
            }
        }
    }

    private static Writer open(Path file) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file);
        out.write('\uFEFF'); // or Excel takes it for GBK
        return out;
    }

    private static void row(Writer out, List<String> cells) throws IOException {
        out.write(cells.stream().map(RegionCsv::quoted).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String quoted(String cell) {
        String safe = SafeCells.harmless(cell);
        return safe.indexOf(',') < 0 && safe.indexOf('"') < 0 ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
