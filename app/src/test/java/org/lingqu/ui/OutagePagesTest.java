package org.lingqu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.library.web.Site;
import org.springframework.context.ConfigurableApplicationContext;

/** What a person sees when nothing can be kept: the disk is full or read-only, the database is gone, a file is too large. */
class OutagePagesTest {

    private static final String PASSWORD = "nothing is lost on a full disk";
    private static final int MANY = 500;
    private static final int POOLED = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static Site administrator;

    @BeforeAll
    static void start() {
        server = application(folder.resolve("file"), Map.of());
        administrator = signedIn(server);
    }

    private static ConfigurableApplicationContext application(Path data, Map<String, Object> more) {
        return Started.on(
                data,
                more,
                "--spring.servlet.multipart.max-file-size=1MB",
                "--spring.servlet.multipart.max-request-size=2MB");
    }

    private static Site signedIn(ConfigurableApplicationContext in) {
        Accounts accounts = in.getBean(Accounts.class);
        accounts.create(Actor.SYSTEM, "admin", "管理员", "ADMINISTRATOR", null, PASSWORD, false);
        accounts.create(Actor.SYSTEM, "officer", "李专员", "OFFICER", null, PASSWORD, false);
        return site(in).signIn("admin", PASSWORD);
    }

    private static Site site(ConfigurableApplicationContext in) {
        return new Site(Started.address(in));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> account(Site by, String login) {
        return by.post(
                "/accounts/new",
                "/accounts",
                Map.of("login", login, "name", "新来的人".repeat(20), "role", "OFFICER", "organisation", "科技局".repeat(60)));
    }

    private static int accounts() {
        return server.getBean(Database.class).read(in -> in.fetchCount(org.jooq.impl.DSL.table("account_person")));
    }

    @Test
    void aFullDiskIsToldAndWhatWasKeptCanStillBeRead() {
        Database database = server.getBean(Database.class);
        database.change(in -> in.execute("pragma max_page_count = "
                + in.fetchOptional("pragma page_count").orElseThrow().get(0)));

        HttpResponse<String> answer = account(administrator, "full0");
        int before = accounts();
        for (int i = 1; answer.statusCode() < 500 && i < MANY; i++) { // until the last page of the file is full
            before = accounts();
            answer = account(administrator, "full" + i);
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("磁盘已满", "已经保存的内容没有受到影响").doesNotContain("SQLITE", "Exception");
        assertThat(accounts()).isEqualTo(before);
        assertThat(administrator.get("/accounts").statusCode()).isEqualTo(200);

        database.change(in -> in.execute("pragma max_page_count = 1073741823"));
        assertThat(account(administrator, "afterwards").statusCode()).isLessThan(400);
        assertThat(accounts()).isEqualTo(before + 1);
    }

    @Test
    void aDatabaseThatIsReadOnlyAndThenGoneIsTold() throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        try (ConfigurableApplicationContext remote = application(
                folder.resolve("server"), Map.of("lingqu.db.url", postgres.getJdbcUrl("postgres", "postgres")))) {
            Site site = signedIn(remote);
            assertThat(site.get("/library/pages").statusCode()).isEqualTo(200);

            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter database postgres set default_transaction_read_only = on");
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
            }
            HttpResponse<String> refused = account(site, "unwritten");
            for (int i = 0; i < POOLED && !refused.body().contains("只能查看"); i++) { // connections that ended
                refused = account(site, "unwritten");
            }
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("暂时只能查看").doesNotContain("postgres", "Exception");
            assertThat(site.get("/accounts").statusCode()).isEqualTo(200);

            postgres.close();

            HttpResponse<String> page = site.get("/library/pages");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("暂时无法使用", "请稍后再试").doesNotContain("postgres", "Exception");
            HttpResponse<String> data = site.get("/api/pages");
            assertThat(data.statusCode()).isEqualTo(503);
            assertThat(data.body()).contains("\"code\":\"GONE\"");
        } finally {
            postgres.close();
        }
    }

    @Test
    void anUploadThatIsTooLargeIsToldAndNothingIsKept() {
        Site officer = site(server).signIn("officer", PASSWORD);
        for (int size : new int[] {1_500_000, 3_000_000}) { // one file too large; the request too large
            HttpResponse<String> answer =
                    officer.upload("/library/import", "/library/import/upload", "files", "大.html", new byte[size]);
            assertThat(answer.statusCode()).as("%d bytes", size).isEqualTo(413);
            assertThat(answer.body()).contains("文件太大", "请分几次上传").doesNotContain("Exception");
        }
        HttpResponse<String> form =
                officer.post("/calendar", "/calendar/mail", Map.of("address", "a".repeat(3_000_000)));
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(form.body()).contains("提交的内容太多", "请删减后再提交");
        HttpResponse<String> list =
                officer.upload("/enterprises/import", "/enterprises/import", "file", "名单.xlsx", new byte[1_500_000]);
        assertThat(list.statusCode()).isEqualTo(413);
        assertThat(officer.get("/library/import").body()).doesNotContain("大.html");
    }

    @Test
    void anAddressThatTheServerCannotReadHasAPageOfItsOwn() throws IOException {
        var address = URI.create(Started.address(server));
        for (String path : List.of("/%00", "/library/pages/%zz", "/a\\b")) {
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer)
                        .as(path)
                        .startsWith("HTTP/1.1 400")
                        .contains("地址无法识别", "Content-Security-Policy")
                        .doesNotContain("Tomcat", "Exception");
            }
        }
    }
}
