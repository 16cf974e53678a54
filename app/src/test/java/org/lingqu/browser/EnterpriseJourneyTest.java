package org.lingqu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.account.Role;
import org.lingqu.demo.MadeRegion;
import org.lingqu.demo.OfficerList;
import org.lingqu.demo.PlantedMistake;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Said;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** An officer goes from a list with mistakes to whom to call; a firm sees itself, answers what it is asked and sees what changed. */
@ExtendWith(InBrowser.class)
class EnterpriseJourneyTest {

    private static final int FIRMS = 500;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void fromAListWithMistakesToTheCallList(Window window) throws IOException {
        Path file = folder.resolve("企业名单.xlsx");
        List<PlantedMistake> mistakes = OfficerList.write(MadeRegion.of(500, FIRMS), FIRMS, file);
        assertThat(mistakes).isNotEmpty();
        window.as(Role.OFFICER).open("/enterprises/import");
        window.field("名单文件").sendKeys(file.toAbsolutePath().toString());
        window.choose("这份名单的数据来自", "企业填报").press("预检").waitForWords("预检完成");
        window.shows("个单元格无法收入").everybodyCanUseIt();

        // one column is not to be read after all, and the list is looked at again
        WebElement fold = window.driver().findElement(By.xpath("//details[.//datalist[@id='meanings']]"));
        if (fold.getAttribute("open") == null) {
            window.press(By.xpath("//summary[contains(., '各列的含义')]"));
        }
        WebElement park = window.driver().findElement(By.cssSelector("input[aria-label^='所属园区']"));
        park.clear();
        park.sendKeys("不读");
        window.everybodyCanUseIt();
        window.press("按这些含义重新预检").waitForWords("预检完成");
        assertThat(window.driver()
                        .findElement(By.cssSelector("input[aria-label^='所属园区']"))
                        .getAttribute("value"))
                .isEqualTo("不读");

        window.press(By.xpath("//a[contains(., '个单元格无法收入')]")).everybodyCanUseIt();
        String refused = window.driver()
                .findElement(
                        By.xpath(
                                "(//table//tr[td//ul[@class='diff']/li][not(.//span[contains(@class, 'outcome-refused')])])[1]/td[2]"))
                .getText()
                .lines()
                .findFirst()
                .orElseThrow();
        window.press(By.cssSelector("form[action$='/take'] button")).waitForWords("已经收入。");
        window.everybodyCanUseIt();

        oneRowIsPutRight(window, refused);

        window.open("/policies").shows("符合", "只差一项").press("高新技术企业认定");
        window.shows("本地企业").everybodyCanUseIt();
        window.open("/policies/cn/high-tech/enterprises?standing=NEAR").everybodyCanUseIt();
        String called = window.driver()
                .findElement(By.cssSelector("main table tbody tr td a"))
                .getText();
        window.press(By.cssSelector("main table tbody tr td a"));
        assertThat(window.words()).as("why not").contains("✘", "高新技术企业认定", called);
        window.everybodyCanUseIt();

        window.driver().navigate().back();
        window.press("导出联系名单");
        assertThat(cells(window.download(".xlsx"))).anyMatch(called::equals);
    }

    /** What could not be read is pasted as one row with its header. */
    private static void oneRowIsPutRight(Window window, String name) {
        window.open("/enterprises/import").press(By.xpath("//summary[contains(., '从表格粘贴')]"));
        window.field("粘贴的行").sendKeys("企业名称\t2025年科技成果转化数\n".replace("\t", ",") + name + ",77");
        WebElement source = window.driver().findElement(By.id("paste-source"));
        new org.openqa.selenium.support.ui.Select(source).selectByVisibleText("企业填报");
        window.press(By.xpath("//form[contains(@action, '/paste')]//button")).waitForWords("预检完成");
        window.shows(name, "77")
                .press(By.cssSelector("form[action$='/take'] button"))
                .waitForWords("已经收入。");
        window.press(By.xpath("//main//table//a[contains(@href, '/enterprises/')]"))
                .shows(name, "科技成果转化数", "77");
        window.everybodyCanUseIt();
    }

    private static List<String> cells(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
                    .toList();
        }
    }

    @Test
    void aFirmAnswersAndSeesWhatChanged(Running running, Window window) {
        aFirmAnswers(running, window, "own.firm", "旅程一号科技有限公司");
    }

    @Test
    @WithoutScripts
    void aFirmAnswersWithoutScripts(Running running, Window window) {
        aFirmAnswers(running, window, "own.firm.plain", "旅程二号科技有限公司");
    }

    private static void aFirmAnswers(Running running, Window window, String login, String name) {
        Enterprises enterprises = running.part(Enterprises.class);
        Enterprise own = begun(enterprises, name);
        Enterprise other = begun(enterprises, "别家的" + name);
        running.account(login, name, Role.ENTERPRISE);
        Person person = running.part(Accounts.class).byLogin(login).orElseThrow();
        enterprises.join(Actor.SYSTEM, own.id(), person.id());
        int year = enterprises.today().getYear() - 1;

        window.signIn(login, Running.PASSWORD);
        assertThat(window.path()).as("where a firm comes to").isEqualTo("/enterprises/" + own.id());
        window.shows(name).hides("别家的").everybodyCanUseIt();
        window.open("/enterprises/" + other.id()).hides("别家的" + name);
        window.open("/enterprises/" + other.id() + "/questions").hides("别家的" + name);

        window.open("/enterprises/" + own.id())
                .press(By.xpath("//a[contains(., '补充数据')]"))
                .shows("填一次，所有政策都用得上", "才能判断")
                .everybodyCanUseIt();
        if (!window.driver()
                .findElements(By.xpath("//summary[contains(., '其余')]"))
                .isEmpty()) {
            window.press(By.xpath("//summary[contains(., '其余')]"));
        }
        window.choose("独立法人", "否").type(year + "年职工总数", "八十");
        window.press("保存并重新判定").shows("还没有保存，有 1 处需要改").everybodyCanUseIt();
        assertThat(window.field(year + "年职工总数").getAttribute("value")).isEqualTo("八十");
        window.type(year + "年职工总数", "80").press("保存并重新判定");
        window.shows("已保存，并按新的数据重新判定", "这次补充带来的变化", "不适用").everybodyCanUseIt();

        window.open("/enterprises/" + own.id()).shows("您上次看过以后的变化", "80 人").everybodyCanUseIt();
        window.press("知道了").hides("您上次看过以后的变化").shows("政策结论的变化");
    }

    @Test
    void aFirmGivesItsContactsAndAnOfficerCallsThem(Running running, Window window) {
        contacts(running, window, "own.calls", "联系一号科技有限公司");
    }

    @Test
    @WithoutScripts
    void aFirmGivesItsContactsWithoutScripts(Running running, Window window) {
        contacts(running, window, "own.calls.plain", "联系二号科技有限公司");
    }

    private static void contacts(Running running, Window window, String login, String name) {
        Enterprises enterprises = running.part(Enterprises.class);
        Enterprise own = begun(enterprises, name);
        running.account(login, name, Role.ENTERPRISE);
        Person person = running.part(Accounts.class).byLogin(login).orElseThrow();
        enterprises.join(Actor.SYSTEM, own.id(), person.id());

        window.signIn(login, Running.PASSWORD);
        window.shows("还没有登记联系人").press(By.xpath("//summary[contains(., '添加联系人')]"));
        window.everybodyCanUseIt();
        window.type("姓名", "陆示范").type("电话", "1540000").type("邮箱（可不填）", "无").press("添加");
        window.shows("手机号是 11 位", "邮箱写法不对").everybodyCanUseIt();
        assertThat(window.field("姓名").getAttribute("value")).isEqualTo("陆示范");
        window.type("电话", "154 0000 0007").type("邮箱（可不填）", "lu@example.cn").press("添加");
        window.shows("联系人已添加", "15400000007", "首选", "企业填报").everybodyCanUseIt();

        window.as(Role.OFFICER).open("/enterprises/" + own.id()).shows("陆示范", "15400000007");
        window.press(By.xpath("//section[h2[@id='contacts']]//summary[contains(., '更改')]"));
        window.type("职务（可不填）", "财务总监").press("保存");
        window.shows("联系人已更改", "财务总监").everybodyCanUseIt();
        window.as(Role.AUDITOR).open("/enterprises/" + own.id());
        window.shows("陆**", "154****0007").hides("陆示范").everybodyCanUseIt();

        window.as(Role.OFFICER).open("/enterprises/" + own.id());
        window.press(By.xpath("//section[h2[@id='contacts']]//summary[contains(., '移除')]"));
        window.shows("不能恢复").everybodyCanUseIt();
        window.press("确认移除").shows("联系人已移除", "还没有登记联系人").hides("陆示范");
    }

    private static Enterprise begun(Enterprises enterprises, String name) {
        return enterprises.create(
                Actor.SYSTEM,
                Supplier.FIRM,
                enterprises.today(),
                Said.of(name, null, Map.of(), Map.of(), Map.of(), Map.of()),
                null);
    }
}
