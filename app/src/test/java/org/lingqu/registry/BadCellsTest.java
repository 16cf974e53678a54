package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.sheet.UnreadableSheet;

/** Every kind of cell that officers' lists are known to hold: read exactly or reported, never guessed. */
class BadCellsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    static Facts facts;

    @TempDir
    Path folder;

    private final List<Firm> firms = new ArrayList<>();

    private interface Sheet {
        void write(Worksheet sheet);
    }

    @BeforeAll
    static void readDictionary() throws IOException {
        facts = Dictionary.read();
    }

    @ParameterizedTest
    @CsvSource({"１２０, 120", "'1,200', 1200", "'１，２００', 1200", "+5, 5", "120.0, 120"})
    void digitsOfAnyWidthAreOneNumber(String cell, String count) throws Exception {
        assertThat(workbook("2025年职工总数", cell).problems()).isEmpty();
        assertThat(amount("职工总数", 2025)).isEqualByComparingTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "约500, NOT_A_NUMBER",
        "500人, NOT_A_NUMBER",
        "500-600, NOT_A_NUMBER",
        "5百, NOT_A_NUMBER",
        "五百, NOT_A_NUMBER",
        "'1,20', NOT_A_NUMBER",
        "12.5, NOT_WHOLE",
        "-3, TOO_SMALL",
        "3e2, NOT_A_NUMBER"
    })
    void whatIsNoOneNumberIsNotTaken(String cell, String code) throws Exception {
        assertThat(workbook("2025年职工总数", cell).problems())
                .extracting(CellProblem::cell, CellProblem::code, CellProblem::value)
                .containsExactly(tuple("B2", code, cell));
        assertThat(firms.getFirst().facts().values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025年研发费用（万元）, 120000", "2025年研发费用（亿元）, 1200000000", "2025年研发费用（单位：元）, 12"})
    void moneyTakesItsUnitFromTheHeader(String header, String yuan) throws Exception {
        assertThat(workbook(header, "12").problems()).isEmpty();
        assertThat(amount("研发费用", 2025)).isEqualByComparingTo(yuan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1200万元", "0.12亿元", "1200 元"})
    void aUnitInACellIsReported(String cell) throws Exception {
        assertThat(workbook("2025年研发费用（万元）", cell).problems())
                .extracting(CellProblem::code)
                .containsExactly("UNIT_IN_CELL");
        assertThat(firms.getFirst().facts().values()).isEmpty();
    }

    @Test
    void moneyWithoutAUnitIsReportedAtItsHeader() throws Exception {
        assertThat(workbook("2025年研发费用", "1200").problems())
                .extracting(CellProblem::cell, CellProblem::code)
                .containsExactly(tuple("B1", "UNIT_MISSING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026年3月1日", "2026-03-01", "2026/3/1", "2026.3.1", "２０２６年３月１日", "2026.3", "2026年3月", "20260301"})
    void daysAreReadAsTheyAreWritten(String cell) throws Exception {
        assertThat(workbook("成立日期", cell).problems()).isEmpty();
        assertThat(day()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, NO_SUCH_DAY",
        "去年, NOT_A_DATE",
        "2026, NOT_A_DATE",
        "3月1日, NOT_A_DATE",
        "2026-13-01, NO_SUCH_DAY"
    })
    void whatIsNoDayIsNotTaken(String cell, String code) throws Exception {
        assertThat(workbook("成立日期", cell).problems())
                .extracting(CellProblem::code)
                .containsExactly(code);
    }

    @Test
    void aDateThatExcelKeepsAsASerialIsADay() throws Exception {
        assertThat(book(sheet -> {
                            header(sheet, "成立日期");
                            sheet.value(1, 1, 46082);
                            sheet.style(1, 1).format("yyyy\"年\"m\"月\"d\"日\"").set();
                        })
                        .problems())
                .isEmpty();
        assertThat(day()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    /** 2026.10 kept as a number is 2026.1: January and October look alike. */
    @Test
    void aMonthThatExcelKeepsAsANumberIsReported() throws Exception {
        FirmSheet.Report report = book(sheet -> {
            header(sheet, "成立日期");
            sheet.value(1, 1, 2026.10);
        });

        assertThat(report.problems()).extracting(CellProblem::code).containsExactly("MONTH_AS_NUMBER");
        assertThat(report.problems().getFirst().toString())
                .startsWith("B2 MONTH_AS_NUMBER 成立日期 “2026.1”：这是数字，Excel 会把2026.10存成2026.1");
    }

    @Test
    void aSerialWithoutADateFormatIsNoDay() throws Exception {
        assertThat(book(sheet -> {
                            header(sheet, "成立日期");
                            sheet.value(1, 1, 46082);
                        })
                        .problems())
                .extracting(CellProblem::code)
                .containsExactly("NOT_A_DATE");
    }

    @Test
    void aNumberThatIsFormattedAsADateIsReported() throws Exception {
        assertThat(book(sheet -> {
                            header(sheet, "2025年职工总数");
                            sheet.value(1, 1, 120);
                            sheet.style(1, 1).format("yyyy-mm-dd").set();
                        })
                        .problems())
                .extracting(CellProblem::code)
                .containsExactly("DATE_FOR_NUMBER");
    }

    @Test
    void aCodeTypedAsANumberIsRefusedWithAdvice() throws Exception {
        FirmSheet.Report report = book(sheet -> {
            header(sheet, "统一社会信用代码");
            sheet.value(1, 1, new BigDecimal("913501000001000043"));
        });

        assertThat(report.problems()).extracting(CellProblem::code).containsExactly("NUMBER_FOR_CODE");
        assertThat(report.problems().getFirst().advice().chinese()).contains("文本");
        assertThat(firms.getFirst().id()).isEqualTo("甲公司");
    }

    @Test
    void aFigureWithMoreDigitsThanExcelKeepsIsRefused() throws Exception {
        assertThat(book(sheet -> {
                            header(sheet, "2025年研发费用（元）");
                            sheet.value(1, 1, new BigDecimal("12345678901234567"));
                        })
                        .problems())
                .extracting(CellProblem::code)
                .containsExactly("DIGITS_LOST");
    }

    @ParameterizedTest
    @CsvSource({
        "细分市场占有率（%）, 12, , 0.12",
        "细分市场占有率（%）, 0.12, 0.00%, 0.12",
        "细分市场占有率, 0.12, 0.00%, 0.12",
        "细分市场占有率, 0.12, , 0.12"
    })
    void aPercentageIsWhatExcelShows(String header, double value, String format, String ratio) throws Exception {
        assertThat(percent(header, value, format).problems()).isEmpty();
        assertThat(amount("细分市场占有率", FactRef.NO_YEAR)).isEqualByComparingTo(ratio);
    }

    @Test
    void aShareAboveOneIsAsked() throws Exception {
        assertThat(percent("细分市场占有率", 12, null).problems())
                .extracting(CellProblem::code)
                .containsExactly("PERCENT_UNCLEAR");
    }

    @Test
    void aPercentageIsNoMoney() throws Exception {
        assertThat(percent("2025年研发费用（万元）", 0.12, "0%").problems())
                .extracting(CellProblem::code)
                .containsExactly("PERCENT_FOR_NUMBER");
    }

    private FirmSheet.Report percent(String header, double value, @Nullable String format) throws Exception {
        return book(sheet -> {
            header(sheet, header);
            sheet.value(1, 1, value);
            if (format != null) {
                sheet.style(1, 1).format(format).set();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "——", "暂无", "不详", "/", "N/A", "　"})
    void wordsForNothingAreNothing(String cell) throws Exception {
        assertThat(workbook("2025年职工总数", cell).problems()).isEmpty();
        assertThat(firms.getFirst().facts().values()).isEmpty();
    }

    @Test
    void aFirmMergedOverTwoRowsIsOneFirmAndAReportedRow() throws Exception {
        FirmSheet.Report report = book(sheet -> {
            header(sheet, "2025年职工总数");
            sheet.value(1, 1, 120);
            sheet.value(2, 1, 130);
            sheet.range(1, 0, 2, 0).merge();
        });

        assertThat(report.problems())
                .extracting(CellProblem::cell, CellProblem::code)
                .containsExactly(tuple("A3", "ROW_WITHOUT_FIRM"));
        assertThat(report.problems().getFirst().advice().chinese()).contains("取消合并");
        assertThat(amount("职工总数", 2025)).isEqualByComparingTo("120");
    }

    @Test
    void aFormulaThatFailedOrWasNeverComputedIsReported() throws Exception {
        Path list = folder.resolve("公式.xlsx");
        raw(list, """
                <row r="1"><c r="A1" t="inlineStr"><is><t>企业名称</t></is></c><c r="B1" t="inlineStr"><is><t>2025年职工总数</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>甲公司</t></is></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>乙公司</t></is></c><c r="B3"><f>60+60</f></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>丙公司</t></is></c><c r="B4"><f>60+60</f><v>120</v></c></row>
                <row r="5"><c r="A5" t="inlineStr"><is><t>丁公司</t></is></c><c r="B5" t="str"><f>""</f><v></v></c></row>
                """);

        assertThat(read(list).problems())
                .extracting(CellProblem::cell, CellProblem::code)
                .containsExactly(tuple("B2", "BROKEN_FORMULA"), tuple("B3", "BROKEN_FORMULA"));
        assertThat(firms).hasSize(4);
    }

    /** Somebody formatted the whole sheet; the last firm stands in Excel's last row and is found all the same. */
    @Test
    void aMillionFormattedEmptyRowsAreNothing() throws Exception {
        Path list = folder.resolve("空行.xlsx");
        var rows = new StringBuilder(40 << 20);
        rows.append("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>企业名称</t></is></c></row>");
        for (int row = 2; row < 1_048_576; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\" s=\"0\"/></row>");
        }
        rows.append("<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>末行公司</t></is></c></row>");
        raw(list, rows);

        assertThat(read(list).problems()).isEmpty();
        assertThat(firms).extracting(Firm::name).containsExactly("末行公司");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-8 with mark", "GB18030", "UTF-16LE", "UTF-16BE"})
    void everyEncodingKeepsEveryCharacter(String name) throws Exception {
        Path list = folder.resolve("名单.csv");
        boolean marked = name.startsWith("UTF-16") || name.endsWith("mark");
        Charset charset = Charset.forName(name.replace(" with mark", ""));
        String text = (marked ? "\ufeff" : "") + "企业名称,2025年职工总数\r\n\"𠮷祥（㐂）公司\",１２０\r\n";
        Files.write(list, text.getBytes(charset));

        assertThat(read(list).problems()).isEmpty();
        assertThat(firms).extracting(Firm::name).containsExactly("𠮷祥（㐂）公司");
        assertThat(amount("职工总数", 2025)).isEqualByComparingTo("120");
    }

    @Test
    void gbkIsReadAsGb18030() throws Exception {
        Path list = folder.resolve("名单.csv");
        Files.write(list, "企业名称,备注\r\n镕金公司,无\r\n".getBytes(Charset.forName("GBK")));

        assertThat(read(list).problems()).isEmpty();
        assertThat(firms).extracting(Firm::name).containsExactly("镕金公司");
    }

    @Test
    void rareCharactersOfAWorkbookAreKept() throws Exception {
        book(sheet -> {
            sheet.value(0, 0, "企业名称");
            sheet.value(1, 0, "𠮷祥（㐂）公司");
        });

        assertThat(firms).extracting(Firm::name).containsExactly("𠮷祥（㐂）公司");
    }

    @Test
    void aQuoteThatIsNeverClosedSwallowsNoRowSilently() throws Exception {
        Path list = folder.resolve("名单.csv");
        Files.writeString(list, "企业名称,2025年职工总数\n甲公司,1\n\"乙公司,2\n丙公司,3\n");

        assertThatThrownBy(() -> read(list))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        refused -> assertThat(refused.code()).isEqualTo("UNCLOSED_QUOTE"))
                .hasMessageContaining("第 3 行");
    }

    @Test
    void brokenCharactersAreRefused() throws Exception {
        Path list = folder.resolve("名单.csv");
        byte[] text = "企业名称\n甲公司\n".getBytes(StandardCharsets.UTF_8);
        text[text.length - 3] = (byte) 0xff;
        Files.write(list, text);

        assertThatThrownBy(() -> read(list))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        refused -> assertThat(refused.code()).isEqualTo("BROKEN_ENCODING"));
    }

    @Test
    void personalNumbersAreMaskedInReports() throws Exception {
        assertThat(workbook("2025年职工总数", "13812345678").problems())
                .extracting(CellProblem::code, CellProblem::value)
                .containsExactly(tuple("TOO_LARGE", "138******78"));
        assertThat(workbook("2025年职工总数", "电话13812345678").problems())
                .extracting(CellProblem::value)
                .containsExactly("电话138******78");
    }

    @ParameterizedTest
    @CsvSource({"南宁市, 450100", "桂林, 450300", "南京市鼓楼区, 320106", "450100, 450100"})
    void placesAreReadByTheirNamesAndToldAsTheyWereRead(String cell, String code) throws Exception {
        FirmSheet.Report report = workbook("注册地", cell);

        assertThat(firms.getFirst().facts().get("注册地", FactRef.NO_YEAR))
                .extracting(HeldValue::value)
                .isEqualTo(new FactValue.Code(code));
        if (cell.equals(code)) {
            assertThat(report.problems()).isEmpty();
        } else {
            assertThat(report.problems()).singleElement().satisfies(told -> {
                assertThat(told.code()).isEqualTo("PLACE_READ");
                assertThat(told.advice().chinese()).contains(cell + " → " + code);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"鼓楼区, PLACE_OF_SEVERAL", "乌有之乡, UNKNOWN_PLACE", "4501, UNKNOWN_PLACE", "990100, UNKNOWN_CODE"})
    void aPlaceThatNobodyCanTellIsRefusedInWordsOfPeople(String cell, String code) throws Exception {
        FirmSheet.Report report = workbook("注册地", cell);

        assertThat(firms.getFirst().facts().values()).isEmpty();
        assertThat(report.problems()).singleElement().satisfies(told -> {
            assertThat(told.code()).isEqualTo(code);
            assertThat(told.advice().chinese()).doesNotContain("[0-9]");
            assertThat(told.advice().english()).doesNotContain("[0-9]");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30至2028-01-01, NO_SUCH_DAY, 日历上没有2026-02-30这一天",
        "2028-01-01至2026-01-01, ENDS_BEFORE_IT_BEGINS, 到期日早于认定日期",
        "国家级, NOT_A_SPAN, 请写是或否，或写起至止"
    })
    void whatIsNoAnswerAboutATitleIsToldWithWhatIsAllowed(String cell, String code, String words) throws Exception {
        assertThat(titled(cell).problems()).singleElement().satisfies(told -> {
            assertThat(told.code()).isEqualTo(code);
            assertThat(told.advice().chinese()).contains(words);
        });
        assertThat(firms.getFirst().facts().titles()).isEmpty();
    }

    @Test
    void aTitleIsHeldFromOneDayToAnother() throws Exception {
        assertThat(titled("2024年3月1日至2027-02-28").problems()).isEmpty();

        Firm firm = firms.getFirst();
        assertThat(firm.facts().holds("高新技术企业", LocalDate.of(2027, 2, 28))).isTrue();
        assertThat(firm.facts().holds("高新技术企业", LocalDate.of(2027, 3, 1))).isFalse();
        assertThat(titled("2024-03-01至长期").problems()).isEmpty();
        assertThat(firms.getFirst().facts().holds("高新技术企业", LocalDate.of(2099, 1, 1)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2050-01-01, DAY_IN_FUTURE", "0001-01-01, DAY_TOO_EARLY"})
    void whatIsTypedKeepsToTheSameRulesAsACell(String day, String code) throws Exception {
        assertThat(workbook("成立日期", day).problems())
                .extracting(CellProblem::code)
                .containsExactly(code);
        assertThat(TypedFact.read("成立日期", day, new Headers(facts, Set.of(), AS_OF)))
                .isInstanceOfSatisfying(
                        TypedFact.Read.Wrong.class,
                        wrong -> assertThat(wrong.code()).isEqualTo(code));
        var typed = new TypedValues.Typed("field", FactYear.of("成立日期"), BigDecimal.ONE, day);
        assertThat(TypedValues.read(List.of(typed), facts, AS_OF, Places.standard())
                        .problems())
                .extracting(TypedValues.Problem::code)
                .containsExactly(code);
    }

    @Test
    void nothingIsSaidOfADayBeforeTheRepublicOrStillToCome() {
        assertThat(Typed.saidOn("0001-01-01", AS_OF)).isEmpty();
        assertThat(Typed.saidOn("1949-10-01", AS_OF)).isPresent();
        assertThat(Typed.saidOn("2026-06-30", AS_OF)).isPresent();
        assertThat(Typed.saidOn("2026-07-01", AS_OF)).isEmpty();
    }

    @Test
    void aPartAboveItsWholeIsTakenWithARemark() throws Exception {
        FirmSheet.Report report = book(sheet -> {
            header(sheet, "2025年大专以上人员");
            sheet.value(0, 2, "2025年职工总数");
            sheet.value(1, 1, 5000);
            sheet.value(1, 2, 10);
        });

        assertThat(report.problems())
                .extracting(CellProblem::cell, CellProblem::code)
                .containsExactly(tuple("B2", "PART_ABOVE_WHOLE"));
        assertThat(report.problems().getFirst().advice().chinese()).contains("大于2025年职工总数 10");
        assertThat(amount("大专以上人员", 2025)).isEqualByComparingTo("5000");
        assertThat(amount("职工总数", 2025)).isEqualByComparingTo("10");
    }

    private FirmSheet.Report titled(String cell) throws Exception {
        Path list = folder.resolve("称号.csv");
        Files.writeString(list, "企业名称,高新技术企业\n甲公司," + cell + "\n");
        firms.clear();
        return FirmSheet.read(
                list,
                "",
                new Headers(facts, Set.of("高新技术企业"), AS_OF),
                ColumnMapping.none(),
                AS_OF,
                (firm, row) -> firms.add(firm));
    }

    private FirmSheet.Report workbook(String header, String cell) throws Exception {
        return book(sheet -> {
            header(sheet, header);
            sheet.value(1, 1, cell);
        });
    }

    private static void header(Worksheet sheet, String header) {
        sheet.value(0, 0, "企业名称");
        sheet.value(0, 1, header);
        sheet.value(1, 0, "甲公司");
    }

    private FirmSheet.Report book(Sheet write) throws Exception {
        Path list = folder.resolve("名单.xlsx");
        try (OutputStream out = Files.newOutputStream(list);
                var book = new Workbook(out, "test", "1.0")) {
            write.write(book.newWorksheet("名单"));
        }
        return read(list);
    }

    private FirmSheet.Report read(Path list) throws IOException, UnreadableSheet {
        firms.clear();
        return FirmSheet.read(
                list,
                "",
                new Headers(facts, Set.of(), AS_OF),
                ColumnMapping.none(),
                AS_OF,
                (firm, row) -> firms.add(firm));
    }

    /** A workbook with just these rows, for what no library writes. */
    private static void raw(Path file, CharSequence rows) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
                    """);
            entry(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
                    """);
            entry(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
                    """);
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>
                    """);
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                            + "</sheetData></worksheet>");
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private BigDecimal amount(String fact, int year) {
        HeldValue held = Objects.requireNonNull(firms.getFirst().facts().get(fact, year));
        return ((FactValue.Amount) held.value()).value();
    }

    private LocalDate day() {
        HeldValue held = Objects.requireNonNull(firms.getFirst().facts().get("成立日期", FactRef.NO_YEAR));
        return ((FactValue.Day) held.value()).value();
    }
}
