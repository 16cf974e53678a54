package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.sheet.UnreadableSheet;

class FirmSheetTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final Set<String> TITLES = Set.of("高新技术企业");

    static Facts facts;

    @TempDir
    Path folder;

    private final List<Firm> firms = new ArrayList<>();
    private Path list = Path.of("");

    @BeforeAll
    static void readDictionary() throws IOException {
        facts = Dictionary.read();
    }

    @BeforeEach
    void nameTheList() {
        list = folder.resolve("名单.xlsx");
    }

    @Test
    void readsAListWithATitleAboveItsHeader() throws Exception {
        workbook(sheet -> {
            sheet.value(0, 0, "灵渠市科技型企业名单");
            row(sheet, 2, "企业名称", "统一社会信用代码", "成立日期", "2025年研发费用（万元）", "备注");
            row(sheet, 3, "甲公司", "91350100M000100Y43", "2015年3月1日", 120.5, "随便写");
            row(sheet, 4, "乙公司", "", "2016.3", "1,200", "");
        });

        FirmSheet.Report report = read();

        assertThat(report.problems()).isEmpty();
        assertThat(report.headerRow()).isEqualTo(3);
        assertThat(firms).extracting(Firm::id).containsExactly("91350100M000100Y43", "乙公司");
        assertThat(held(0, "研发费用", 2025))
                .isEqualTo(new HeldValue(new FactValue.Amount(new BigDecimal("1205000.0")), "名单.xlsx D4"));
        assertThat(held(1, "研发费用", 2025).value()).isEqualTo(new FactValue.Amount(new BigDecimal("12000000")));
        assertThat(held(1, "成立日期", FactRef.NO_YEAR).value()).isEqualTo(new FactValue.Day(LocalDate.of(2016, 3, 1)));
    }

    @Test
    void joinsTwoRowsOfHeadersUnderMergedYears() throws Exception {
        workbook(sheet -> {
            row(sheet, 0, "企业名称", "2024年", "", "2025年", "");
            row(sheet, 1, "", "销售收入（万元）", "研发费用（万元）", "销售收入（万元）", "研发费用（万元）");
            row(sheet, 2, "甲公司", 100, 5, 200, 11);
        });

        assertThat(read().problems()).isEmpty();
        assertThat(held(0, "研发费用", 2024).value()).isEqualTo(new FactValue.Amount(new BigDecimal("50000")));
        assertThat(held(0, "销售收入", 2025).value()).isEqualTo(new FactValue.Amount(new BigDecimal("2000000")));
    }

    @Test
    void reportsEveryBadCellAndGuessesNothing() throws Exception {
        workbook(sheet -> {
            row(sheet, 0, "企业名称", "统一社会信用代码", "2025年研发费用（万元）", "2025年职工总数", "成立日期", "居民企业", "2025年净利润");
            row(sheet, 1, "甲公司", 9.135E17, "约500", 12.5, "2026-02-30", "大概", 1);
            row(sheet, 2, "乙公司", "91350100M000100Y44", "500万元", "-3", "去年", "是", 1);
            row(sheet, 3, "", "", 1, 1, "2015-01-01", "是", 1);
            row(sheet, 4, "甲公司", 9.135E17, 7, 1, "2015-01-01", "是", 1);
        });

        FirmSheet.Report report = read();

        assertThat(report.problems())
                .extracting(CellProblem::cell, CellProblem::code)
                .containsExactly(
                        tuple("G1", "UNIT_MISSING"),
                        tuple("B2", "NUMBER_FOR_CODE"),
                        tuple("C2", "NOT_A_NUMBER"),
                        tuple("D2", "NOT_WHOLE"),
                        tuple("E2", "NO_SUCH_DAY"),
                        tuple("F2", "NOT_YES_NO"),
                        tuple("B3", "CODE_CHECK"),
                        tuple("C3", "UNIT_IN_CELL"),
                        tuple("D3", "TOO_SMALL"),
                        tuple("E3", "NOT_A_DATE"),
                        tuple("A4", "ROW_WITHOUT_FIRM"),
                        tuple("B5", "NUMBER_FOR_CODE"),
                        tuple("A5", "FIRM_TWICE"));
        assertThat(firms).hasSize(2);
        assertThat(firms.getFirst().facts().values()).isEmpty();
    }

    @Test
    void titlesEndWhenTheListSaysSo() throws Exception {
        workbook(sheet -> {
            row(sheet, 0, "企业名称", "高新技术企业", "高新技术企业有效期至");
            row(sheet, 1, "甲公司", "是", "2027-11-30");
            row(sheet, 2, "乙公司", "是", "2025-11-30");
            row(sheet, 3, "丙公司", "否", "");
            row(sheet, 4, "丁公司", "", "");
        });

        read();

        assertThat(firms)
                .extracting(firm -> firm.facts().holds("高新技术企业", AS_OF))
                .containsExactly(true, false, false, null);
    }

    @Test
    void whatAPersonSaidAboutAColumnCounts() throws Exception {
        workbook(sheet -> {
            row(sheet, 0, "名称", "研发", "2025年净利润");
            row(sheet, 1, "甲公司", 3, 4);
        });
        String said = """
                columns:
                  "研发": {fact: 研发费用, year: 2024, unit: 亿元}
                  "2025年净利润": ignore
                """;
        var problems = new ArrayList<PolicyProblem>();

        FirmSheet.Report report = read(ColumnMapping.read("m.yaml", said, facts, TITLES, problems));

        assertThat(problems).isEmpty();
        assertThat(report.problems()).isEmpty();
        assertThat(held(0, "研发费用", 2024).value()).isEqualTo(new FactValue.Amount(new BigDecimal("300000000")));
    }

    @Test
    void theMappingItProposesIsTheMappingItReads() throws Exception {
        workbook(sheet -> {
            row(sheet, 0, "企业名称", "统一社会信用代码", "2025年研发费用（万元）", "细分市场占有率（%）", "高新技术企业有效期至", "备注");
            row(sheet, 1, "甲公司", "", 3, 4, "2027-11-30", "");
        });
        FirmSheet.Report first = read();
        var problems = new ArrayList<PolicyProblem>();

        ColumnMapping again = ColumnMapping.read(
                "m.yaml", ColumnMapping.write(first.headers(), first.meanings()), facts, TITLES, problems);

        assertThat(problems).isEmpty();
        assertThat(read(again).meanings()).isEqualTo(first.meanings());
    }

    @Test
    void everyMistakeInAMappingIsReportedWithItsLine() {
        String said = """
                columns:
                  "研发": {fact: 研发费, year: 2024, unit: 万元}
                  "收入": {fact: 销售收入, unit: 万元}
                  "利润": {fact: 净利润, year: 2024}
                  "成立": {fact: 成立日期, year: 2024}
                  "高企": {title: 高新企业}
                  "备注": nothing
                """;
        var problems = new ArrayList<PolicyProblem>();

        ColumnMapping.read("m.yaml", said, facts, TITLES, problems);

        assertThat(problems).extracting(problem -> problem.place().line()).containsExactly(2, 3, 4, 5, 6, 7);
    }

    @Test
    void readsCsvInGb18030() throws Exception {
        list = folder.resolve("名单.csv");
        Files.writeString(list, "企业名称,2025年研发费用（万元）\r\n\"甲,公司\",12\r\n", Charset.forName("GB18030"));

        assertThat(read().problems()).isEmpty();
        assertThat(firms).extracting(Firm::name).containsExactly("甲,公司");
    }

    @Test
    void anOldWorkbookIsRefusedWithAdvice() throws IOException {
        Files.write(
                list,
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});

        org.assertj.core.api.Assertions.assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        refused -> assertThat(refused.code()).isEqualTo("OLD_OR_LOCKED_EXCEL"));
    }

    private FirmSheet.Report read() throws IOException, UnreadableSheet {
        return read(ColumnMapping.none());
    }

    private FirmSheet.Report read(ColumnMapping mapping) throws IOException, UnreadableSheet {
        firms.clear();
        return FirmSheet.read(
                list, "", new Headers(facts, TITLES, AS_OF), mapping, AS_OF, (firm, row) -> firms.add(firm));
    }

    private HeldValue held(int firm, String fact, int year) {
        return Objects.requireNonNull(firms.get(firm).facts().get(fact, year));
    }

    private void workbook(Fill fill) throws IOException {
        try (OutputStream out = Files.newOutputStream(list);
                var workbook = new Workbook(out, "test", "1.0")) {
            fill.fill(workbook.newWorksheet("名单"));
        }
    }

    private static void row(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            switch (values[column]) {
                case String text when text.isEmpty() -> {}
                case String text -> sheet.value(row, column, text);
                case Number number -> sheet.value(row, column, number);
                default -> throw new IllegalArgumentException(values[column].toString());
            }
        }
    }

    private interface Fill {
        void fill(Worksheet sheet);
    }
}
