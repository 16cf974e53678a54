package org.lingqu.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.cli.DemoEnterprises;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.library.web.Site;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.trial.TrialAnswer;
import org.lingqu.policy.trial.TrialFigure;
import org.lingqu.policy.trial.TrialQuestion;
import org.lingqu.policy.trial.Trials;
import org.lingqu.registry.Enterprises;
import org.lingqu.whatif.WhatIf;
import org.springframework.context.ConfigurableApplicationContext;

/** Other figures tried on the enterprises of the demonstration region, in the running application. */
class WhatIfWebTest {

    private static final String PASSWORD = "every number has a source";
    private static final String PAGE = "/policies/cn/high-tech/what-if";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static String base;

    @BeforeAll
    static void start() {
        server = Started.on(folder, Started.WITH_POLICIES);
        base = Started.address(server);
        Accounts accounts = server.getBean(Accounts.class);
        for (Role role : List.of(Role.OFFICER, Role.DEPARTMENT, Role.ADMINISTRATOR, Role.ENTERPRISE)) {
            accounts.create(Actor.SYSTEM, login(role), role.name(), role.name(), null, PASSWORD, false);
        }
        new DemoEnterprises(server.getBean(Enterprises.class)).fill(400);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String login(Role role) {
        return "one." + role.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Site as(Role role) {
        return new Site(base).signIn(login(role), PASSWORD);
    }

    private static Trials trials() {
        return server.getBean(Trials.class);
    }

    private static TrialAnswer answer(Policy policy, Map<String, String> parameters) {
        return trials().answer(TrialQuestion.of(policy, parameters), "一", "二");
    }

    /** A few figures of every policy, set somewhere on their sliders: the result is the point of the curve. */
    @Test
    void aFigureCountsAsItsPointOfTheCurve() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        int compared = 0;
        for (Policy policy : server.getBean(Opportunities.class).board().policies()) {
            List<TrialFigure> figures = answer(policy, Map.of()).figures().stream()
                    .filter(figure -> figure.slider() != null)
                    .toList();
            for (int i = 0; i < 2 && !figures.isEmpty(); i++) {
                TrialFigure figure = figures.get(random.nextInt(figures.size()));
                TrialFigure.Slider slider = Objects.requireNonNull(figure.slider());
                BigDecimal value = slider.least()
                        .add(slider.step().multiply(BigDecimal.valueOf(random.nextInt(400))))
                        .min(slider.most());
                String name = figure.threshold().name();
                TrialAnswer tried = answer(policy, Map.of("a." + name, value.toPlainString(), "curve", name));
                WhatIf whatIf = tried.whatIf();
                if (whatIf == null) {
                    assertThat(tried.problems()).isNotEmpty(); // bands that no longer meet
                    continue;
                }
                BigDecimal inYuan = figure.threshold().unit().toBase(value);
                ThresholdCurve.Point point = whatIf.curve().getFirst().result().points().stream()
                        .filter(each -> each.value().compareTo(inYuan) == 0)
                        .findFirst()
                        .orElseThrow();
                var after = whatIf.outcomes().getFirst().change().total().after();
                assertThat(point.met())
                        .as("%s %s=%s, seed %d", policy.fullName(), name, value, seed)
                        .isEqualTo(after.met());
                assertThat(point.possible()).as(name).isEqualTo(after.met() + after.open());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(15);
    }

    @Test
    void everyPlaceOfASliderIsCounted() {
        Site officer = as(Role.OFFICER);
        HttpResponse<String> staff = officer.get(PAGE + "/curve?version=2016&a.rd-ratio.1=0.01&figure=a.staff.1");
        List<String> values = List.of(told(staff, "values").split(" "));
        List<String> met = List.of(told(staff, "met").split(" "));
        assertThat(values).hasSizeGreaterThan(200).hasSameSizeAs(met).contains("0.1", "0.1025");
        for (String value : List.of("0.1", "0.1375", "0.0325")) {
            WhatIf whatIf = Objects.requireNonNull(
                    answer(trials().version("cn/high-tech", "2016"), Map.of("a.rd-ratio.1", "0.01", "a.staff.1", value))
                            .whatIf());
            assertThat(met.get(values.indexOf(value)))
                    .as(value)
                    .isEqualTo(Long.toString(whatIf.outcomes()
                            .getFirst()
                            .change()
                            .total()
                            .after()
                            .met()));
        }
        assertThat(officer.get(PAGE + "/curve?version=2016&figure=a.rd-ratio.border.1")
                        .statusCode())
                .as("a border of bands is decided value by value, where somebody asks for it")
                .isEqualTo(204);
        assertThat(officer.get(PAGE + "/curve?version=2016&a.rd-ratio.1=x&figure=a.staff.1")
                        .statusCode())
                .isEqualTo(204);
        assertThat(officer.get(PAGE + "/curve?version=2016&figure=nothing").statusCode())
                .isEqualTo(404);
    }

    private static String told(HttpResponse<String> answer, String name) {
        var found = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    @Test
    void groupsAddUpToTheWhole() {
        Policy policy = trials().version("cn/high-tech", "");
        WhatIf whatIf = Objects.requireNonNull(
                answer(policy, Map.of("a.rd-ratio.1", "0.01", "a.staff", "1%")).whatIf());
        var outcome = whatIf.outcomes().getFirst();
        assertThat(outcome.groups().keySet())
                .extracting(each -> each.title())
                .containsExactly("行业大类", "企业规模", "园区", "注册地");
        outcome.groups().forEach((grouping, groups) -> {
            assertThat(groups.stream().mapToLong(group -> group.firms()).sum())
                    .isEqualTo(server.getBean(Opportunities.class).board().enterprises());
            assertThat(groups.stream().mapToLong(group -> group.gained()).sum())
                    .as(grouping.title())
                    .isEqualTo(outcome.change().total().gained());
        });
        assertThat(outcome.groups().entrySet().stream()
                        .filter(each -> each.getKey().title().equals("企业规模"))
                        .flatMap(each -> each.getValue().stream())
                        .map(group -> group.codes().getFirst()))
                .as("sizes are worked out")
                .contains("小型", "微型");
    }

    @Test
    void aQuestionHasOneAddress() {
        HttpResponse<String> answer =
                as(Role.OFFICER).get(PAGE + "?version=2016&a.rd-ratio.1=4.5%25&a.rd-ratio.2=0.04&a.staff=&curve=");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith(PAGE + "?version=2016&a.rd-ratio.1=4.5%25");
    }

    @Test
    void everythingWrongIsToldAtOnceAndNothingIsTried() {
        HttpResponse<String> answer = as(Role.OFFICER)
                .get(
                        PAGE
                                + "?version=2016&two=true&a.rd-ratio.1=xx&a.nothing=1&b.rd-ratio.border.1=5%25&b.rd-ratio.border.2=1");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("NOT_A_NUMBER", "「<span class=\"break\">xx</span>」", "UNKNOWN_THRESHOLD", "先改好上面的问题")
                .contains("value=\"xx\"", "value=\"5%\"")
                .doesNotContain("what-if.xlsx");
        HttpResponse<String> bands = as(Role.OFFICER).get(PAGE + "?version=2016&a.rd-ratio.border.1=30000");
        assertThat(bands.statusCode()).isEqualTo(422);
        assertThat(bands.body()).contains("UNREACHABLE_BAND");
    }

    @Test
    void theFilesSayWhatThePageSays() throws IOException {
        String query = "?version=2016&two=true&a.rd-ratio.1=0.01&b.rd-ratio.1=0.2&curve=rd-ratio.1";
        Site site = as(Role.OFFICER);
        String page = site.get(PAGE + query).body();
        HttpResponse<byte[]> file = site.bytes(PAGE + ".xlsx" + query);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
            var totals = book.findSheet("汇总").orElseThrow().read();
            WhatIf whatIf = Objects.requireNonNull(answer(
                            trials().version("cn/high-tech", "2016"),
                            Map.of("two", "true", "a.rd-ratio.1", "0.01", "b.rd-ratio.1", "0.2"))
                    .whatIf());
            long met = whatIf.outcomes().getFirst().change().total().after().met();
            assertThat(totals.get(1).getCell(3).asNumber().longValue()).isEqualTo(met);
            assertThat(totals.get(1).getCellText(0)).contains("方案一");
            assertThat(page).contains("<strong>" + met + "</strong>");
            assertThat(book.findSheet("按企业规模")).isPresent();
            assertThat(book.findSheet("曲线")).isPresent();
        }
        assertThat(site.get(PAGE + ".csv" + query).body()).contains("政策,版本,变化,企业");
    }

    @Test
    void whatIsKeptIsSeenByColleaguesAndLetGoByWhoKeepsIt() {
        Site officer = as(Role.OFFICER);
        officer.post(PAGE, PAGE, Map.of("version", "2016", "a.rd-ratio.1", "0.045", "title", " 放宽第一档 "));
        String page = as(Role.DEPARTMENT).get("/policies/cn/high-tech").body();
        assertThat(page)
                .contains("放宽第一档", PAGE + "?version=2016&amp;a.rd-ratio.1=0.045")
                .doesNotContain("删除试算「放宽第一档」");

        String address = PAGE + "/1/delete";
        assertThat(as(Role.DEPARTMENT).post(PAGE, address, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(officer.post(PAGE, address, Map.of()).statusCode()).isEqualTo(302);
        assertThat(officer.get("/policies/cn/high-tech").body()).doesNotContain("放宽第一档");

        HttpResponse<String> nameless = officer.post(PAGE, PAGE, Map.of("version", "2016", "title", "  "));
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("请给这次试算起个名称");
    }

    @Test
    void anEnterpriseDoesNotTryWhatConcernsOthers() {
        assertThat(as(Role.ENTERPRISE).get(PAGE).statusCode()).isEqualTo(403);
        assertThat(as(Role.ENTERPRISE).get("/policies/cn/high-tech").body()).doesNotContain("what-if");
    }
}
