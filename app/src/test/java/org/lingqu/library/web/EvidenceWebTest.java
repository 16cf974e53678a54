package org.lingqu.library.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.text.PageSource;
import org.lingqu.library.Library;
import org.lingqu.library.StatementFilter;
import org.lingqu.library.Statements;
import org.lingqu.library.Visibility;
import org.springframework.context.ConfigurableApplicationContext;

/** Pages, statements and reviews over HTTP, from a real server. */
class EvidenceWebTest {

    private static final Actor OFFICER = new Actor(1L, "李专员", Role.OFFICER);
    private static final String PASSWORD = "every number has a source";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static String base;

    private final Site visitor = new Site(base);

    @BeforeAll
    static void start() {
        server = Started.on(folder);
        base = Started.address(server);
        server.getBean(Accounts.class).create(Actor.SYSTEM, "officer", "李专员", "OFFICER", null, PASSWORD, false);
        put("open.html", Visibility.PUBLIC, """
                <html><head><title>南宁市科技工作</title></head><body><h1>南宁市科技工作</h1>
                <p>2024年，南宁市高新技术企业达到1912家，同比增长12.4%。</p>
                <p>2024年，南宁市研发经费投入25.6亿元<script>alert(1)</script>。</p>
                <p>联系人：张某，电话 <a href="tel:07715551234">0771-5551234</a>，手机13912345678。</p>
                </body></html>
                """);
        put("=cmd.txt", Visibility.PUBLIC, """
                =HYPERLINK("http://evil.example","点我")
                2024年，柳州市高新技术企业达到1050家。
                """);
        put("inside.txt", Visibility.INTERNAL, """
                内部通报
                2024年，南宁市高新技术企业达到1899家。
                """);
    }

    private static void put(String name, Visibility visibility, String text) {
        server.getBean(Library.class).put(OFFICER, new PageSource(name, text.getBytes(UTF_8)), null, visibility, null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Site officer() {
        return new Site(base).signIn("officer", PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/library/statements",
                "/library/statements?words=1899",
                "/library/statements?review=ANY&sort=LARGEST",
                "/library/statements/conflicts",
                "/library/statements.csv?review=ANY",
                "/library/statements/indicators?q=高",
                "/api/statements?review=ANY",
                "/api/pages"
            })
    void visitorsReadNothingOfInternalPages(String path) {
        String address = path.replace("高", "%E9%AB%98");
        HttpResponse<String> answer = visitor.get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain("1899家")
                .doesNotContain("1,899")
                .doesNotContain("内部通报");
    }

    @Test
    void theOfficerReadsInternalPagesToo() {
        Site officer = officer();

        assertThat(officer.get("/library/statements").body()).contains("1,899家");
        assertThat(officer.get("/library/statements/conflicts").body())
                .contains("1,899家")
                .contains("1,912家");
        assertThat(officer.get("/library/pages/3").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/library/pages/3").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/library/pages/3/original").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/pages/3").statusCode()).isEqualTo(404);
        long inside = statement("1899");
        assertThat(visitor.get("/library/statements/" + inside).statusCode()).isEqualTo(404);
    }

    private static long statement(String words) {
        return server.getBean(Statements.class).find(OFFICER, StatementFilter.ALL, 0, 100).stream()
                .filter(found -> found.statement().reading().quote().contains(words))
                .findFirst()
                .orElseThrow()
                .statement()
                .id();
    }

    @Test
    void marksStatementsInTheTextAndRunsNothingOfThePage() {
        String page = visitor.get("/library/pages/1").body();

        assertThat(page).contains("m-figure").contains("data-statement=").doesNotContain("<script>alert");
        assertThat(page).contains("href=\"/library/statements/" + statement("1912"));
    }

    @Test
    void showsTheOriginalAsTextWithPersonalDataMasked() {
        String original =
                visitor.get("/library/pages/1/original?s=" + statement("1912")).body();

        assertThat(original).contains("&lt;h1").contains("m-here").contains("id=\"here\"");
        assertThat(original)
                .doesNotContain("<script>alert")
                .doesNotContain("13912345678")
                .doesNotContain("5551234");
    }

    @Test
    void givesTheBytesToStaffOnlyAndNeverAsAPage() {
        assertThat(visitor.get("/library/pages/1/file").statusCode()).isEqualTo(302);

        HttpResponse<byte[]> file = officer().bytes("/library/pages/1/file");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
    }

    @Test
    void exportsWhatIsShownWithItsCitations() throws IOException {
        String csv = visitor.get("/library/statements.csv?region=450200").body();

        assertThat(csv).startsWith("\ufeff指标,");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("1,050家").contains(",1050,家,").contains(base + "/library/statements/");
        assertThat(csv).as("no formula begins a cell").doesNotContain(",=").doesNotContain("\"=");
        List<Row> rows =
                sheet(visitor.bytes("/library/statements.xlsx?region=450200").body());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("1050");
        assertThat(rows.get(1).getCellText(14)).doesNotStartWith("=");
    }

    private static List<Row> sheet(byte[] bytes) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.toList();
        }
    }

    @Test
    void correctsAndWithdrawsAndTellsAllMistakesAtOnce() {
        Site officer = officer();
        String here = "/library/statements/" + statement("1050");
        assertThat(visitor.post(here, here + "/confirm", Map.of("seen", "0")).statusCode())
                .isIn(302, 403);

        HttpResponse<String> refused = officer.post(
                here + "/correct",
                here + "/correct",
                Map.of("seen", "0", "indicator", "", "value", "x", "unit", "家", "period", "2024", "status", "ACTUAL"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请填写指标").contains("不是数字");

        var right = Map.of(
                "seen",
                "0",
                "indicator",
                "高新技术企业数",
                "value",
                "１，０５１",
                "unit",
                "家",
                "period",
                "2024",
                "status",
                "ACTUAL",
                "region",
                "柳州市",
                "note",
                "<b>核对过</b>");
        assertThat(officer.post(here + "/correct", here + "/correct", right).statusCode())
                .isEqualTo(302);
        String after = officer.get(here).body();
        assertThat(after).contains("1,051家").contains("1,050家").contains("李专员").contains("&lt;b&gt;核对过");

        assertThat(officer.post(here + "/correct", here + "/correct", right).statusCode())
                .as("the second of two who saw the same state")
                .isEqualTo(409);
        String seen = after.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        assertThat(officer.post(here, here + "/withdraw", Map.of("seen", seen)).statusCode())
                .isEqualTo(302);
        assertThat(officer.get(here).body()).contains("1,050家");
    }

    @Test
    void tellsProgramsEverythingThatIsWrongAtOnce() {
        HttpResponse<String> answer = visitor.get("/api/statements?from=x&kind=Y&size=1000");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("PERIOD_MALFORMED")
                .contains("CHOICE_UNKNOWN")
                .contains("PAGE_OUT_OF_RANGE");
    }

    @Test
    void describesItselfToPrograms() {
        assertThat(visitor.get("/api/openapi.json").body())
                .contains("/api/statements")
                .contains("/api/pages/{id}")
                .contains("行政区划代码")
                .doesNotContain("\"actor\"");
        assertThat(visitor.get("/api/statements?region=450200").body())
                .contains("\"value\":\"1050\"")
                .contains("\"regionCode\":\"450200\"");
    }
}
