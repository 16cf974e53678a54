package org.lingqu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lingqu.account.Role;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A policy is tried with other figures, written, approved by somebody else and published. */
@ExtendWith(InBrowser.class)
class PolicyJourneyTest {

    private static final String FIRST_BAND = "研发费用占销售收入之比按最近一年销售收入分档，不低于5%、4%、3% <= 5000 * 万元 → 0.05";

    private static final String TEXT = """
            policy: 450000/%1$s
            version: "2027"
            title: %2$s
            english: journey
            document: 旅〔2027〕1号
            issuers: [示例局]
            region: "450000"
            valid: {from: 2027-01-01}
            confidence: V2
            criteria:
            - {id: rd, article: 一, says: 研发费用够, require: 研发费用.上年 >= 100 * 万元}
            examples:
             cases:
             - {name: 够, as-of: 2027-06-30, firm: {研发费用: {2026: 100万元}}, expect: met}
            """;

    @Test
    void figuresAreTriedKeptAndSent(Window window) {
        window.as(Role.OFFICER).open("/policies/cn/high-tech").press("开始试算").everybodyCanUseIt();
        window.shows("现值 0.05", "按企业规模", "按注册地");
        window.waitForWords("拖到这里：").everybodyCanUseIt();
        window.field(FIRST_BAND).sendKeys(Keys.chord(Keys.CONTROL, "a"), "很高");
        window.waitForWords("有 1 处要改").everybodyCanUseIt();
        window.field(FIRST_BAND).sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.01");
        window.waitFor("the address", page -> page.path().contains("a.rd-ratio.1=0.01"));
        window.waitForWords("方案一").shows("新增符合").hides("处要改").everybodyCanUseIt();
        String path = window.path();

        window.type("名称", "放宽第一档").press("保存").shows("试算已保存");
        window.open("/policies/cn/high-tech").press("放宽第一档");
        assertThat(window.path()).isEqualTo(path);
        window.press("导出 Excel");
        assertThat(window.download(".xlsx")).isNotEmpty();
        window.press("比较两个方案").shows("方案二").everybodyCanUseIt();
    }

    @Test
    @WithoutScripts
    void figuresAreTriedWithoutScripts(Window window) {
        window.as(Role.OFFICER).open("/policies/cn/high-tech/what-if");
        window.type(FIRST_BAND, "0.01").press("试算");
        assertThat(window.path()).endsWith("a.rd-ratio.1=0.01");
        window.shows("新增符合", "改后");
    }

    @Test
    void fromADraftToItsPublication(Running running, Window window) {
        running.account("second.officer", "王专员", Role.OFFICER);
        String text = TEXT.formatted("journey", "旅程政策");
        window.as(Role.OFFICER).open("/policies").press("起草与发布").everybodyCanUseIt();
        window.press("起草新政策").shows("示例：2 个中通过 2 个").everybodyCanUseIt();

        write(window, text.replace("研发费用.上年", "研发费.上年"));
        window.waitForWords("数据字典里没有这个事实").shows("第 11 行").everybodyCanUseIt();
        window.press("提交审定").shows("文本还有问题");
        write(window, text);
        window.waitForWords("没有问题，1 个示例全部通过").press("提交审定").shows("已提交", "请另一位").everybodyCanUseIt();
        String draft = window.path().replaceAll("\\?.*", "");

        window.driver().manage().deleteAllCookies(); // somebody else, at another desk
        window.signIn("second.officer", Running.PASSWORD).open(draft);
        window.shows("旅程政策", "待审定")
                .type("审定意见", "同意")
                .press("同意发布")
                .shows("已同意")
                .everybodyCanUseIt();
        window.driver()
                .findElement(By.xpath("//button[normalize-space()='发布，自 2027-01-01 起适用']"))
                .click();
        window.driver().switchTo().alert().accept();
        window.waitForWords("已发布").shows("王专员").everybodyCanUseIt();

        window.open("/policies?status=all&words=旅程政策").press("旅程政策").shows("旅〔2027〕1号", "研发费用够");
    }

    @Test
    @WithoutScripts
    void aPolicyIsChangedByItsFieldsWithoutScripts(Window window) {
        changeByFields(window);
    }

    @Test
    void aPolicyIsChangedByItsFields(Window window) {
        changeByFields(window);
        window.everybodyCanUseIt();
    }

    private static void changeByFields(Window window) {
        window.as(Role.OFFICER).open("/policies/450000/rd-subsidy").press("起草新版本");
        window.shows("填表修改", "没有问题");
        window.type("每年开始申报 （可不填）", "第一季度").press("写入文本");
        window.shows("有 1 处没有写入", "请写成月和日");
        window.type("每年开始申报 （可不填）", "4月1日").press("写入文本").shows("已写入 1 处，还没有保存");
        assertThat(window.field("政策文本（YAML）").getDomProperty("value")).contains("version: \"2027\"", "opens: 04-01");
    }

    @Test
    @WithoutScripts
    void aDraftIsWrittenWithoutScripts(Window window) {
        window.as(Role.OFFICER).open("/policies/drafts").press("起草新政策");
        write(window, TEXT.formatted("plain", "无脚本政策").replace("expect: met", "expect: not met"));
        window.press("检查").shows("示例不通过", "不通过");
        write(window, TEXT.formatted("plain", "无脚本政策"));
        window.press("保存").shows("已保存", "没有问题").press("第 2 次保存").shows("与第 1 次保存相比");
    }

    @Test
    void whoSavesLaterSeesBothTexts(Window window) {
        window.as(Role.OFFICER).open("/policies/drafts").press("起草新政策");
        write(window, TEXT.formatted("both", "先保存的"));
        window.press("保存").shows("已保存");
        window.driver().executeScript("document.querySelector('[name=seen]').value = '1'"); // opened before that
        write(window, TEXT.formatted("both", "后保存的"));
        window.press("保存").shows("别人先保存了").everybodyCanUseIt();
        assertThat(window.status()).isEqualTo(409);
        assertThat(window.wordsAt(".line-diff")).contains("先保存的", "后保存的");

        window.press("保存我的文字").shows("已保存", "后保存的");
    }

    private static void write(Window window, String text) {
        var area = window.field("政策文本（YAML）");
        area.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        area.sendKeys(text);
    }
}
