package org.lingqu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lingqu.account.Codes;
import org.lingqu.account.Role;
import org.openqa.selenium.Keys;

/** Who gets in, who does not, in which language, and with nothing but a keyboard. */
@ExtendWith(InBrowser.class)
class SignInTest {

    @Test
    void whoMustSignInComesBackToWhereSheWanted(Window window) {
        window.open("/jobs");
        assertThat(window.path()).startsWith("/sign-in");
        window.signIn(Running.login(Role.OFFICER), Running.PASSWORD);
        assertThat(window.path()).isEqualTo("/jobs");

        window.press("退出").shows("登录").open("/jobs");
        assertThat(window.path()).startsWith("/sign-in");
    }

    @Test
    @WithoutScripts
    void signsInAndOutWithoutScripts(Window window) {
        window.signIn(Running.login(Role.OFFICER), Running.PASSWORD).shows("OFFICER", "导入");
        window.press("退出").hides("导入");
    }

    @Test
    void aWrongPasswordDoesNotTellWhetherThereIsSuchAnAccount(Running running, Window window) {
        running.account("tries.once", "试一次", Role.OFFICER);
        String known = window.signIn("tries.once", "wrong wrong wrong").words();
        window.shows("账号或密码不对。").everybodyCanUseIt();

        assertThat(window.signIn("tries.never", "wrong wrong wrong").words()).isEqualTo(known);
    }

    @Test
    void locksAfterFiveFailuresEvenForTheRightPassword(Running running, Window window) {
        running.account("tries.often", "试多次", Role.OFFICER);
        for (int i = 0; i < 5; i++) {
            window.signIn("tries.often", "wrong wrong wrong");
        }
        window.shows("失败次数太多").everybodyCanUseIt();

        window.signIn("tries.often", Running.PASSWORD).shows("失败次数太多").hides("退出");
    }

    @Test
    void aDepartmentIsRefusedWhatIsTheOfficers(Window window) {
        window.as(Role.DEPARTMENT).open("/library/pages").hides("导入");
        window.open("/library/import").shows("没有权限", "需要权限请联系系统管理员");
        assertThat(window.status()).isEqualTo(403);
    }

    @Test
    void speaksTheLanguageSheChose(Window window) {
        window.open("/library/statements?words=企业")
                .press("English")
                .shows("Statements")
                .hides("筛选");
        assertThat(window.path()).startsWith("/library/statements?words=");
        window.open("/library/pages").shows("Pages");
        window.press("中文").shows("网页");
    }

    @Test
    void asksForACodeOnceTheSecondStepIsOn(Running running, Window window) {
        running.account("with.code", "有验证码", Role.OFFICER);
        window.signIn("with.code", Running.PASSWORD).press("有验证码 · 政策专员").press("两步验证");
        byte[] secret = Codes.bytes(window.everybodyCanUseIt().wordsAt(".in-order code"));
        window.type("验证码", "000000").press("启用两步验证").shows("验证码不对").everybodyCanUseIt();
        window.type("验证码", Codes.now(secret, 0)).press("启用两步验证").shows("只显示这一次").everybodyCanUseIt();
        window.open("/account/second-factor").shows("恢复码还剩 10 个").everybodyCanUseIt();

        window.press("退出").signIn("with.code", Running.PASSWORD).shows("输入验证码").everybodyCanUseIt();
        window.type("验证码", "wrong").press("登录").shows("验证码不对").everybodyCanUseIt();
        window.type("验证码", Codes.now(secret, 1)).press("登录").shows("退出");
    }

    @Test
    void anAdministratorLetsSomebodyIn(Window window) {
        // a session of its own: it signs out, and the others of this run look at pages with the shared one
        window.signIn(Running.login(Role.ADMINISTRATOR), Running.PASSWORD)
                .open("/accounts")
                .press("新建账号");
        window.type("账号", "新 人")
                .type("姓名", "新来的")
                .press("建立账号")
                .shows("账号只能用小写字母")
                .everybodyCanUseIt();
        window.type("账号", "newcomer").press("建立账号").shows("只显示这一次").everybodyCanUseIt();
        String password = window.wordsAt("code.once");

        window.press("退出").signIn("newcomer", password).shows("请先更改").everybodyCanUseIt();
        window.type("现在的密码", password).type("新密码", "短").type("再输一遍新密码", "长").press("更改密码");
        window.shows("密码至少 10 个字符", "两次输入的新密码不一样").everybodyCanUseIt();
    }

    @Test
    void aKeyboardIsEnough(Window window) {
        window.open("/library/pages").keys(Keys.TAB);
        assertThat(window.words()).contains("跳到正文");
        window.tabTo("登录").enter();
        window.keys(Running.login(Role.OFFICER), Keys.TAB, Running.PASSWORD).enter();
        window.waitForWords("退出");

        window.open("/library/pages").tabTo("灵渠市召开全市科技创新大会").enter();
        window.tabTo("数据 1").enter();
        window.waitForWords("复核记录").keys(Keys.ESCAPE);
        assertThat(window.words()).doesNotContain("复核记录");
        window.keys(Keys.ENTER);
        window.waitForWords("复核记录").tabTo("更正").enter();
        assertThat(window.path()).contains("/correct");
    }
}
