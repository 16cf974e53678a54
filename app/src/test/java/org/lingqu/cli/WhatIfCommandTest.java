package org.lingqu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.sheet.SheetRow;
import org.lingqu.sheet.Sheets;
import org.lingqu.sheet.UnreadableSheet;

/** 广西研发奖补 of one's own making: firms get 10 % of what they spent, at most 50 万元, from 5 % of their sales on. */
class WhatIfCommandTest {

    private static final String POLICY = """
            policy: cn/try
            version: "2026"
            title: 研发补助
            english: R&D grant
            document: 示例〔2026〕1号
            issuers: [示例局]
            region: "000000"
            valid: {from: 2026-01-01}
            confidence: V1
            definitions:
              研发强度标准:
                of: 销售收入.上年
                bands: {"<= 5000 * 万元": 0.05, "> 5000 * 万元": 0.03}
            criteria:
              - {id: rd-ratio, says: 研发强度达到标准, article: 第三条, require: 研发费用.上年 / 销售收入.上年, at-least: 研发强度标准}
              - {id: staff, says: 职工不少于10人, article: 第四条, require: 职工总数.上年 >= 10}
            benefits:
              - {id: grant, says: 研发补助, article: 第五条, amount: 研发费用.上年 * 0.10, cap: 50 * 万元}
            examples:
              base: {as-of: 2026-05-01, firm: {销售收入: {2025: 1000万元}, 研发费用: {2025: 100万元}, 职工总数: {2025: 20}}}
              cases: [{name: 达到, expect: met}]
            """;

    private static final String LIST = """
            企业名称,行业代码,企业规模,园区,2025年销售收入（万元）,2025年研发费用（万元）,2025年职工总数
            甲公司,3952,小型,高新区,1000,45,20
            乙公司,3921,小型,高新区,1000,60,20
            丙公司,6513,中型,经开区,8000,400,200
            =丁公司,6513,中型,经开区,8000,,200
            戊公司,6513,微型,,1000,45,
            己公司,,微型,,1000,45,5
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writePolicyAndList() throws IOException {
        Files.createDirectories(folder.resolve("policies/cn"));
        Files.copy(Path.of("../policies/facts.yaml"), folder.resolve("policies/facts.yaml"));
        Files.writeString(folder.resolve("policies/cn/try-2026.yaml"), POLICY);
        Files.writeString(folder.resolve("名单.csv"), LIST);
    }

    @Test
    void tellsWhoGainsAndWhatItCosts() throws Exception {
        Path result = folder.resolve("r.xlsx");

        assertThat(whatIf("--set", "cn/try.rd-ratio.1=4.5%", "--out", result.toString()))
                .isZero();

        assertThat(Sheets.names(result))
                .containsExactly("汇总", "改动", "按行业大类", "按企业规模", "按园区", "新增符合", "不再符合", "由不符合变为可能", "由可能变为不符合");
        // before: 乙 6万元 and 丙 40万元 for certain, 丁 open up to 50万元; after: 甲 4.5万元 more, 戊 open up to 4.5万元
        assertThat(rows(result, "汇总"))
                .extracting(row -> row.cell(1).shown() + " " + row.cell(2).shown() + " "
                        + row.cell(3).shown())
                .contains("符合（家） 2 3", "待补数据或确认（家） 1 2", "不符合或不适用（家） 3 1", "确定金额（万元） 46 50.5", "最多金额（万元） 96 105");
        assertThat(rows(result, "新增符合")).extracting(row -> row.cell(1).shown()).containsExactly("企业", "甲公司");
        assertThat(rows(result, "由不符合变为可能"))
                .extracting(row -> row.cell(1).shown())
                .containsExactly("企业", "戊公司");
        assertThat(rows(result, "按行业大类"))
                .extracting(row -> row.cell(1).shown() + " " + row.cell(3).shown() + " "
                        + row.cell(4).shown())
                .contains("39 计算机、通信和其他电子设备制造业 1 2", "65 软件和信息技术服务业 1 1", "未填 0 0");
        assertThat(rows(result, "按企业规模"))
                .extracting(row -> row.cell(1).shown())
                .containsExactly("企业规模", "中型", "小型", "微型");
        assertThat(out.toString())
                .contains("新增符合 gains：1 家  甲公司", "cn/try.研发强度标准.1：0.05 → 0.045", "39 计算机、通信和其他电子设备制造业");
    }

    @Test
    void tellsWhoLosesAndWhoBecomesOpen() {
        assertThat(whatIf("--set", "cn/try.rd-ratio.2=6%", "--set", "cn/try.grant.cap=20万元", "--json"))
                .isZero();

        assertThat(out.toString())
                .contains("\"lost\":[{\"id\":\"丙公司\"", "\"met\":2,\"open\":1,\"not_met\":3,\"certain\":460000.00")
                .contains("\"met\":1,\"open\":1,\"not_met\":4,\"certain\":60000.00,\"possible\":260000.00");
    }

    @Test
    void aFirmThatIsNamedLikeAFormulaIsHarmless() throws Exception {
        Path result = folder.resolve("r.csv");

        assertThat(whatIf("--set", "cn/try.staff=300", "--out", result.toString()))
                .isZero();

        assertThat(Files.readString(result)).startsWith("\ufeff").contains("'=丁公司", "由可能变为不符合");
    }

    @Test
    void drawsTheCurveOfAThreshold() throws Exception {
        Path result = folder.resolve("curve.xlsx");

        assertThat(whatIf("--curve", "cn/try.研发强度标准.1=3%..6%/0.5%", "--out", result.toString()))
                .isZero();

        assertThat(rows(result, "曲线"))
                .extracting(row -> row.cell(0).shown() + " " + row.cell(2).shown() + " "
                        + row.cell(3).shown() + " " + row.cell(4).shown())
                .containsExactly(
                        "cn/try.研发强度标准.1 符合（家） 可能符合（家） 确定金额（万元）",
                        "0.03 3 5 50.5",
                        "0.035 3 5 50.5",
                        "0.04 3 5 50.5",
                        "0.045 3 5 50.5",
                        "0.05 2 3 46",
                        "0.055 2 3 46",
                        "0.06 2 3 46");
        assertThat(out.toString()).contains("▶ 0.05", "█");
    }

    @Test
    void aCurveThatIsNoLimitIsDecidedValueByValue() {
        assertThat(whatIf("--curve", "cn/try.grant.cap=10万元..50万元/20万元", "--json"))
                .isZero();

        assertThat(out.toString())
                .contains("\"in_one_pass\":false")
                .contains("\"value\":100000,\"met\":2,\"possible\":3,\"certain\":160000.00,\"most\":260000.00");
    }

    @Test
    void everyMistakeIsToldAtOnceAndNothingIsTried() {
        Path result = folder.resolve("r.xlsx");

        assertThat(whatIf(
                        "--set", "cn/tri.staff=3",
                        "--set", "cn/try.staf=3",
                        "--set", "cn/try.staff=很多",
                        "--set", "cn/try.grant.cap=30",
                        "--set", "cn/try.rd-ratio=0.04",
                        "--set", "cn/try.staff=12",
                        "--set", "cn/try.staff=13",
                        "--curve", "cn/try.staff=9..3",
                        "--out", result.toString()))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("UNKNOWN_POLICY", "Did you mean \"cn/try\"?")
                .contains("UNKNOWN_THRESHOLD", "Did you mean \"staff\"?", "cn/try.rd-ratio.1、cn/try.rd-ratio.2")
                .contains("NOT_A_NUMBER", "UNIT_MISSING", "SET_TWICE", "EMPTY_RANGE")
                .contains("7 处要改");
        assertThat(result).doesNotExist();
    }

    @Test
    void aChangeThatBreaksTheFileIsRefused() {
        assertThat(whatIf("--set", "cn/try.研发强度标准.border.1=-1万元")).isEqualTo(2);

        assertThat(err.toString()).contains("UNREACHABLE_BAND", "try-2026.yaml:");
    }

    @Test
    void groupsByWhatWasAsked() {
        assertThat(whatIf("--set", "cn/try.staff=12", "--by", "所在园区,年龄,2025")).isEqualTo(2);
        assertThat(err.toString())
                .contains("NO_SUCH_COLUMN: “年龄”", "NO_SUCH_COLUMN: “2025”")
                .doesNotContain("所在园区");
    }

    @Test
    void listsWhatCanBeChanged() {
        assertThat(Lingqu.run(
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        "what-if",
                        "--list",
                        "cn/try",
                        "--policies",
                        folder.resolve("policies").toString()))
                .isZero();

        assertThat(out.toString())
                .contains(
                        "cn/try.研发强度标准.1       0.05",
                        "cn/try.grant.cap",
                        "50万元",
                        "（也可写 or rd-ratio.1）",
                        "rd-ratio.border.1");
    }

    private int whatIf(String... more) {
        var arguments = new ArrayList<>(List.of(
                "what-if",
                "--firms",
                folder.resolve("名单.csv").toString(),
                "--policies",
                folder.resolve("policies").toString(),
                "--as-of",
                "2026-06-30"));
        arguments.addAll(List.of(more));
        var output = new PrintWriter(out);
        int status = Lingqu.run(output, new PrintWriter(err, true), arguments.toArray(String[]::new));
        output.flush();
        return status;
    }

    private static List<SheetRow> rows(Path file, String sheet) throws IOException, UnreadableSheet {
        var rows = new ArrayList<SheetRow>();
        Sheets.read(file, sheet, rows::add);
        return rows;
    }
}
