package org.lingqu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.account.Role;
import org.lingqu.cli.DemoContacts;
import org.lingqu.cli.DemoEnterprises;
import org.lingqu.cli.DemoParties;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.engine.text.PageSource;
import org.lingqu.job.Jobs;
import org.lingqu.ladder.LadderTargets;
import org.lingqu.ladder.Target;
import org.lingqu.library.Correction;
import org.lingqu.library.ImportState;
import org.lingqu.library.Imports;
import org.lingqu.library.Library;
import org.lingqu.library.Page;
import org.lingqu.library.PageFilter;
import org.lingqu.library.PageImport;
import org.lingqu.library.PageSummary;
import org.lingqu.library.Reviews;
import org.lingqu.library.StoredStatement;
import org.lingqu.library.Visibility;
import org.lingqu.policy.draft.Draft;
import org.lingqu.policy.draft.Drafts;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;
import org.lingqu.registry.Parties;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyFilter;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyOrder;
import org.lingqu.registry.Relations;
import org.lingqu.registry.Said;
import org.lingqu.registry.TitleSpan;
import org.springframework.context.ApplicationContext;

/** Puts in what the pages are looked at with: the demonstration region, and the longest and oddest of everything. */
final class Contents {

    /** Pages of the demonstration region. */
    static final Path DEMO = Path.of("..", "regions", "demo", "pages");

    private static final String WIDE = "W".repeat(90);
    private static final String LONG_WORDS = "关于进一步加快推进科技创新引领高质量发展若干政策措施实施情况的通报".repeat(5);

    private final ApplicationContext context;
    private final Library library;
    private final Actor officer;

    Contents(ApplicationContext context) {
        this.context = context;
        this.library = context.getBean(Library.class);
        this.officer = context.getBean(Accounts.class)
                .byLogin(Running.login(Role.OFFICER))
                .map(Person::actor)
                .orElseThrow();
    }

    /** Fills, and says what stands for the names in addresses. */
    Map<String, String> fill() {
        try (Stream<Path> pages = Files.list(DEMO)) {
            for (Path page : pages.sorted().toList()) {
                put(page.getFileName().toString(), null, Visibility.PUBLIC, Files.readAllBytes(page));
            }
            var names = new HashMap<String, String>();
            names.put("page", id(page("科技创新大会")));
            names.put("statement", id(statement(page("科技创新大会"), 0)));
            names.putAll(longOnes());
            names.putAll(imports());
            names.putAll(enterprises());
            names.putAll(drafts());
            names.putAll(parties());
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, @Nullable String address, Visibility visibility, byte[] bytes) {
        library.put(officer, new PageSource(name, bytes), address, visibility, null);
    }

    private Map<String, String> longOnes() {
        String address = "http://long.example.cn/" + "path-without-end-".repeat(30) + ".html";
        put("long.html", address, Visibility.INTERNAL, longPage("12.3").getBytes(UTF_8));
        Page page = page("long.example.cn");
        StoredStatement figure = statement(page, 0);
        Reviews reviews = context.getBean(Reviews.class);
        Correction read = Correction.of(figure.reading());
        reviews.correct(
                officer,
                figure.id(),
                0,
                new Correction(
                        read.region(),
                        "高新技术企业数" + WIDE,
                        "123456789012345678901234567890.12",
                        "家",
                        read.period(),
                        read.status(),
                        "",
                        "",
                        "",
                        "核对".repeat(200) + "x".repeat(400)));
        reviews.confirm(officer, statement(page, 1).id(), 0);
        put("long.html", address, Visibility.INTERNAL, longPage("45.6").getBytes(UTF_8)); // loses what was confirmed
        return Map.of("long", id(page), "longStatement", id(statement(page, 0)), "longPerson", longPerson());
    }

    private String longPerson() {
        Accounts accounts = context.getBean(Accounts.class);
        var problems = accounts.create(
                Actor.SYSTEM, "l".repeat(64), "长".repeat(10) + WIDE, "EXPERT", WIDE.repeat(2), Running.PASSWORD, true);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
        return Long.toString(accounts.byLogin("l".repeat(64)).orElseThrow().id());
    }

    private Map<String, String> enterprises() throws IOException {
        Enterprises enterprises = context.getBean(Enterprises.class);
        new DemoEnterprises(enterprises)
                .fill(
                        120,
                        new DemoParties(context.getBean(Parties.class), context.getBean(Relations.class)),
                        new DemoContacts(context.getBean(Contacts.class), context.getBean(Relations.class)));
        Enterprise first = enterprises
                .find(officer, EnterpriseFilter.all(enterprises.today()), EnterpriseOrder.CONFLICTS, 0, 1)
                .getFirst();
        context.getBean(Accounts.class)
                .byLogin(Running.login(Role.ENTERPRISE))
                .ifPresent(person -> enterprises.join(officer, first.id(), person.id()));
        Contacts contacts = context.getBean(Contacts.class);
        contacts.add(
                officer,
                first,
                new Contacts.Wish(
                        Map.of(
                                "name",
                                "W".repeat(50),
                                "post",
                                LONG_WORDS.substring(0, 60),
                                "phone",
                                "0600-28000000转123456",
                                "email",
                                "w".repeat(60) + "@" + "w".repeat(50) + ".cn",
                                "duty",
                                "W".repeat(60)),
                        true));
        claims(enterprises, first);
        targets(enterprises);
        FirmLists lists = context.getBean(FirmLists.class);
        String rows = "企业名称,2025年研发费用（万元）,2025年职工总数\n" + WIDE + "有限公司,很多,12\n" + first.name() + ",7,三十\n";
        FirmListImport list = lists.send(
                officer,
                LONG_WORDS + ".csv",
                new ByteArrayInputStream(rows.getBytes(UTF_8)),
                "",
                Supplier.FIRM,
                enterprises.today());
        for (int i = 0; i < 600 && lists.byId(list.id()).orElseThrow().state() != ListState.LOOKED; i++) {
            LockSupport.parkNanos(50_000_000);
        }
        return Map.of("enterprise", Long.toString(first.id()), "list", Long.toString(list.id()));
    }

    /** A title that waits to be verified, and one that was not found, for the longest of reasons. */
    private void claims(Enterprises enterprises, Enterprise firm) {
        LocalDate today = enterprises.today();
        List<TitleSpan> held = List.of(new TitleSpan(today.minusYears(1), today.plusYears(2)));
        Said claim = Said.titles(Map.of("瞪羚企业", held, "专精特新小巨人企业", held));
        enterprises.say(
                officer, firm.id(), version(enterprises, firm), Supplier.FIRM, today.minusDays(1), claim, LONG_WORDS);
        enterprises.refuseClaim(
                officer, firm.id(), version(enterprises, firm), "专精特新小巨人企业", Supplier.INDUSTRY, today, WIDE.repeat(3));
    }

    private int version(Enterprises enterprises, Enterprise firm) {
        return enterprises.byId(officer, firm.id()).orElseThrow().rowVersion();
    }

    /** Of the whole region and of one place, which do not add up. */
    private void targets(Enterprises enterprises) {
        String place = enterprises.regions().keySet().iterator().next();
        context.getBean(LadderTargets.class)
                .set(
                        officer,
                        enterprises.today().getYear(),
                        Map.of(Target.whole("高新技术企业"), "9999999", new Target("高新技术企业", place), "7"),
                        Map.of());
    }

    /** A platform of the region, a talent, the park with the most relations, and the longest of everything. */
    private Map<String, String> parties() throws IOException {
        Parties parties = context.getBean(Parties.class);
        Party wide = ((Parties.Outcome.Done) parties.create(
                        officer,
                        PartyKind.PLATFORM,
                        Supplier.SCIENCE,
                        parties.today(),
                        Said.of(
                                LONG_WORDS + WIDE,
                                null,
                                Map.of(FactYear.of("研究方向"), new FactValue.Words(WIDE.repeat(3))),
                                Map.of(),
                                Map.of(),
                                Map.of()),
                        LONG_WORDS,
                        false))
                .party();
        FirmLists lists = context.getBean(FirmLists.class);
        String rows = "平台名称,平台级别,认定日期,有效期至,依托单位\n" + WIDE + "实验室,省级,2026.3,2020-01-01,没有这个单位" + WIDE + "\n";
        FirmListImport list = lists.send(
                officer,
                PartyKind.PLATFORM,
                LONG_WORDS + ".csv",
                new ByteArrayInputStream(rows.getBytes(UTF_8)),
                "",
                Supplier.SCIENCE,
                parties.today());
        waitUntil(
                "the list was looked at",
                () -> lists.byId(list.id()).orElseThrow().state() == ListState.LOOKED);
        return Map.of(
                "platform", first(parties, PartyKind.PLATFORM),
                "talent", first(parties, PartyKind.TALENT),
                "park", first(parties, PartyKind.PARK),
                "institution", first(parties, PartyKind.INSTITUTION),
                "right", first(parties, PartyKind.RIGHT),
                "longParty", Long.toString(wide.id()),
                "partyList", Long.toString(list.id()));
    }

    private String first(Parties parties, PartyKind kind) {
        return Long.toString(parties.find(officer, PartyFilter.all(kind, parties.today()), PartyOrder.OLDEST, 0, 1)
                .getFirst()
                .id());
    }

    /** One with problems and the longest words, one that is submitted. */
    private Map<String, String> drafts() {
        Drafts drafts = context.getBean(Drafts.class);
        Draft wrong = drafts.begin(officer, LONG_WORDS + WIDE + "\n", "");
        drafts.save(
                officer,
                wrong.id(),
                1,
                "policy: cn/long\nversion: \"1\"\ntitle: " + LONG_WORDS + WIDE + "\nsurprise: 1\n",
                LONG_WORDS + WIDE);
        Draft sound = drafts.begin(officer, SOUND, "");
        drafts.submit(officer, sound.id(), sound.rowVersion());
        return Map.of("draft", Long.toString(wrong.id()), "submitted", Long.toString(sound.id()));
    }

    private static final String SOUND = """
            policy: 450000/submitted
            version: "2027"
            title: 已提交的政策
            english: submitted
            document: 示〔2027〕1号
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

    private static String longPage(String other) {
        String title = LONG_WORDS.substring(0, 100) + WIDE;
        return """
            <html><head><title>%1$s</title><meta name="ArticleTitle" content="%1$s"><meta name="PubDate" content="2025-01-02">
            </head><body><h1>%1$s</h1>
            <p>2024年，灵渠市高新技术企业达到1912家，同比增长12.4%%。</p>
            <p>2024年，灵渠市研发经费投入%2$s亿元，各县区要对照目标抓好落实，确保全面完成年度任务。</p>
            <p>根据《%3$s》和%4$s的要求，各单位要抓好落实，确保各项政策措施落地见效。</p>
            </body></html>
            """.formatted(title, other, LONG_WORDS, WIDE);
    }

    private Map<String, String> imports() throws IOException {
        Imports imports = context.getBean(Imports.class);
        PageImport looked = begun(imports.upload(
                officer,
                List.of(
                        upload(LONG_WORDS + WIDE + ".txt", ("通报" + WIDE + "\n2024年，灵渠市有专精特新企业77家。\n").getBytes(UTF_8)),
                        upload("empty-" + WIDE + ".html", new byte[0]),
                        upload("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1})),
                Visibility.INTERNAL));
        PageImport taken = begun(imports.text(
                officer, "工作简报\n2025年，灵渠市技术合同成交额31.5亿元。\n", "http://example.cn/brief", Visibility.INTERNAL));
        until(imports, looked, ImportState.LOOKED);
        until(imports, taken, ImportState.LOOKED);
        imports.take(officer, imports.byId(taken.id()).orElseThrow());
        PageImport done = until(imports, taken, ImportState.TAKEN);
        long run = Optional.ofNullable(done.run()).orElseThrow();
        waitUntil(
                "the job is over",
                () -> context.getBean(Jobs.class)
                        .byId(run)
                        .orElseThrow()
                        .state()
                        .isOver());
        return Map.of(
                "import", Long.toString(looked.id()), "taken", Long.toString(taken.id()), "job", Long.toString(run));
    }

    private static Imports.Upload upload(String name, byte[] bytes) {
        return new Imports.Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static PageImport begun(Imports.Begun begun) {
        return switch (begun) {
            case Imports.Begun.Looking looking -> looking.order();
            case Imports.Begun.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static PageImport until(Imports imports, PageImport order, ImportState state) {
        waitUntil(state.name(), () -> imports.byId(order.id()).orElseThrow().state() == state);
        return imports.byId(order.id()).orElseThrow();
    }

    private static void waitUntil(String what, BooleanSupplier there) {
        Awaitility.await(what).atMost(Duration.ofMinutes(1)).until(there::getAsBoolean);
    }

    private Page page(String words) {
        List<PageSummary> found = library.find(officer, PageFilter.of(Map.of("text", words)), 0, 1);
        if (found.isEmpty()) {
            throw new AssertionError("no page has " + words);
        }
        return library.page(officer, found.getFirst().id()).orElseThrow();
    }

    private StoredStatement statement(Page page, int which) {
        return library.statements(page).get(which);
    }

    private static String id(Page page) {
        return Long.toString(page.id());
    }

    private static String id(StoredStatement statement) {
        return Long.toString(statement.id());
    }
}
