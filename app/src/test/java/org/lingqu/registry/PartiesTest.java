package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.LingquApplication;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.database.FailingSource;
import org.lingqu.database.Outage;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.Jobs;
import org.lingqu.registry.store.ListRows;
import org.lingqu.registry.store.PartyRows;
import org.lingqu.registry.store.RelationRows;
import org.lingqu.registry.store.TableRows;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Parties and their relations are begun, changed, taken in by lists and undone, as a whole or not at all whatever fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PartiesTest {

    private static final Actor OFFICER = new Actor(7L, "李专员", Role.OFFICER);
    private static final Actor FIRM = new Actor(8L, "甲公司", Role.ENTERPRISE);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final int MOST_CALLS = 300;

    static final class OnSqliteTest extends PartiesTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends PartiesTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    private final FailingSource source = new FailingSource();
    private final AtomicInteger names = new AtomicInteger();
    private Path data;
    private ConfigurableApplicationContext application;
    /** Sees the tables by connections that never fail. */
    private Database plain;

    abstract String url() throws IOException, SQLException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        String url = url();
        data = Files.createDirectories(folder.resolve("data"));
        application = new SpringApplicationBuilder(LingquApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("database", Database.class, () -> Databases.open(data, url, source::over)))
                .run(
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.level.org.lingqu=OFF",
                        "--lingqu.home=..",
                        "--lingqu.data=" + data);
        plain = Databases.open(data, url);
    }

    @AfterAll
    void stop() {
        application.close();
        plain.close();
    }

    private Parties parties() {
        return application.getBean(Parties.class);
    }

    private Relations relations() {
        return application.getBean(Relations.class);
    }

    private FirmLists lists() {
        return application.getBean(FirmLists.class);
    }

    private String fresh(String what) {
        return what + names.incrementAndGet() + "号";
    }

    private static Said said(@Nullable String name, Map<String, String> codes) {
        var values = new java.util.TreeMap<FactYear, FactValue>();
        codes.forEach((fact, code) -> values.put(
                FactYear.of(fact),
                fact.endsWith("日期") || fact.endsWith("至")
                        ? new FactValue.Day(LocalDate.parse(code))
                        : new FactValue.Code(code)));
        return Said.of(name, null, values, Map.of(), Map.of(), Map.of());
    }

    private Party begun(PartyKind kind, String name) {
        return done(parties().create(OFFICER, kind, Supplier.SCIENCE, MARCH, said(name, Map.of()), null, false));
    }

    private static Party done(Parties.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Parties.Outcome.Done.class);
        return ((Parties.Outcome.Done) outcome).party();
    }

    private Enterprise firm(String name) {
        return application
                .getBean(Enterprises.class)
                .create(
                        OFFICER,
                        Supplier.SCIENCE,
                        MARCH,
                        Said.of(name, null, Map.of(), Map.of(), Map.of(), Map.of()),
                        null);
    }

    private RelationColumn column(PartyKind kind, String name) {
        return application.getBean(PartyKinds.class).of(kind).relation(name).orElseThrow();
    }

    private static PartyFilter named(PartyKind kind, String words) {
        return new PartyFilter(kind, words, "", "", PartyFilter.Standing.ALL, MARCH, false);
    }

    private List<Party> listed(PartyKind kind, String words) {
        return parties().find(OFFICER, named(kind, words), PartyOrder.NAME, 0, 100);
    }

    private FirmListImport looked(PartyKind kind, String rows) throws IOException {
        FirmListImport list = lists().send(
                        OFFICER,
                        kind,
                        "名单.csv",
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                        "",
                        Supplier.SCIENCE,
                        MARCH);
        return await(list, ListState.LOOKED);
    }

    private FirmListImport await(FirmListImport list, ListState state) {
        Jobs jobs = application.getBean(Jobs.class);
        Awaitility.await(state.name()).atMost(Duration.ofMinutes(1)).until(() -> {
            FirmListImport now = lists().byId(list.id()).orElseThrow();
            return now.state() == state
                    && jobs.byId(Objects.requireNonNull(now.run()))
                            .orElseThrow()
                            .state()
                            .isOver();
        });
        return lists().byId(list.id()).orElseThrow();
    }

    private FirmListImport taken(FirmListImport list) {
        assertThat(lists().take(OFFICER, list)).isTrue();
        return await(list, ListState.TAKEN);
    }

    private void undone(FirmListImport list) {
        assertThat(lists().undo(OFFICER, list)).isTrue();
        await(list, ListState.UNDONE);
    }

    private FirmListImport toBeUndone(FirmListImport list) {
        plain.write(in -> ListRows.move(in, list.id(), List.of(ListState.TAKEN), ListState.UNDOING));
        return list;
    }

    private List<String> codes(FirmListImport list) {
        return lists().rows(list, null, true, 0, 100).stream()
                .flatMap(row -> row.problems().stream())
                .map(problem -> problem.cell() + " " + problem.code())
                .toList();
    }

    /** Everything that lists and relations say. */
    private List<String> told() {
        return plain.read(in -> {
            var told = new ArrayList<String>();
            for (PartyKind kind : PartyKind.values()) {
                for (Party each :
                        PartyRows.find(in, PartyFilter.all(kind, MARCH), PartyOrder.NAME, List.of(), 0, 10_000)) {
                    told.add(kind + " " + each.name() + " " + each.level() + " " + each.regionCode() + " "
                            + each.begins() + " " + each.ends() + " " + each.valuesHeld());
                    for (Relation relation : RelationRows.ofParties(in, List.of(each.id()))) {
                        told.add("  " + relation.role() + " " + relation.from() + relation.to() + relation.title()
                                + relation.span());
                    }
                }
            }
            return told;
        });
    }

    @Test
    void whatIsSaidOfAPartyCountsAndIsKept() {
        String name = fresh("言说实验室");
        Party party = done(parties()
                .create(
                        OFFICER,
                        PartyKind.PLATFORM,
                        Supplier.SCIENCE,
                        MARCH,
                        said(name, Map.of("平台级别", "市级", "认定日期", "2024-05-01")),
                        null,
                        false));
        assertThat(party.level()).isEqualTo("市级");
        assertThat(party.begins()).isEqualTo(LocalDate.of(2024, 5, 1));

        Party better = done(parties()
                .say(
                        OFFICER,
                        party.id(),
                        party.rowVersion(),
                        Supplier.SCIENCE,
                        MARCH,
                        said(null, Map.of("平台级别", "自治区级")),
                        "升级",
                        false));
        assertThat(better.level()).isEqualTo("自治区级");
        assertThat(parties().entries(better)).hasSize(2);
        assertThat(parties()
                        .say(
                                OFFICER,
                                party.id(),
                                party.rowVersion(),
                                Supplier.SCIENCE,
                                MARCH,
                                said(null, Map.of("平台级别", "国家级")),
                                null,
                                false))
                .isInstanceOf(Parties.Outcome.Overtaken.class);
        Party disputed = done(parties()
                .say(
                        OFFICER,
                        party.id(),
                        better.rowVersion(),
                        Supplier.FIRM,
                        MARCH,
                        said(null, Map.of("平台级别", "国家级")),
                        null,
                        false));
        assertThat(disputed.level()).isEqualTo("自治区级");
        assertThat(disputed.conflicts()).isEqualTo(1);
        assertThat(parties().byId(FIRM, party.id())).isEmpty();
        assertThat(parties().count(FIRM, named(PartyKind.PLATFORM, name))).isZero();
    }

    @Test
    void aSecondOneOfTheSameNameIsOnlyBegunWhenItIsMeant() {
        String name = fresh("同名人才");
        Party first = begun(PartyKind.TALENT, name);
        Parties.Outcome again =
                parties().create(OFFICER, PartyKind.TALENT, Supplier.SCIENCE, MARCH, said(name, Map.of()), null, false);
        assertThat(again).isEqualTo(new Parties.Outcome.Known("name", first));

        done(parties().create(OFFICER, PartyKind.TALENT, Supplier.SCIENCE, MARCH, said(name, Map.of()), null, true));
        assertThat(listed(PartyKind.TALENT, name)).hasSize(2);
        begun(PartyKind.TEAM, name); // another kind is another thing
    }

    @Test
    void aRelationIsSeenFromBothEndsEndsAndIsTakenBack() {
        Party platform = begun(PartyKind.PLATFORM, fresh("双向平台"));
        Enterprise firm = firm(fresh("双向公司"));
        RelationColumn host = column(PartyKind.PLATFORM, "依托单位");
        LocalDate since = LocalDate.of(2023, 1, 1);
        assertThat(relations().add(OFFICER, platform, host, firm.name(), since, null, Supplier.SCIENCE, MARCH))
                .isEqualTo(new Relations.Outcome.Done());
        assertThat(relations().add(OFFICER, platform, host, firm.name(), null, null, Supplier.SCIENCE, MARCH))
                .isEqualTo(new Relations.Outcome.Refused("KNOWN_ALREADY", firm.name()));
        assertThat(relations().add(OFFICER, platform, host, "没有这家", null, null, Supplier.SCIENCE, MARCH))
                .isEqualTo(new Relations.Outcome.Refused("UNKNOWN_PARTY", "没有这家"));

        var atFirm = new RelationEnd.OfEnterprise(firm.id());
        Relations.Group seen = relations().groups(OFFICER, atFirm, 5).getFirst();
        assertThat(seen.back()).isTrue();
        assertThat(seen.first().getFirst().name()).isEqualTo(platform.name());
        assertThat(relations().groups(FIRM, atFirm, 5)).hasSize(1);

        long id = seen.first().getFirst().relation().id();
        assertThat(relations().end(OFFICER, platform, id, since.minusDays(1), Supplier.SCIENCE, MARCH))
                .isInstanceOf(Relations.Outcome.Refused.class);
        assertThat(relations().end(OFFICER, platform, id, LocalDate.of(2025, 6, 30), Supplier.SCIENCE, MARCH))
                .isEqualTo(new Relations.Outcome.Done());
        assertThat(relations().takeBack(OFFICER, platform, id)).isEqualTo(new Relations.Outcome.Refused("GONE", ""));
        Relations.Group over = relations().groups(OFFICER, atFirm, 5).getFirst();
        assertThat(over.over()).isTrue();
        assertThat(relations()
                        .takeBack(
                                OFFICER,
                                platform,
                                over.first().getFirst().relation().id()))
                .isEqualTo(new Relations.Outcome.Done());
        assertThat(relations().groups(OFFICER, atFirm, 5)).isEmpty();
        assertThat(relations().gone(OFFICER, atFirm, 5)).hasSize(2);
    }

    @Test
    void theParkOfAnEnterpriseIsThatOfItsFileOrTheOneItIsLocatedIn() {
        Enterprises enterprises = application.getBean(Enterprises.class);
        Party park = begun(PartyKind.PARK, fresh("高新园区"));
        Party other = begun(PartyKind.PARK, fresh("旧园区"));
        Enterprise firm = firm(fresh("园区里的公司"));
        located(firm, other, MARCH.minusYears(3), MARCH.minusDays(1));
        located(firm, park, MARCH.minusYears(1), null);

        assertThat(parkOf(firm)).isEqualTo(park.name());
        assertThat(enterprises.numbers(OFFICER, inPark(park.name()))).containsExactly(firm.id());
        assertThat(enterprises.parks()).containsEntry(park.name(), 1).doesNotContainKey(other.name());

        Party renamed = done(parties()
                .say(
                        OFFICER,
                        park.id(),
                        park.rowVersion(),
                        Supplier.SCIENCE,
                        MARCH,
                        said(park.name() + "（新）", Map.of()),
                        null,
                        false));
        assertThat(parkOf(firm)).isEqualTo(renamed.name());

        Said text = Said.values(Map.of(FactYear.of("园区"), new FactValue.Code("自报园区")));
        enterprises.say(OFFICER, firm.id(), firm.rowVersion(), Supplier.FIRM, MARCH, text, null);
        assertThat(parkOf(firm)).isEqualTo("自报园区");
        Enterprise now = enterprises.byId(OFFICER, firm.id()).orElseThrow();
        enterprises.say(
                OFFICER, firm.id(), now.rowVersion(), Supplier.FIRM, MARCH, Said.withdrawn(FactYear.of("园区")), null);
        assertThat(parkOf(firm)).isEqualTo(renamed.name());

        Party removed = done(parties().remove(OFFICER, park.id(), renamed.rowVersion(), "重复登记"));
        assertThat(parkOf(firm)).isNull();
        assertThat(enterprises.numbers(OFFICER, inPark(renamed.name()))).isEmpty();
        done(parties().restore(OFFICER, park.id(), removed.rowVersion()));
        assertThat(parkOf(firm)).isEqualTo(renamed.name());
    }

    private void located(Enterprise firm, Party park, LocalDate begins, @Nullable LocalDate ends) {
        relations()
                .begin(
                        OFFICER,
                        List.of(new Relations.Link(
                                RelationRole.LOCATED_IN,
                                new RelationEnd.OfEnterprise(firm.id()),
                                new RelationEnd.OfParty(park.id()),
                                "",
                                begins,
                                ends,
                                Supplier.SCIENCE,
                                MARCH)));
    }

    private @Nullable String parkOf(Enterprise firm) {
        return application
                .getBean(Enterprises.class)
                .byId(OFFICER, firm.id())
                .orElseThrow()
                .park();
    }

    private static EnterpriseFilter inPark(String park) {
        return new EnterpriseFilter(
                "",
                "",
                park,
                "",
                "",
                "",
                MARCH,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                false);
    }

    @Test
    void whatListsShowIsWorkedOutAgainWhereItsRulesChanged() {
        Enterprise firm = firm(fresh("旧规则公司"));
        String title = "高新技术企业";
        Enterprises enterprises = application.getBean(Enterprises.class);
        Said claim = Said.titles(Map.of(title, List.of(new TitleSpan(MARCH, null))));
        enterprises.say(OFFICER, firm.id(), firm.rowVersion(), Supplier.FIRM, MARCH, claim, null);
        plain.change(
                in -> { // as earlier versions of the program left it
                    in.execute(
                            "insert into registry_title (enterprise_id, title, valid_from) values (?, ?, ?)",
                            firm.id(),
                            title,
                            "2026-03-01");
                    in.execute("delete from registry_shown");
                });
        Enterprise before = enterprises.byId(OFFICER, firm.id()).orElseThrow();
        ShownAnewJob job = application.getBean(ShownAnewJob.class);
        assertThat(job.isNeeded()).isTrue();

        Jobs jobs = application.getBean(Jobs.class);
        long run = jobs.start(OFFICER, ShownAnewJob.NAME, ShownAnewJob.NAME, "").id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jobs.byId(run).orElseThrow().state().isOver());

        assertThat(job.isNeeded()).isFalse();
        List<TableRows.Title> titles = plain.read(in -> TableRows.titles(in, List.of(firm.id())));
        assertThat(titles).isEmpty();
        assertThat(enterprises.byId(OFFICER, firm.id())).contains(before);
    }

    @Test
    void anEnterpriseSeesNoPersons() {
        Party talent = begun(PartyKind.TALENT, fresh("不见人才"));
        Enterprise firm = firm(fresh("不见公司"));
        relations()
                .add(
                        OFFICER,
                        talent,
                        column(PartyKind.TALENT, "任职单位"),
                        firm.name(),
                        null,
                        null,
                        Supplier.SCIENCE,
                        MARCH);

        var end = new RelationEnd.OfEnterprise(firm.id());
        assertThat(relations().groups(OFFICER, end, 5)).hasSize(1);
        assertThat(relations().groups(FIRM, end, 5)).isEmpty();
        assertThat(relations().gone(FIRM, end, 5)).isEmpty();
    }

    @Test
    void whatIsRemovedComesBackWithItsRelations() {
        Party team = begun(PartyKind.TEAM, fresh("回来团队"));
        Party leader = begun(PartyKind.TALENT, fresh("回来人才"));
        relations()
                .add(OFFICER, team, column(PartyKind.TEAM, "带头人"), leader.name(), null, null, Supplier.SCIENCE, MARCH);
        List<String> before = told();

        Party removed = done(parties().remove(OFFICER, team.id(), team.rowVersion(), "重复登记"));
        assertThat(listed(PartyKind.TEAM, team.name())).isEmpty();
        assertThat(relations().groups(OFFICER, new RelationEnd.OfParty(leader.id()), 5))
                .isEmpty();
        assertThat(parties().restore(OFFICER, team.id(), team.rowVersion()))
                .isInstanceOf(Parties.Outcome.Overtaken.class);
        done(parties().restore(OFFICER, team.id(), removed.rowVersion()));

        assertThat(told()).isEqualTo(before);
    }

    @Test
    void aListIsLookedAtTakenInAndTheSameListSaysNothingNew() throws IOException {
        Enterprise host = firm(fresh("名单公司"));
        Party park = begun(PartyKind.PARK, fresh("名单园区"));
        String one = fresh("名单平台");
        String two = fresh("名单平台");
        String rows = "平台名称,平台级别,认定日期,有效期至,依托单位,依托单位起,所在园区,备用列\n" + one + ",市级,2024-05-01,2027-04-30," + host.name()
                + ",2024-05-01," + park.name() + ",x\n" + two + ",省级,2024-05-01,2020-04-30,没有这家,,,\n合计,,,,,,,\n";
        List<String> before = told();
        FirmListImport list = looked(PartyKind.PLATFORM, rows);

        assertThat(told()).isEqualTo(before);
        assertThat(list.counts().fresh()).isEqualTo(2);
        assertThat(list.counts().refused()).isEqualTo(1);
        assertThat(codes(list))
                .containsExactlyInAnyOrder(
                        "B3 UNKNOWN_CODE", "D3 ENDS_BEFORE_IT_BEGINS", "E3 UNKNOWN_PARTY", "A4 TOTALS_ROW");
        list = taken(list);

        assertThat(listed(PartyKind.PLATFORM, one).getFirst().level()).isEqualTo("市级");
        assertThat(relations().groups(OFFICER, new RelationEnd.OfEnterprise(host.id()), 5))
                .singleElement()
                .satisfies(group ->
                        assertThat(group.first().getFirst().relation().begins()).isEqualTo(LocalDate.of(2024, 5, 1)));
        FirmListImport again = looked(PartyKind.PLATFORM, rows);
        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(lists().take(OFFICER, again)).isFalse();

        undone(list);
        assertThat(told()).isEqualTo(before);
        assertThat(lists().undo(OFFICER, list)).isFalse();
    }

    @Test
    void aRightIsKnownByItsNumberHoweverItIsSpelledAndCalled() throws IOException {
        Enterprise owner = firm(fresh("权利公司"));
        List<String> before = told();
        FirmListImport list = taken(looked(
                PartyKind.RIGHT,
                "专利名称,专利号,专利类型,专利权人\n一种同名装置,ZL200710308494.X,发明," + owner.name()
                        + "\n一种同名装置,ZL 2017 1 0601862.3,发明,没有这家\n一种坏号装置,201710601862.4,发明,\n"));

        assertThat(codes(list)).containsExactlyInAnyOrder("D3 UNKNOWN_PARTY", "B4 NUMBER_CHECK");
        assertThat(listed(PartyKind.RIGHT, "一种同名装置"))
                .extracting(Party::code)
                .containsExactlyInAnyOrder("200710308494.X", "201710601862.3");
        FirmListImport again = looked(
                PartyKind.RIGHT, "名称,申请号,权利人\n一种同名装置,２００７１０３０８４９４ｘ," + owner.name() + "\n一种同名装置,2017106018623,\n");
        assertThat(again.counts().unchanged()).isEqualTo(2);
        FirmListImport renamed = looked(PartyKind.RIGHT, "名称,申请号\n一种改名装置,2017106018623\n");
        assertThat(renamed.counts().changed()).isEqualTo(1);
        undone(list);
        assertThat(told()).isEqualTo(before);
        assertThat(looked(PartyKind.RIGHT, "名称,申请号\n一种改名装置,2017106018623\n")
                        .counts()
                        .fresh())
                .isEqualTo(1);
    }

    @Test
    void undoingAListLeavesWhatOthersSaidSince() throws IOException {
        Enterprise host = firm(fresh("先后公司"));
        Party platform = begun(PartyKind.PLATFORM, fresh("先后平台"));
        RelationColumn column = column(PartyKind.PLATFORM, "依托单位");
        relations().add(OFFICER, platform, column, host.name(), null, null, Supplier.SCIENCE, MARCH);
        List<String> before = told();
        String rows = "平台名称,平台级别,依托单位,依托单位起\n" + platform.name() + ",市级," + host.name() + ",2022-01-01\n";
        FirmListImport list = taken(looked(PartyKind.PLATFORM, rows));

        assertThat(relations().groups(OFFICER, new RelationEnd.OfParty(platform.id()), 5))
                .singleElement()
                .satisfies(group -> assertThat(group.count()).isEqualTo(1));
        Party now = parties().byId(OFFICER, platform.id()).orElseThrow();
        done(parties()
                .say(
                        OFFICER,
                        now.id(),
                        now.rowVersion(),
                        Supplier.SCIENCE,
                        MARCH,
                        said(null, Map.of("平台类型", "重点实验室")),
                        null,
                        false));
        undone(list);

        Party after = parties().byId(OFFICER, platform.id()).orElseThrow();
        assertThat(after.level()).isNull();
        assertThat(after.valuesHeld()).isEqualTo(1);
        assertThat(told().stream().filter(line -> line.startsWith("  ")).toList())
                .isEqualTo(before.stream().filter(line -> line.startsWith("  ")).toList());
    }

    @Test
    void telephoneAndIdentityNumbersAreNotEvenKeptInTheFile() throws IOException {
        FirmListImport list = looked(PartyKind.TALENT, "姓名,人才类别,联系电话\n甲某,A类,13800000000\n");

        assertThat(Objects.requireNonNull(list.refusal()).code()).isEqualTo("PERSONAL_COLUMN");
        assertThat(Files.exists(lists().file(list))).isFalse();
        assertThat(lists().take(OFFICER, list)).isFalse();
        String name = fresh("无号人才");
        FirmListImport inCells = looked(PartyKind.TALENT, "姓名,专业领域\n" + name + ",材料 13800000000\n");
        assertThat(lists().rows(inCells, null, true, 0, 9).getFirst().problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("PERSONAL_NUMBER");
                    assertThat(problem.value()).isEqualTo("材料 138******00");
                });
        taken(inCells);
        assertThat(listed(PartyKind.TALENT, name).getFirst().valuesHeld()).isZero();
    }

    @Test
    void listsOfAnyContentAreTakenInOnceAndUndoneWholly() throws IOException {
        var random = new Random(20260301);
        List<String> hosts =
                List.of(firm(fresh("随机公司")).name(), firm(fresh("随机公司")).name(), "没有这家");
        List<String> platforms = List.of(fresh("随机平台"), fresh("随机平台"), fresh("随机平台"), fresh("随机平台"));
        var standing = new ArrayList<FirmListImport>();
        List<String> start = told();
        for (int round = 0; round < 25; round++) {
            String rows = rows(random, platforms, hosts);
            List<String> before = told();
            FirmListImport list = looked(PartyKind.PLATFORM, rows);
            assertThat(told()).as(rows).isEqualTo(before);
            if (list.counts().wanted() == 0) {
                continue;
            }
            list = taken(list);
            FirmListImport again = looked(PartyKind.PLATFORM, rows);
            assertThat(again.counts().wanted())
                    .as("%s %s", rows, lists().rows(again, null, false, 0, 9))
                    .isZero();
            if (random.nextInt(3) == 0) {
                standing.add(list);
            } else {
                undone(list);
                assertThat(told()).as(rows).isEqualTo(before);
            }
        }
        for (FirmListImport each : standing) { // in the order they came, not backwards
            undone(each);
        }
        assertThat(told()).isEqualTo(start);
    }

    private static String rows(Random random, List<String> platforms, List<String> hosts) {
        var text = new StringBuilder("平台名称,平台级别,认定日期,依托单位,依托单位起,依托单位止\n");
        List<String> levels = List.of("国家级", "自治区级", "市级", "乱写", "");
        List<String> days = List.of("2020-01-01", "2021年6月", "", "", "不是日期");
        for (String platform : platforms) {
            if (random.nextBoolean()) {
                text.append(platform)
                        .append(',')
                        .append(levels.get(random.nextInt(levels.size())))
                        .append(',')
                        .append(days.get(random.nextInt(days.size())))
                        .append(',')
                        .append(hosts.get(random.nextInt(hosts.size())))
                        .append(random.nextBoolean() ? "、" + hosts.getFirst() : "")
                        .append(',')
                        .append(days.get(random.nextInt(days.size())))
                        .append(',')
                        .append(random.nextInt(3) == 0 ? "2025-12-31" : "")
                        .append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void ofManyWhoChangeARecordAtOnceOneIsFirst() throws Exception {
        Party party = begun(PartyKind.PARK, fresh("争先园区"));
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            var wishes = new ArrayList<Callable<Parties.Outcome>>();
            for (int i = 0; i < 8; i++) {
                String level = List.of("国家级", "市级").get(i % 2);
                wishes.add(() -> parties()
                        .say(
                                OFFICER,
                                party.id(),
                                party.rowVersion(),
                                Supplier.SCIENCE,
                                MARCH,
                                said(null, Map.of("园区级别", level)),
                                null,
                                false));
            }
            int winners = 0;
            for (Future<Parties.Outcome> each : people.invokeAll(wishes)) {
                winners += each.get() instanceof Parties.Outcome.Done ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    /** Something that changes parties. */
    private interface Change {
        void make();
    }

    /** Whatever call fails, all of it is done or nothing; asked for again it is done. */
    private void holdsWhateverFails(String what, List<String> before, List<String> after, Change change, Change back) {
        int failures = 0;
        for (int call = 1; call < MOST_CALLS; call++) {
            source.failAt(call);
            boolean thrown = false;
            try {
                change.make();
            } catch (RuntimeException e) {
                assertThat(Outage.of(e)).as("%s, call %d", what, call).contains(Outage.GONE);
                thrown = true;
            }
            boolean reached = source.hasFailed();
            source.heal();
            assertThat(told()).as("%s, call %d", what, call).isIn(before, after);
            assertThat(thrown && told().equals(after) && !before.equals(after))
                    .as("%s, call %d: told to have failed", what, call)
                    .isFalse();
            assertThat(new AuditLog(plain, Clock.systemUTC()).verify(read -> {}))
                    .isInstanceOf(AuditVerdict.Intact.class);
            if (thrown) {
                change.make();
                assertThat(told()).as("%s again, call %d", what, call).isEqualTo(after);
            }
            back.make();
            assertThat(told()).as("%s back, call %d", what, call).isEqualTo(before);
            failures += reached ? 1 : 0;
            if (!reached) {
                break;
            }
        }
        assertThat(failures).as(what).isGreaterThan(4);
    }

    @Test
    void aListIsTakenInAndUndoneAsAWholeWhateverQuestionFails() throws IOException {
        Enterprise host = firm(fresh("失败公司"));
        Party held = begun(PartyKind.PLATFORM, fresh("失败平台"));
        relations()
                .add(
                        OFFICER,
                        held,
                        column(PartyKind.PLATFORM, "依托单位"),
                        host.name(),
                        null,
                        null,
                        Supplier.SCIENCE,
                        MARCH);
        String rows = "平台名称,平台级别,依托单位,依托单位起\n" + held.name() + ",市级," + host.name() + ",2022-01-01\n" + fresh("失败平台")
                + ",国家级," + host.name() + ",\n";
        List<String> before = told();
        FirmListImport first = taken(looked(PartyKind.PLATFORM, rows));
        List<String> after = told();
        assertThat(after).isNotEqualTo(before);
        undone(first);
        assertThat(told()).isEqualTo(before);

        var now = new FirmListImport[1];
        TakeListJob job = application.getBean(TakeListJob.class);
        now[0] = looked(PartyKind.PLATFORM, rows);
        plain.write(in -> ListRows.move(in, now[0].id(), List.of(ListState.LOOKED), ListState.TAKING));
        holdsWhateverFails("take", before, after, () -> job.take(now[0], (done, all) -> {}), () -> {
            undone(now[0]);
            try {
                now[0] = looked(PartyKind.PLATFORM, rows);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            plain.write(in -> ListRows.move(in, now[0].id(), List.of(ListState.LOOKED), ListState.TAKING));
        });
        plain.write(in -> ListRows.move(in, now[0].id(), List.of(ListState.TAKING), ListState.LOOKED));

        now[0] = toBeUndone(taken(now[0]));
        UndoListJob undo = application.getBean(UndoListJob.class);
        holdsWhateverFails("undo", after, before, () -> undo.undo(now[0], OFFICER, (done, all) -> {}), () -> {
            try {
                now[0] = toBeUndone(taken(looked(PartyKind.PLATFORM, rows)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aChangeIsMadeAsAWholeWhateverQuestionFails() {
        Party party = begun(PartyKind.PARK, fresh("改错园区"));
        List<String> before = told();
        Change rise = () -> say(party.id(), said(null, Map.of("园区级别", "国家级")));
        Change fall = () -> say(
                party.id(),
                new Said(
                        null,
                        null,
                        new java.util.TreeMap<>(),
                        new java.util.TreeSet<>(List.of(FactYear.of("园区级别"))),
                        new java.util.TreeMap<>(),
                        new java.util.TreeMap<>(),
                        new java.util.TreeMap<>()));
        rise.make();
        List<String> after = told();
        fall.make();

        holdsWhateverFails("say", before, after, rise, fall);
        Change remove = () -> {
            Party now = parties().byId(OFFICER, party.id()).orElseThrow();
            done(parties().remove(OFFICER, now.id(), now.rowVersion(), "试"));
        };
        Change restore = () -> {
            Party now = parties().byId(OFFICER, party.id()).orElseThrow();
            done(parties().restore(OFFICER, now.id(), now.rowVersion()));
        };
        remove.make();
        List<String> without = told();
        restore.make();
        holdsWhateverFails("remove", before, without, remove, restore);
    }

    private void say(long id, Said said) {
        Party now = parties().byId(OFFICER, id).orElseThrow();
        done(parties().say(OFFICER, id, now.rowVersion(), Supplier.SCIENCE, MARCH, said, null, false));
    }
}
