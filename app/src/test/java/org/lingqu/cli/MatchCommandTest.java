package org.lingqu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.sheet.SheetRow;
import org.lingqu.sheet.Sheets;
import org.lingqu.sheet.UnreadableSheet;

class MatchCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path list = Path.of("");

    @BeforeEach
    void writeAList() throws IOException {
        list = folder.resolve("名单.xlsx");
        try (OutputStream stream = Files.newOutputStream(list);
                var book = new Workbook(stream, "test", "1.0")) {
            var sheet = book.newWorksheet("名单");
            String[][] rows = {
                {"企业名称", "统一社会信用代码", "成立日期", "2025年职工总数", "2025年研发费用（万元）", "备注"},
                {"甲公司", "91350100M000100Y43", "2015-03-01", "120", "300", "=1+1"},
                {"=乙公司", "", "2026-03-01", "大约三十", "5万", ""}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(row, column, rows[row][column]);
                }
            }
        }
    }

    @Test
    void answersEveryPolicyForEveryFirmWithReasons() throws Exception {
        Path answers = folder.resolve("答案.xlsx");

        assertThat(match("--out", answers.toString())).isEqualTo(1);

        assertThat(Sheets.names(answers)).startsWith("汇总", "企业一览", "差一步").endsWith("单元格问题");
        assertThat(rows(answers, "企业一览")).hasSize(3);
        assertThat(rows(answers, "企业一览").get(2).cell(1).shown()).isEqualTo("'=乙公司");
        assertThat(rows(answers, "单元格问题"))
                .extracting(row -> row.cell(0).shown() + " " + row.cell(3).shown())
                .containsExactly("单元格 代码", "D3 NOT_A_NUMBER", "E3 NOT_A_NUMBER");
        String highTech = Sheets.names(answers).stream()
                .filter(name -> name.startsWith("高新技术企业"))
                .findFirst()
                .orElseThrow();
        assertThat(rows(answers, highTech))
                .extracting(row -> row.cell(2).shown())
                .startsWith("结论");
    }

    /** Software, 100 staff, 2000 万元: 中型 by cn/enterprise-size. */
    @Test
    void listsSizeClassesThatContradictTheComputedOnes() throws Exception {
        list = folder.resolve("规模.csv");
        Files.writeString(list, """
                企业名称,行业代码,企业规模,2025年从业人员,2025年营业收入（万元）,2025年资产总额（万元）
                甲公司,6513,微型,120,2000,3000
                乙公司,6513,中型,120,2000,3000
                """);
        Path answers = folder.resolve("答案.xlsx");

        match("--out", answers.toString());

        assertThat(rows(answers, "填报核对")).hasSize(2);
        assertThat(rows(answers, "填报核对").getLast().cell(0).shown()).isEqualTo("甲公司");
        assertThat(rows(answers, "填报核对").getLast().cell(2).shown()).contains("企业规模：填报为微型", "算出为中型");
        assertThat(out.toString()).contains("1 家企业填报的数据与推算的不一致");
    }

    @Test
    void keepsWhatColumnsMeanBesideTheListAndReadsItAgain() throws IOException {
        Path mapping = folder.resolve("名单.xlsx.columns.yaml");
        match("--out", folder.resolve("a.csv").toString());

        String proposed = Files.readString(mapping);
        Files.writeString(mapping, proposed.replace("{fact: 研发费用, year: 2025", "{fact: 没有这个, year: 2025"));
        err.getBuffer().setLength(0);

        assertThat(proposed).contains("\"统一社会信用代码\": code").contains("\"备注\": ignore");
        assertThat(match("--out", folder.resolve("b.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("UNKNOWN_FACT");
        assertThat(folder.resolve("b.csv")).doesNotExist();
    }

    @Test
    void explainsOneFirmInChinese() {
        assertThat(match("--explain", "甲公司")).isZero();

        assertThat(out.toString()).contains("高新技术企业").contains("结论：").contains("来源：名单.xlsx");
    }

    @Test
    void writesAColumnForEveryCriterionToParquet() {
        Path answers = folder.resolve("答案.parquet");

        match("--out", answers.toString());

        assertThat(duck("SELECT count(*) || ' ' || count(DISTINCT id) FROM '" + answers + "'"))
                .isEqualTo(duck("SELECT max(\"row\") + 1 || ' ' || count(*) FROM '" + answers + "'"))
                .isNotEqualTo("0 0");
    }

    @Test
    void decidesParquetFilesAndTellsTheCellsItLeftOut() {
        Path firms = folder.resolve("firms.parquet");
        Path answers = folder.resolve("answers.parquet");
        duck("COPY (SELECT 'F' || i AS id, CASE i WHEN 1 THEN '2023-13-01/' ELSE '2023-10-01/' END AS \"称号:高新技术企业\" "
                + "FROM range(3) t(i)) TO '" + firms + "' (FORMAT parquet)");
        list = firms;

        assertThat(match("--out", answers.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("称号:高新技术企业 row 1 NO_SPAN: \"2023-13-01/\"");
        assertThat(duck("SELECT string_agg(\"row\" || id, ' ' ORDER BY \"row\") FROM '" + answers + "'"))
                .isEqualTo("0F0 1F1 2F2");
    }

    /** What the first row answers, if there is one. */
    private static String duck(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Test
    void neverOverwritesTheList() throws IOException {
        byte[] before = Files.readAllBytes(list);

        assertThat(match("--out", list.toString())).isEqualTo(2);

        assertThat(list).hasBinaryContent(before);
    }

    @Test
    void anAnswerThatCannotBeWrittenIsSaidWithoutAStackTrace() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "");

        assertThat(match("--out", file.resolve("a.csv").toString())).isEqualTo(1);

        assertThat(err.toString()).contains("无法读写文件").doesNotContain("at java.base");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026/6/30", "2026.6.30", "２０２６年６月３０日", "20260630"})
    void readsTheDayAsPeopleTypeIt(String day) {
        assertThat(match("--as-of", day, "--explain", "甲公司")).isZero();

        assertThat(out.toString()).contains("2026-06-30");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30, 日历上没有", "去年, 请写成 2026-06-30"})
    void aDayThatIsNoneIsRefusedInWords(String day, String words) {
        assertThat(match("--as-of", day, "--explain", "甲公司")).isEqualTo(2);

        assertThat(err.toString()).contains(words).doesNotContain("java.time");
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY_LIST", "'\ufeff\r\n', EMPTY_LIST", "'甲,乙', 没有一列是企业名称"})
    void aListWithoutFirmsIsRefusedWithoutAPageOfOptions(String text, String words) throws IOException {
        list = Files.writeString(folder.resolve("空.csv"), text);
        Path answers = folder.resolve("a.csv");

        assertThat(match("--out", answers.toString())).isEqualTo(2);

        assertThat(err.toString()).contains(words, "--help").doesNotContain("--threads");
        assertThat(answers).doesNotExist();
    }

    @Test
    void aHeaderWithoutFirmsBelowIsSaid() throws IOException {
        list = Files.writeString(folder.resolve("空.csv"), "企业名称,2025年职工总数\n");

        match("--out", folder.resolve("a.csv").toString());

        assertThat(err.toString()).contains("表头（第 1 行）下面没有企业");
    }

    @Test
    void saysAllThatIsWrongWithItsUse() {
        assertThat(match()).isEqualTo(2);
        assertThat(err.toString()).contains("--out");
        assertThat(match("--out", "answers.docx")).isEqualTo(2);
        assertThat(match("--out", folder.resolve("a.xlsx").toString(), "--sheet", "没有"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("NO_SUCH_SHEET");
    }

    private int match(String... more) {
        var arguments = new ArrayList<>(List.of("match", "--firms", list.toString(), "--policies", "../policies"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--as-of")) {
            arguments.addAll(List.of("--as-of", "2026-06-30"));
        }
        var output = new PrintWriter(out);
        int status = Lingqu.run(output, new PrintWriter(err, true), arguments.toArray(String[]::new));
        output.flush();
        return status;
    }

    private static List<SheetRow> rows(Path file, String sheet) throws IOException, UnreadableSheet {
        var rows = new ArrayList<SheetRow>();
        Sheets.read(Objects.requireNonNull(file), sheet, rows::add);
        return rows;
    }
}
