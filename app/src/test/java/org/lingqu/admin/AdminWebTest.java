package org.lingqu.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Codes;
import org.lingqu.account.Role;
import org.lingqu.library.web.Site;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts, sessions, second factors and the audit record over HTTP, from a real server. */
class AdminWebTest {

    private static final String PASSWORD = "nobody sees what is not his";
    private static final Pattern KEY = Pattern.compile("<code class=\"break\">([A-Z2-7]+)</code>");
    private static final Pattern ONCE = Pattern.compile("<code class=\"once\">([^<]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([^<]+)</code></li>");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static String base;

    @BeforeAll
    static void start() {
        server = Started.on(folder);
        base = Started.address(server);
        account("chief", Role.ADMINISTRATOR);
        account("auditor", Role.AUDITOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long account(String login, Role role) {
        assertThat(accounts().create(Actor.SYSTEM, login, "某" + login, role.name(), null, PASSWORD, false))
                .isEmpty();
        return id(login);
    }

    private static Accounts accounts() {
        return server.getBean(Accounts.class);
    }

    private static long id(String login) {
        return accounts().byLogin(login).orElseThrow().id();
    }

    private static Site as(String login) {
        return new Site(base).signIn(login, PASSWORD);
    }

    @Test
    void aNewAccountGetsAPasswordThatIsShownOnceAndMustBeChanged() {
        Site chief = as("chief");
        HttpResponse<String> made = chief.post(
                "/accounts/new",
                "/accounts",
                Map.of("login", "fresh", "name", "新人", "role", "OFFICER", "organisation", "科技局"));
        String place = made.headers().firstValue("Location").orElseThrow();
        assertThat(place).contains("/accounts/" + id("fresh"));

        String password = first(ONCE, chief.get(place.replace(base, "")).body());
        assertThat(chief.get("/accounts/" + id("fresh")).body()).doesNotContain(password);
        Site fresh = new Site(base).signIn("fresh", password);
        assertThat(fresh.get("/library/import").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/account/password"));
    }

    @Test
    void everythingWrongWithANewAccountIsToldAtOnce() {
        HttpResponse<String> refused =
                as("chief").post("/accounts/new", "/accounts", Map.of("login", "A b", "name", " ", "role", "KING"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("账号只能用").contains("请填写姓名").contains("请选择角色");
    }

    @Test
    void aChangeCountsFromTheNextClickOn() {
        long id = account("moved", Role.OFFICER);
        Site moved = as("moved");
        assertThat(moved.get("/library/import").statusCode()).isEqualTo(200);
        Site chief = as("chief");

        change(chief, id, Map.of("name", "某moved", "role", "DEPARTMENT", "active", "true"));
        assertThat(moved.get("/library/import").statusCode()).isEqualTo(403);

        change(chief, id, Map.of("name", "某moved", "role", "DEPARTMENT"));
        assertThat(moved.get("/account").statusCode()).isEqualTo(302);
    }

    private static HttpResponse<String> change(Site chief, long id, Map<String, String> fields) {
        String seen = chief.get("/accounts/" + id).body().replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        var all = new java.util.HashMap<>(fields);
        all.put("seen", seen);
        return chief.post("/accounts/" + id, "/accounts/" + id, all);
    }

    @Test
    void theLastAdministratorStays() {
        HttpResponse<String> refused =
                change(as("chief"), id("chief"), Map.of("name", "某chief", "role", "OFFICER", "active", "true"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("最后一位系统管理员");
        assertThat(accounts().byLogin("chief").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void whoChangedALittleEarlierIsNotOverwritten() {
        long id = account("both", Role.OFFICER);
        Site chief = as("chief");
        var mine = Map.of("name", "甲", "role", "OFFICER", "active", "true", "seen", "1");
        assertThat(chief.post("/accounts/" + id, "/accounts/" + id, mine).statusCode())
                .isEqualTo(302);

        HttpResponse<String> late = chief.post(
                "/accounts/" + id,
                "/accounts/" + id,
                Map.of("name", "乙", "role", "OFFICER", "active", "true", "seen", "1"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("刚被别人改过").contains("乙");
        assertThat(accounts().byId(id).orElseThrow().name()).isEqualTo("甲");
    }

    @Test
    void sessionsAreSeenAndEnded() {
        long id = account("twice", Role.OFFICER);
        Site one = as("twice");
        Site other = as("twice");
        assertThat(one.get("/account").body()).contains("当前设备").contains("结束其他所有登录");

        one.post("/account", "/account/end-sessions", Map.of());
        assertThat(one.get("/account").statusCode()).isEqualTo(200);
        assertThat(other.get("/account").statusCode()).isEqualTo(302);

        as("chief").post("/accounts/" + id, "/accounts/" + id + "/end-sessions", Map.of());
        assertThat(one.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        account("victim", Role.OFFICER);
        account("thief", Role.OFFICER);
        Site victim = as("victim");
        String key = server.getBean(org.lingqu.account.Sessions.class)
                .of(id("victim"))
                .getFirst()
                .key();

        as("thief").post("/account", "/account/end-sessions", Map.of("key", key));

        assertThat(victim.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        account("changer", Role.OFFICER);
        Site one = as("changer");
        Site other = as("changer");

        one.post(
                "/account/password",
                "/account/password",
                Map.of("old", PASSWORD, "fresh", "another sentence of hers", "repeated", "another sentence of hers"));

        assertThat(one.get("/account").statusCode()).isEqualTo(200);
        assertThat(other.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aLockIsOpenedByAnAdministrator() {
        long id = account("locked", Role.OFFICER);
        for (int i = 0; i < 5; i++) {
            new Site(base).post("/sign-in", "/sign-in", Map.of("login", "locked", "password", "no no no no"));
        }
        Site chief = as("chief");
        assertThat(chief.get("/accounts?state=LOCKED").body()).contains("/accounts/" + id);

        chief.post("/accounts/" + id, "/accounts/" + id + "/unlock", Map.of());

        assertThat(as("locked").get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void signingInAsksForACodeOnceOneIsSetUp() {
        long id = account("coded", Role.OFFICER);
        Site coded = as("coded");
        byte[] secret =
                Codes.bytes(first(KEY, coded.get("/account/second-factor").body()));
        String body = confirm(coded, Codes.now(secret, 0)).body();
        List<String> recovery =
                RECOVERY.matcher(body).results().map(found -> found.group(1)).toList();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

        assertThat(code(Codes.now(secret, 0)).statusCode())
                .as("the code that was seen")
                .isEqualTo(422);
        assertThat(code(Codes.now(secret, 1)).statusCode()).as("the next").isEqualTo(302);
        assertThat(code(Codes.now(secret, 1)).statusCode()).as("the same again").isEqualTo(422);
        assertThat(code(recovery.getFirst()).statusCode()).isEqualTo(302);
        assertThat(code(recovery.getFirst()).statusCode()).as("used").isEqualTo(422);
        assertThat(code(recovery.getLast().toUpperCase(java.util.Locale.ROOT)).statusCode())
                .isEqualTo(302);

        as("chief").post("/accounts/" + id, "/accounts/" + id + "/second-factor", Map.of());
        assertThat(as("coded").get("/account").statusCode()).isEqualTo(200);
        assertThat(as("auditor").get("/audit?kind=account&subject=coded").body())
                .contains("两步验证");
    }

    private static HttpResponse<String> confirm(Site site, String code) {
        return site.post("/account/second-factor", "/account/second-factor", Map.of("action", "confirm", "code", code));
    }

    private static HttpResponse<String> code(String code) {
        var site = new Site(base);
        HttpResponse<String> half = site.post("/sign-in", "/sign-in", Map.of("login", "coded", "password", PASSWORD));
        assertThat(half.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in/code"));
        assertThat(site.get("/account").statusCode())
                .as("half signed in is not signed in")
                .isEqualTo(302);
        return site.post("/sign-in/code", "/sign-in/code", Map.of("code", code));
    }

    @Test
    void wrongCodesLockAsWrongPasswordsDo() {
        account("guessed", Role.OFFICER);
        Site own = as("guessed");
        byte[] secret = Codes.bytes(first(KEY, own.get("/account/second-factor").body()));
        confirm(own, Codes.now(secret, 0));
        var site = new Site(base);
        int last = 0;
        for (int i = 0; i < 5; i++) {
            site.post("/sign-in", "/sign-in", Map.of("login", "guessed", "password", PASSWORD));
            last = site.post("/sign-in/code", "/sign-in/code", Map.of("code", "wrong"))
                    .statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(site.post("/sign-in/code", "/sign-in/code", Map.of("code", Codes.now(secret, 1)))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void theRecordIsReadByTheAuditorAndChangedByNobody() throws IOException {
        Site chief = as("chief");
        chief.post(
                "/accounts/new",
                "/accounts",
                Map.of("login", "formula", "name", "=HYPERLINK(\"x\")", "role", "EXPERT"));
        Site auditor = as("auditor");

        assertThat(auditor.get("/audit?name=某chief&action=account.".replace("某", "%E6%9F%90"))
                        .body())
                .contains("建立账号")
                .contains("formula");
        assertThat(auditor.get("/audit?from=2020-13-01").body()).contains("不是日期");
        assertThat(auditor.get("/audit?to=2020-01-01").body()).contains("没有符合条件的记录");
        String csv = auditor.get("/audit.csv?kind=account&subject=formula").body();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).doesNotContain(",=").doesNotContain(",\"=");
        List<Row> rows =
                sheet(auditor.bytes("/audit.xlsx?kind=account&subject=formula").body());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).getCellText(8)).contains("formula");

        HttpResponse<String> checking = auditor.post("/audit", "/audit/verify", Map.of());
        String job = checking.headers().firstValue("Location").orElseThrow().replace(base, "");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(1))
                .until(() -> auditor.get(job).body().contains("完整："));
        assertThat(auditor.get("/audit").body()).contains("核对过，完整无缺");
    }

    private static List<Row> sheet(byte[] bytes) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.toList();
        }
    }

    private static String first(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }
}
