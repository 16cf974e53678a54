package org.lingqu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.account.Role;
import org.openqa.selenium.By;

/** The officer's way: a page comes in, is read, put right, and goes out as a table; with JavaScript and without. */
@ExtendWith(InBrowser.class)
class JourneyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void fromAFileToATableWithItsCitation(Window window) throws IOException {
        fromAFileToATable("防城港市", window);
    }

    @Test
    @WithoutScripts
    void fromAFileToATableWithoutScripts(Window window) throws IOException {
        fromAFileToATable("钦州市", window);
    }

    private void fromAFileToATable(String city, Window window) throws IOException {
        importPage(city, window);

        window.press(By.xpath("//main//td/a[contains(., '" + city + "孵化器')]"));
        window.shows(city + "孵化器工作情况", "2025年，" + city + "国家级孵化器达到37家");
        window.press(By.cssSelector(".statement-list .row-link")).waitForWords("还没有人复核");
        window.everybodyCanUseIt();

        correct(window);

        window.open("/library/statements").type("地区", city).press("筛选");
        String list = window.path();
        window.press(By.cssSelector("table .row-link"))
                .shows("与统计台账核对", "OFFICER", "37家")
                .open(list);
        window.shows("38家", "37家").press("导出 Excel");
        List<List<String>> table = table(window.download(".xlsx"));
        assertThat(table).hasSize(2);
        assertThat(table.get(1)).anyMatch(cell -> cell.startsWith("38")).anyMatch(cell -> cell.contains("达到37家"));
        assertThat(table.get(1)).anyMatch(cell -> cell.contains("/library/statements/"));

        window.press(By.xpath("//table//a[contains(@href, '/library/pages/')]")).shows(city + "孵化器工作情况", "38家");
    }

    private void importPage(String city, Window window) throws IOException {
        Path file = Files.writeString(folder.resolve(city + ".html"), """
            <html><head><title>%1$s孵化器工作情况</title></head><body><h1>%1$s孵化器工作情况</h1>
            <p>2025年，%1$s国家级孵化器达到37家，全市科技创新工作稳步推进。</p></body></html>
            """.formatted(city), UTF_8);
        window.as(Role.OFFICER).open("/library/import");
        window.field("选择文件").sendKeys(file.toAbsolutePath().toString());
        window.press("预检").waitForWords("预检完成，还没有保存任何内容");
        window.shows(city + "孵化器工作情况", "新网页").everybodyCanUseIt();
        window.press("收入 1 页").waitForWords("已经收入。");
    }

    private static void correct(Window window) {
        window.press(By.xpath("//a[@data-key='e'][normalize-space()='更正']"));
        window.type("数值", "很多").press("保存更正");
        assertThat(window.words()).contains("「很多」");
        window.everybodyCanUseIt();
        window.type("数值", "38").type("说明（可不填）", "与统计台账核对").press("保存更正");
        window.shows("更正已保存。", "38家", "37家");
    }

    private static List<List<String>> table(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        book.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }

    @Test
    void aShortNameLeadsToThePageThatSpellsItOut(Window window) {
        window.waitFor("the index", page -> page.open("/search?q=高企").words().contains("高新技术企业"));
        window.open("/library/pages").keys("/");
        window.keys("高企").enter();
        window.shows("高新技术企业").everybodyCanUseIt();

        window.press(By.xpath("//main//a[starts-with(@href, '/library/pages/')][not(contains(@class, 'btn'))]"));
        window.shows("正文", "高新技术企业");
    }

    @Test
    void aReaderFindsAFigureAndGoesToItsPage(Window window) {
        window.open("/library/statements").type("原文", "高新技术企业").press("筛选");
        window.press(By.cssSelector(".row-link")).shows("原文第");
        window.press(By.xpath("//main//nav//a[contains(@href, '/library/pages/')]"));
        assertThat(window.path()).startsWith("/library/pages/");
        window.hides("确认", "剔除");
    }
}
