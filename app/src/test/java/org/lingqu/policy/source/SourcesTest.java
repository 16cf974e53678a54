package org.lingqu.policy.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lingqu.TestServer;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.text.PageSource;
import org.lingqu.library.DocumentNumber;
import org.lingqu.library.DocumentPage;
import org.lingqu.library.DocumentPages;
import org.lingqu.library.Library;
import org.lingqu.library.Visibility;
import org.lingqu.library.search.Indexer;
import org.lingqu.library.web.Site;

/** What the library holds of a policy's document stands on its page: the pages of the demonstration, and some more. */
class SourcesTest {

    private static final Path DEMO = Path.of("..", "regions", "demo", "pages");
    private static final DocumentNumber HIGH_TECH = new DocumentNumber("国科发火", 2016, 32);
    private static final Actor OFFICER = new Actor(7L, "李专员", Role.OFFICER);

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @SuppressWarnings("NullAway.Init")
    private static Site visitor;

    @SuppressWarnings("NullAway.Init")
    private static Site officer;

    @BeforeAll
    static void start() throws IOException {
        SERVER.account("one.officer", "李专员", Role.OFFICER);
        try (Stream<Path> pages = Files.list(DEMO)) {
            for (Path page : pages.sorted().toList()) {
                put(page.getFileName().toString(), Visibility.PUBLIC, Files.readAllBytes(page));
            }
        }
        put(
                "内部.txt",
                Visibility.INTERNAL,
                "内部研究材料\n2026年2月1日\n国科发火【2016】32号执行中遇到的问题，请各科室研究后于月底前反馈意见。\n".getBytes(UTF_8));
        put("空格.txt", Visibility.PUBLIC, "关于认定工作的说明\n认定依据是国科发火 〔2016〕 32 号文件，各县区要认真执行，做好服务。\n".getBytes(UTF_8));
        SERVER.bean(Indexer.class).catchUp();
        visitor = SERVER.visitor();
        officer = SERVER.signedIn("one.officer");
    }

    private static void put(String name, Visibility visibility, byte[] bytes) {
        SERVER.bean(Library.class).put(OFFICER, new PageSource(name, bytes), null, visibility, null);
    }

    private static List<DocumentPage> pages(Actor actor) {
        return SERVER.bean(DocumentPages.class)
                .of(actor, List.of(HIGH_TECH), 20)
                .orElseThrow();
    }

    private static Document page(Site site, String address) {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void theDocumentItselfComesBeforeThoseThatNameIt() {
        List<DocumentPage> pages = pages(OFFICER);
        assertThat(pages.getFirst().itself()).isTrue();
        assertThat(pages.getFirst().title()).startsWith("高新技术企业认定管理办法");
        assertThat(pages.subList(1, pages.size())).isNotEmpty().noneMatch(DocumentPage::itself);
        assertThat(pages).extracting(DocumentPage::title).contains("2026年高新技术企业申报问答", "关于认定工作的说明");
    }

    @Test
    void quotedWordsStandInTheTextWhereTheySayTheyDo() {
        for (DocumentPage page : pages(OFFICER)) {
            assertThat(page.itself() || !page.named().isEmpty())
                    .as(page.title())
                    .isTrue();
            assertThat(page.named()).allSatisfy(citation -> {
                assertThat(page.text().substring(citation.start(), citation.end()))
                        .isEqualTo(citation.words());
                assertThat(HIGH_TECH.placesIn(citation.words())).hasSize(1);
            });
        }
    }

    @Test
    void aVisitorSeesNoHiddenPage() {
        assertThat(pages(OFFICER)).anyMatch(page -> page.visibility() == Visibility.INTERNAL);
        assertThat(pages(Actor.VISITOR)).isNotEmpty().allMatch(page -> page.visibility() == Visibility.PUBLIC);
        assertThat(page(officer, "/policies/cn/high-tech")
                        .select("section:has(#sources)")
                        .text())
                .contains("内部研究材料", "遇到的问题");
        assertThat(page(visitor, "/policies/cn/high-tech").text()).doesNotContain("内部研究材料", "遇到的问题");
    }

    @Test
    void aCriterionQuotesItsArticleAndTheQuoteLeadsToItsPlace() {
        Element quote = page(visitor, "/policies/cn/high-tech").expectFirst("#c-staff details.quoted");
        assertThat(quote.select("blockquote").text()).startsWith("（四）做研发和相关技术创新的科技人员");
        String address = quote.select("a").attr("href");
        Document there = page(visitor, address.replaceAll("#.*", ""));
        Element here = there.expectFirst("#here");
        assertThat(here.select(".m-here").text().replaceAll("\\s", ""))
                .isEqualTo(quote.select("blockquote").text().replaceAll("\\s", ""));
    }

    @Test
    void whatNameMentionsTheNumberIsLinkedToItsPlace() {
        Element sources = page(visitor, "/policies/cn/high-tech").expectFirst("section:has(#sources)");
        assertThat(sources.text()).contains("文件本身", "提到这个文号", "国科发火〔2016〕195号", "灵渠市科学技术局", "2026-03-18");
        String address = sources.expectFirst("a[href*=from=]").attr("href");
        assertThat(page(visitor, address.replaceAll("#.*", "")).select("#here .m-here"))
                .isNotEmpty();
    }

    @Test
    void whereNothingIsHeldThatIsSaidWithAWayOn() {
        Element none = page(officer, "/policies/cn/little-giant").expectFirst("section:has(#sources)");
        assertThat(none.text()).contains("库中没有您能看到的网页");
        assertThat(none.select("a[href=/library/import]")).isNotEmpty();
        assertThat(page(visitor, "/policies/cn/little-giant").select("section:has(#sources) a[href=/library/import]"))
                .isEmpty();
        assertThat(page(visitor, "/policies/440300/innovation-voucher")
                        .select("section:has(#sources)")
                        .text())
                .contains("没有文号");
    }

    @Test
    void wordsOfAnEarlierVersionAreNotMarkedSomewhereElse() {
        put("两版.txt", Visibility.PUBLIC, "关于归集的说明\n按财税〔2018〕99号执行，各单位认真落实。\n".getBytes(UTF_8));
        put("两版.txt", Visibility.PUBLIC, "关于归集口径的说明\n这里改过了。按财税〔2018〕99号执行，各单位认真落实。\n".getBytes(UTF_8));
        SERVER.bean(Indexer.class).catchUp();
        DocumentPage page = SERVER.bean(DocumentPages.class)
                .of(Actor.VISITOR, List.of(new DocumentNumber("财税", 2018, 99)), 5)
                .orElseThrow()
                .getFirst();
        assertThat(page.version()).isEqualTo(2);
        Document old = page(visitor, "/library/pages/" + page.page() + "?version=1&from=10&to=20");
        assertThat(old.select(".m-here")).isEmpty();
        assertThat(old.select(".notice a[href$=/versions/1]")).isNotEmpty();
        for (String garbage :
                List.of("version=2&from=-5&to=99999", "version=2&from=50&to=10", "version=9&from=1&to=2")) {
            page(visitor, "/library/pages/" + page.page() + "?" + garbage);
        }
    }
}
