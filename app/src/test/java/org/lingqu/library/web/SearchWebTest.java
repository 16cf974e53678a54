package org.lingqu.library.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.AuditLog;
import org.lingqu.engine.text.PageSource;
import org.lingqu.library.Library;
import org.lingqu.library.LibraryIndex;
import org.lingqu.library.Visibility;
import org.springframework.context.ConfigurableApplicationContext;

/** Search over HTTP, from a real server. */
class SearchWebTest {

    private static final Actor OFFICER = new Actor(1L, "李专员", Role.OFFICER);
    private static final String PASSWORD = "words that mean the same";

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
                <p>2024年，南宁市高新技术企业达到1912家，同比增长12.4%。全市&lt;script&gt;高新技术企业&lt;/script&gt;培育工作稳步推进。</p>
                <p>联系电话0771-5551234。</p></body></html>
                """);
        put("second.txt", Visibility.PUBLIC, "柳州市科技工作情况\n今年以来，全市科技工作稳步推进。\n2023年，柳州市高新技术企业达到1050家。\n");
        put("inside.txt", Visibility.INTERNAL, "南宁市内部通报情况\n今年以来，全市科技工作稳步推进。\n2024年，南宁市高新技术企业达到1899家。\n");
        server.getBean(LibraryIndex.class).catchUp();
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

    private static String q(String words) {
        return URLEncoder.encode(words, UTF_8);
    }

    @Test
    void findsByTheShortNameAndMarksTheLongOne() {
        String page = visitor.get("/search?q=" + q("高企")).body();

        assertThat(page)
                .contains("<mark>高新技术企业</mark>")
                .contains("href=\"/library/pages/1\"")
                .contains("href=\"/library/statements/")
                .contains("同义词")
                .contains("1,912家");
        assertThat(page).doesNotContain("<script>高新").doesNotContain("5551234").doesNotContain("1,899");
        assertThat(officer().get("/search?q=" + q("高企")).body()).contains("1,899家");
    }

    @Test
    void understandsPinyinAndTraditionalCharacters() {
        assertThat(visitor.get("/search?q=gaoxinjishuqiye").body())
                .contains("1,912家")
                .contains("拼音");
        assertThat(visitor.get("/search?q=" + q("高新技術企業")).body()).contains("1,912家");
    }

    @Test
    void filtersStandInTheAddressAndCanBeTakenAway() {
        String page =
                visitor.get("/search?kind=statement&year=2023&q=" + q("高企")).body();

        assertThat(page).contains("1,050家").doesNotContain("1,912家");
        assertThat(page)
                .as("the filter alone can be dropped, the other stays")
                .contains("href=\"/search?q=" + q("高企") + "&amp;year=2023\"")
                .contains("href=\"/search?q=" + q("高企") + "&amp;kind=statement\"");
        assertThat(page)
                .as("the box keeps the filters")
                .contains("<input type=\"hidden\" name=\"year\" value=\"2023\">");
    }

    @Test
    void offersAWayOnWhereNothingIsFound() {
        assertThat(visitor.get("/search?year=1999&q=" + q("高企")).body())
                .contains("没有找到")
                .contains("去掉“年份”")
                .contains("高新技术企业数");
        assertThat(visitor.get("/search?q=" + q("高新计术企业")).body()).contains("是不是要找");
        assertThat(visitor.get("/search?q=" + q("高企 量子")).body())
                .contains("少几个词")
                .contains("高企");
    }

    @Test
    void tellsEverythingThatWasNotUnderstoodAtOnce() {
        assertThat(visitor.get("/search?from=x&to=2024-13&sort=BEST").body())
                .contains("「x」")
                .contains("「2024-13」")
                .contains("「BEST」");
        HttpResponse<String> answer = visitor.get("/api/search?from=x&sort=BEST&size=101&page=0");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("PERIOD_MALFORMED")
                .contains("CHOICE_UNKNOWN")
                .contains("\"size\"")
                .contains("\"page\"");
    }

    @Test
    void answersProgramsAlike() {
        String found =
                visitor.get("/api/search?kind=statement&size=1&q=" + q("高企")).body();

        assertThat(found)
                .contains("\"total\":2")
                .contains("\"why\":\"SYNONYM\"")
                .contains("\"next\":\"/api/search?q=" + q("高企") + "&kind=statement&page=2&size=1\"")
                .contains("\"marks\":[{");
        assertThat(visitor.get("/api/search?article-kind=NEWS&q=" + q("高企")).body())
                .contains("\"chosen\":true");
        assertThat(visitor.get("/api/search?q=1899").body()).doesNotContain("1899家");
        assertThat(visitor.get("/api/openapi.json").body())
                .contains("/api/search")
                .contains("article-kind");
    }

    @Test
    void namesRelatedPagesOnlyToThoseWhoMaySeeThem() {
        String list = visitor.get("/library/pages/1/related?panel=true").body();
        assertThat(list).contains("/library/pages/2").doesNotContain("/library/pages/3");
        assertThat(list).as("a part of a page").doesNotContain("<html");
        assertThat(visitor.get("/library/pages/1/related").body())
                .contains("<html")
                .contains("/library/pages/2");
        assertThat(visitor.get("/library/pages/3/related").statusCode()).isEqualTo(404);
    }

    @Test
    void suggestsWordsOfPublicPagesToVisitors() {
        assertThat(visitor.get("/search/suggest?q=gaox").body()).contains("高新技术企业");
        assertThat(visitor.get("/search/suggest?q=" + q("内部")).body()).isEqualTo("[]");
    }

    @Test
    void aSearchIsFollowedRenamedOpenedAndLeft() {
        Site officer = officer();
        assertThat(visitor.get("/follows").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/search?q=" + q("科技工作")).body()).doesNotContain("action=\"/follows\"");
        assertThat(officer.get("/search?q=" + q("科技工作")).body()).contains("关注这次检索");

        HttpResponse<String> refused = officer.post("/follows", "/follows", Map.of("name", "", "query", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请填写名称").contains("没有检索词也没有条件");

        officer.post("/search", "/follows", Map.of("name", "<b>科技工作</b>", "query", "?q=" + q("科技工作")));
        assertThat(officer.get("/search?q=" + q("科技工作")).body()).contains("已关注");
        put("later.txt", Visibility.PUBLIC, "桂林市科技工作情况\n今年以来，全市科技工作稳步推进。\n2025年，桂林市实施攻关项目77项。\n");
        server.getBean(LibraryIndex.class).catchUp();
        String list = officer.get("/follows").body();
        assertThat(list).contains("&lt;b&gt;科技工作").contains("outcome-new\">1<");
        String open = list.replaceAll("(?s).*action=\"(/follows/[0-9]+)/open\".*", "$1");

        String shown = officer.post("/follows", open + "/open", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(officer.get(shown.replaceFirst("^https?://[^/]+", "")).body())
                .contains("桂林市<mark>")
                .doesNotContain("南宁市<mark>");
        assertThat(officer.get("/follows").body()).doesNotContain("outcome-new");

        officer.post("/follows", open + "/rename", Map.of("name", "科技动态"));
        assertThat(officer.get("/follows").body()).contains("科技动态");
        officer.post("/follows", open + "/delete", Map.of());
        assertThat(officer.get("/follows").body()).contains("还没有关注的检索");
    }

    @Test
    void theListOfSynonymsIsEditedWithAllProblemsAtOnce() throws Exception {
        Site officer = officer();
        String page = officer.get("/search/synonyms").body();
        String seen = page.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(visitor.get("/search/synonyms").statusCode()).isEqualTo(302);

        String wrong = "独词\n灵企\t灵渠企业\n长" + "长".repeat(50) + "\t短\n";
        HttpResponse<String> refused =
                officer.post("/search/synonyms", "/search/synonyms", Map.of("text", wrong, "seen", seen));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("ONE_WORD_ONLY")
                .contains("TOO_LONG")
                .contains("灵企\t灵渠企业");
        assertThat(folder.resolve("synonyms.tsv")).doesNotExist();

        Map<String, String> right = Map.of("text", "榜样企业\t高新技术企业\r\n", "seen", seen);
        assertThat(officer.post("/search/synonyms", "/search/synonyms", right).statusCode())
                .isEqualTo(302);
        assertThat(Files.readString(folder.resolve("synonyms.tsv"))).isEqualTo("榜样企业\t高新技术企业\n");
        assertThat(visitor.get("/search?q=" + q("榜样企业")).body()).contains("1,912家");
        assertThat(server.getBean(AuditLog.class).find(AuditFilter.ALL, 0, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action() + entry.after()).contains("library.synonyms", "榜样企业"));

        HttpResponse<String> late = officer.post("/search/synonyms", "/search/synonyms", right);
        assertThat(late.statusCode())
                .as("the second of two who saw the same list")
                .isEqualTo(409);

        String now =
                officer.get("/search/synonyms").body().replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(officer.post("/search/synonyms", "/search/synonyms/shipped", Map.of("seen", now))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/search?q=" + q("高企")).body()).contains("1,912家");
    }
}
