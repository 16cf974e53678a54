package org.lingqu.policy.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lingqu.TestServer;
import org.lingqu.account.Role;
import org.lingqu.cli.DemoEnterprises;
import org.lingqu.engine.policy.explain.PolicyText;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.library.web.Site;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Enterprises;

/** The catalogue and the page of every policy, in the running application. */
class PolicyPagesTest {

    /** What parts the pieces of a line of PolicyText. */
    private static final Pattern PARTS = Pattern.compile("[　〔〕，：；、\\n]|条件|参数|支持|材料|说明|授予称号|推出事实");

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @SuppressWarnings("NullAway.Init")
    private static Site visitor;

    @SuppressWarnings("NullAway.Init")
    private static Site officer;

    @BeforeAll
    static void start() {
        SERVER.account("one.officer", "李专员", Role.OFFICER);
        new DemoEnterprises(SERVER.bean(Enterprises.class)).fill(150);
        visitor = SERVER.visitor();
        officer = SERVER.signedIn("one.officer");
    }

    private static Document page(Site site, String address) {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static List<String> titles(Document catalogue) {
        return catalogue.select(".catalogue tbody td.policy-cell > a").eachText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Test
    void filtersAreCombinedAndStandInTheAddress() {
        Document found = page(
                visitor,
                "/policies?region=cn&issuer=" + encoded("工业和信息化部") + "&brings=title&who=" + encoded("专精特新中小企业")
                        + "&status=all");
        assertThat(titles(found)).containsOnly("专精特新“小巨人”企业", "专精特新中小企业复核");
        assertThat(found.select("select#who option[selected]").text()).contains("专精特新中小企业");
        assertThat(found.select("select#status option[selected]").text()).contains("全部版本");
        assertThat(found.select("form.filter a[href=/policies]").text()).isEqualTo("清除筛选");
        assertThat(found.select(".catalogue caption").text())
                .contains("共 " + titles(found).size() + " 项");
    }

    @Test
    void nothingFoundIsSaidWithAWayOn() {
        Document none = page(visitor, "/policies?words=" + encoded("没有这样的政策"));
        assertThat(none.select("main").text()).contains("没有符合条件的政策");
        assertThat(none.select("main section a[href=/policies]")).isNotEmpty();
    }

    @Test
    void everybodySeesTheCatalogueAndOnlyStaffTheNumbers() {
        Document everybody = page(visitor, "/policies");
        assertThat(titles(everybody)).contains("高新技术企业认定");
        assertThat(everybody.select("a[href*=/enterprises?]")).isEmpty();
        assertThat(everybody.select("select#sort option[value=apply]")).isEmpty();
        assertThat(page(officer, "/policies").select("a[href*=/enterprises?standing=MET]"))
                .isNotEmpty();
    }

    @Test
    void thoseThatMostCanApplyForComeFirst() {
        List<Integer> counts =
                page(officer, "/policies?sort=apply").select("td.count a[href*=apply=true]").eachText().stream()
                        .map(count -> Integer.parseInt(count.replace(",", "")))
                        .toList();
        assertThat(counts).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(counts.getFirst()).isPositive();
    }

    @Test
    void garbageIsAnsweredWithAPage() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        List<String> values =
                List.of("", "乱", "'", "<b>", "999999", "OPEN", "open", "all", "%", "a".repeat(500), "-1", "null");
        for (int i = 0; i < 60; i++) {
            var address = new StringBuilder("/policies?x=1");
            for (String name : List.of("words", "region", "issuer", "brings", "who", "status", "window", "sort")) {
                address.append('&').append(name).append('=').append(encoded(values.get(random.nextInt(values.size()))));
            }
            assertThat((i % 2 == 0 ? visitor : officer).get(address.toString()).statusCode())
                    .as(address.toString())
                    .isEqualTo(200);
        }
        assertThat(visitor.get("/policies/cn/high-tech?version=" + encoded("乱")).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/policies/cn/..%2f..").statusCode()).isBetween(400, 404);
    }

    @Test
    void nothingThatPolicyTextTellsIsMissingOnThePage() {
        InstalledPack installed = SERVER.bean(InstalledPack.class);
        for (Policy policy : installed.pack().policies()) {
            String page = squeezed(page(visitor, "/policies/" + policy.id() + "?version=" + policy.version())
                    .expectFirst("main"));
            for (String part : PARTS.split(PolicyText.of(policy, installed.facts()), -1)) {
                String words = part.replaceAll("\\s", "");
                boolean ownWriting = words.startsWith("至少满足若干项") // 至少满足 2 项
                        || words.matches("\\d+项|自[0-9-]+(至[0-9-]+|起)|适用地区\\d+|申报时间|得分|.*--\\d\\d-\\d\\d.*");
                // ids, file names and English names are for machines and for English readers
                boolean foreign = words.matches("[\\x21-\\x7e]+") && words.matches(".*[a-zA-Z].*");
                if (!words.isEmpty() && !ownWriting && !foreign) {
                    assertThat(page).as(policy.fullName()).contains(words);
                }
            }
        }
    }

    private static String squeezed(Element part) {
        return part.text().replaceAll("\\s", "");
    }

    @Test
    void eachCriterionHasItsArticleItsSourceAndItsNumbers() {
        Document page = page(officer, "/policies/cn/high-tech");
        Element staff = page.expectFirst("#c-staff");
        assertThat(staff.text()).contains("上年科技人员 / 上年职工总数 ≥ 10%", "32号第十一条（四）", "见于转载", "科技人员.上年 / 职工总数.上年 >= 0.10");
        assertThat(staff.select(".criterion-counts").text()).contains("符合", "不符合", "待补或待确认", "只差这条");
        assertThat(page.expectFirst("#c-field").text()).contains("人工确认");
        assertThat(page.select("#c-rd > ul > li#c-rd-ratio")).hasSize(1);
        assertThat(page(visitor, "/policies/cn/high-tech").select(".criterion-counts"))
                .isEmpty();
    }

    @Test
    void theTableOfContentsLeadsToWhatIsThere() {
        for (Site site : List.of(visitor, officer)) {
            for (String name :
                    List.of("cn/high-tech", "450000/rd-subsidy", "cn/enterprise-size", "450100/overseas-talent")) {
                Document page = page(site, "/policies/" + name);
                assertThat(page.select(".toc a"))
                        .isNotEmpty()
                        .allSatisfy(link -> assertThat(
                                        page.getElementById(link.attr("href").substring(1)))
                                .as(name + link.attr("href"))
                                .isNotNull());
            }
        }
    }

    @Test
    void theTimelineTellsWhatIsNowAndWhatComesNext() {
        Document page = page(visitor, "/policies/cn/rd-super-deduction?version=2023");
        assertThat(page.select(".timeline-table tbody tr")).hasSize(7);
        assertThat(page.select(".timeline-table tr:has(a[aria-current])").text())
                .contains("2023", "本页");
        assertThat(page.select("section:has(#timeline)").text()).contains("接下来：2028 版自 2029-01-01 起施行", "个工作日");
        assertThat(page(visitor, "/policies/cn/high-tech")
                        .select("section:has(#timeline)")
                        .text())
                .contains("没有已知的后续版本", "各省自行安排批次");
    }
}
