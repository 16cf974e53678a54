package org.lingqu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lingqu.TestServer;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.cli.DemoEnterprises;
import org.lingqu.library.web.Site;
import org.lingqu.policy.draft.Draft;
import org.lingqu.policy.draft.Drafts;
import org.lingqu.registry.Enterprises;

/** Where people begin, in the running application. */
class DeskTest {

    private static final Pattern NUMBER = Pattern.compile("[\\d,]+(?= 家)");

    private static final String POLICY = """
            policy: cn/desk-sample
            version: "1"
            title: 示例政策
            english: sample
            document: 示〔2026〕1号
            issuers: [示例局]
            region: "000000"
            valid: {from: 2020-01-01}
            confidence: V2
            criteria:
              - {id: rd, article: 一, says: 研发费用够, require: 研发费用.上年 >= 200 * 万元}
            benefits:
              - {id: grant, article: 二, says: 奖励, amount: 10 * 万元, per: once}
            examples:
              cases:
                - {name: 够, as-of: 2020-01-01, firm: {研发费用: {2019: 200万元}}, expect: met}
            """;

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @SuppressWarnings("NullAway.Init")
    private static Actor author;

    @BeforeAll
    static void start() {
        author = SERVER.account("one.officer", "李专员", Role.OFFICER);
        SERVER.account("two.officer", "王专员", Role.OFFICER);
        SERVER.account("one.auditor", "陈审计", Role.AUDITOR);
        new DemoEnterprises(SERVER.bean(Enterprises.class)).fill(300);
    }

    private static Document page(Site site, String address) {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body(), "http://desk/");
    }

    @Test
    void theSentenceOnTopLeadsToTheFirmsThatItCounts() {
        Site officer = SERVER.signedIn("one.officer");
        Element headline = Objects.requireNonNull(page(officer, "/").selectFirst(".headline a"));

        assertThat(headline.text()).matches("[\\d,]+ 家企业距高新技术企业只差一步，其中 [\\d,]+ 家有明确办法");
        Document list = page(officer, headline.attr("href"));
        assertThat(list.body().text()).contains(number(headline.text()));
        assertThat(list.select("main table tbody tr")).isNotEmpty();
    }

    @Test
    void everyNumberOfTheDeskIsTheLengthOfTheListBehindIt() {
        Site officer = SERVER.signedIn("one.officer");
        var figures = page(officer, "/").select("#desk-expiries ~ ul .desk-figures a");

        assertThat(figures).isNotEmpty();
        for (Element figure : figures) {
            Matcher count = NUMBER.matcher(figure.text());
            assertThat(count.find()).isTrue();
            assertThat(page(officer, figure.attr("href")).select("#count").text())
                    .as(figure.text())
                    .contains(count.group());
        }
    }

    @Test
    void whatWaitsForApprovalIsToldToWhoMayApproveIt() {
        Drafts drafts = SERVER.bean(Drafts.class);
        Draft draft = drafts.begin(author, POLICY, "");
        assertThat(page(SERVER.signedIn("two.officer"), "/").select("#desk-drafts .badge-count"))
                .as("it is still being written")
                .isEmpty();

        assertThat(drafts.submit(author, draft.id(), draft.rowVersion())).isInstanceOf(Drafts.Outcome.Done.class);

        assertThat(page(SERVER.signedIn("two.officer"), "/")
                        .select("#desk-drafts .badge-count")
                        .text())
                .startsWith("1");
        assertThat(page(SERVER.signedIn("one.officer"), "/").select("#desk-drafts .badge-count"))
                .as("nobody approves her own")
                .isEmpty();
        assertThat(page(SERVER.signedIn("one.auditor"), "/").select("#desk-drafts"))
                .as("an auditor approves nothing")
                .isEmpty();
    }

    @Test
    void aVisitorBeginsAtThePagesOfTheLibrary() {
        HttpResponse<String> answer = SERVER.visitor().get("/");

        assertThat(answer.uri().getPath()
                        + answer.headers().firstValue("location").orElse(""))
                .contains("/library/pages");
    }

    private static String number(String text) {
        return text.substring(0, text.indexOf(' '));
    }
}
