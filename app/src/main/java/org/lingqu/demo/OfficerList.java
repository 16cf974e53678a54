package org.lingqu.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.sheet.SheetRow;

/**
 * A list of firms as an officer keeps it: a title, a note on units, two rows of headers with merged years, figures in 万元, dates in
 * words, and the mistakes that such lists have. What was planted is told, so that a reader can be held against it.
 */
public final class OfficerList {

    private static final int FIRST_HEADER = 2;
    private static final int FIRST_ROW = 4;
    private static final int[] YEARS = {2023, 2024, 2025};
    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");

    /** What a firm is, before the years. */
    private static final List<String> BEFORE = List.of("序号", "企业名称", "统一社会信用代码", "成立日期", "行业代码", "注册地", "所属园区", "居民企业");

    static final int NAME = 1;
    static final int CODE = 2;
    static final int FOUNDED = 3;
    static final int INDUSTRY = 4;
    static final int RESIDENT = 7;

    /** Heads, then money. */
    private static final List<String> HEADS = List.of("职工总数", "科技人员", "科技成果转化数");

    private static final List<String> MONEY =
            List.of("营业收入", "销售收入", "收入总额", "不征税收入", "高新技术产品收入", "研发费用", "境内研发费用", "净资产", "资产总额", "负债总额");
    private static final List<String> AFTER =
            List.of("Ⅰ类知识产权", "Ⅱ类知识产权", "已使用Ⅱ类知识产权", "自主研发知识产权", "一年内重大安全质量事故或严重环境违法");
    private static final List<String> TITLES = List.of("高新技术企业", "科技型中小企业", "专精特新中小企业");

    private final Worksheet sheet;
    private final Map<Integer, Map<Integer, Object>> cells = new HashMap<>();
    private final int firms;

    private OfficerList(Worksheet sheet, List<MadeFirm> firms) {
        this.sheet = sheet;
        this.firms = firms.size();
        for (int i = 0; i < firms.size(); i++) {
            fill(FIRST_ROW + i, firms.get(i));
        }
    }

    /**
     * Writes the list.
     *
     * @param firms how many; fewer where the region has no more firms that report to the science bureau
     * @return the planted mistakes, in the order of the sheet
     */
    public static List<PlantedMistake> write(MadeRegion region, int firms, Path file) throws IOException {
        List<MadeFirm> listed = region.withoutMistakes()
                .firms()
                .filter(OfficerList::reports)
                .limit(firms)
                .toList();
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            List<PlantedMistake> planted = write(listed, region.dice("officer's list"), unfinished);
            Repacked.write(unfinished, file);
            return planted;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static List<PlantedMistake> write(List<MadeFirm> listed, Dice dice, Path file) throws IOException {
        List<PlantedMistake> planted;
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "Lingqu", "1.0")) {
            Worksheet sheet = book.newWorksheet("企业名单");
            var list = new OfficerList(sheet, listed);
            list.headers();
            planted = new Planter(list, listed, dice).plant();
            list.writeCells();
        }
        return planted;
    }

    private static boolean reports(MadeFirm firm) {
        return firm.standing() != Standing.PLAIN
                && firm.values().stream().anyMatch(value -> value.fact().equals("科技人员"));
    }

    int firms() {
        return firms;
    }

    static int row(int firm) {
        return FIRST_ROW + firm;
    }

    /** The column of a yearly figure. */
    static int column(String fact, int year) {
        int within = HEADS.contains(fact) ? HEADS.indexOf(fact) : HEADS.size() + MONEY.indexOf(fact);
        return BEFORE.size() + (year - YEARS[0]) * (HEADS.size() + MONEY.size()) + within;
    }

    @Nullable Object at(int row, int column) {
        return cells.getOrDefault(row, Map.of()).get(column);
    }

    void put(int row, int column, Object value) {
        cells.computeIfAbsent(row, key -> new HashMap<>()).put(column, value);
    }

    void clear(int row, int column) {
        cells.getOrDefault(row, new HashMap<>()).remove(column);
    }

    static String cell(int row, int column) {
        return SheetRow.letters(column) + (row + 1);
    }

    private void headers() {
        int columns = BEFORE.size() + YEARS.length * (HEADS.size() + MONEY.size()) + AFTER.size() + TITLES.size() * 2;
        sheet.value(0, 0, "灵渠市科技型企业培育名单（演示数据，均为虚构）");
        sheet.range(0, 0, 0, columns - 1).merge();
        sheet.range(0, 0, 0, columns - 1)
                .style()
                .bold()
                .fontSize(16)
                .horizontalAlignment("center")
                .set();
        sheet.value(1, 0, "填报口径：金额单位为万元；截至2026年6月30日");
        int column = 0;
        for (String header : BEFORE) {
            tall(column++, header);
        }
        for (int year : YEARS) {
            column = year(column, year);
        }
        for (String header : AFTER) {
            tall(column++, header);
        }
        for (String title : TITLES) {
            tall(column++, title + "认定日期");
            tall(column++, title + "有效期至");
        }
        sheet.range(FIRST_HEADER, 0, FIRST_HEADER + 1, columns - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor("E4ECF4")
                .set();
        sheet.width(NAME, 34);
        sheet.width(CODE, 22);
        sheet.freezePane(2, FIRST_ROW);
    }

    private void tall(int column, String header) {
        sheet.value(FIRST_HEADER, column, header);
        sheet.range(FIRST_HEADER, column, FIRST_HEADER + 1, column).merge();
    }

    private int year(int first, int year) {
        int column = first;
        sheet.value(FIRST_HEADER, first, year + "年");
        for (String fact : HEADS) {
            sheet.value(FIRST_HEADER + 1, column++, fact);
        }
        for (String fact : MONEY) {
            sheet.value(FIRST_HEADER + 1, column++, fact + "（万元）");
        }
        sheet.range(FIRST_HEADER, first, FIRST_HEADER, column - 1).merge();
        return column;
    }

    private void fill(int row, MadeFirm firm) {
        Map<String, FactValue> held = new HashMap<>();
        firm.counting().forEach(value -> held.put(value.fact() + value.year(), value.value()));
        put(row, 0, row - FIRST_ROW + 1);
        put(row, NAME, firm.name());
        put(row, CODE, firm.code());
        put(row, FOUNDED, inWords(firm.founded(), row));
        fact(row, INDUSTRY, held.get("行业代码" + FactRef.NO_YEAR));
        put(row, 5, firm.district());
        fact(row, 6, held.get("园区" + FactRef.NO_YEAR));
        fact(row, RESIDENT, held.get("居民企业" + FactRef.NO_YEAR));
        for (int year : YEARS) {
            for (String fact : HEADS) {
                fact(row, column(fact, year), held.get(fact + year));
            }
            for (String fact : MONEY) {
                money(row, column(fact, year), held.get(fact + year));
            }
        }
        int column = column("职工总数", YEARS[YEARS.length - 1] + 1);
        for (String fact : AFTER) {
            fact(row, column++, held.get(fact + FactRef.NO_YEAR));
        }
        for (String title : TITLES) {
            title(row, column, firm, title);
            column += 2;
        }
    }

    /** People write days in many ways. */
    private static Object inWords(LocalDate day, int row) {
        return switch (row % 4) {
            case 0 -> day;
            case 1 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            case 2 -> day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth();
            default -> day.toString();
        };
    }

    private void fact(int row, int column, @Nullable FactValue value) {
        switch (value) {
            case null -> {}
            case FactValue.Amount(var amount) -> put(row, column, amount.longValueExact());
            case FactValue.YesNo(boolean yes) -> put(row, column, yes ? "是" : "否");
            case FactValue.Code(var code) -> put(row, column, code);
            case FactValue.Day(var day) -> put(row, column, day);
            case FactValue.Words(var words) -> put(row, column, words);
            case FactValue.Codes codes -> put(row, column, String.join("、", codes.values()));
        }
    }

    private void money(int row, int column, @Nullable FactValue value) {
        if (value instanceof FactValue.Amount(var amount)) {
            put(row, column, amount.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP));
        }
    }

    private void title(int row, int column, MadeFirm firm, String title) {
        firm.titles().stream()
                .filter(held -> held.title().equals(title))
                .max(Comparator.comparing(TitleHeld::from))
                .ifPresent(held -> {
                    put(row, column, held.from().toString());
                    put(row, column + 1, String.valueOf(held.to()));
                });
    }

    private void writeCells() {
        for (int row : new ArrayList<>(cells.keySet()).stream().sorted().toList()) {
            cells.getOrDefault(row, Map.of()).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> write(row, entry.getKey(), entry.getValue()));
        }
    }

    private void write(int row, int column, Object value) {
        switch (value) {
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, value.toString());
        }
    }
}
