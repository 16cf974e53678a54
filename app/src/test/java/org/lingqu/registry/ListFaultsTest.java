package org.lingqu.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.FaultSweep;
import org.lingqu.Started;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.database.FailingSource;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.JobRun;
import org.lingqu.job.JobState;
import org.lingqu.job.store.JobStore;
import org.lingqu.registry.store.ListRows;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whatever question to the database fails, a list of enterprises is taken in and undone as a whole, and what officers say about one
 * enterprise is kept with its audit entry or not at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListFaultsTest {

    private static final Actor OFFICER = new Actor(7L, "李专员", Role.OFFICER);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final List<String> TABLES = List.of(
            "audit_record",
            "registry_enterprise",
            "registry_contact",
            "registry_entry",
            "registry_title",
            "registry_import",
            "registry_member",
            "registry_view");

    static final class OnSqliteTest extends ListFaultsTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends ListFaultsTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    private final FailingSource source = new FailingSource();
    private ConfigurableApplicationContext application;
    private FaultSweep sweep;
    /** Sees the tables by connections that never fail. */
    private Database plain;

    abstract String url() throws IOException, SQLException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        String url = url();
        var settings = new HashMap<String, Object>(Started.WITH_POLICIES);
        settings.put("lingqu.job.patience", "20ms");
        application = Started.on(
                folder,
                settings,
                Started.database(() -> Databases.open(folder, url, source::over)),
                "--logging.level.org.lingqu=OFF");
        plain = Databases.open(folder, url);
        sweep = new FaultSweep(source, plain, TABLES);
    }

    @AfterAll
    void stop() {
        application.close();
        plain.close();
    }

    private Enterprises enterprises() {
        return application.getBean(Enterprises.class);
    }

    private FirmLists lists() {
        return application.getBean(FirmLists.class);
    }

    private Map<String, FaultSweep.Change> changes() {
        long standing = enterprises()
                .create(OFFICER, Supplier.FIRM, MARCH, named("灵渠船闸有限公司"), null)
                .id();
        var changes = new LinkedHashMap<String, FaultSweep.Change>();
        changes.put(
                "a file",
                round -> enterprises().create(OFFICER, Supplier.FIRM, MARCH, named("灵渠第" + round + "船闸公司"), null));
        changes.put(
                "a figure",
                round -> assertThat(enterprises()
                                .type(
                                        OFFICER,
                                        standing,
                                        version(standing),
                                        Supplier.FIRM,
                                        MARCH,
                                        "2025年研发费用（万元）",
                                        Integer.toString(round),
                                        null))
                        .isInstanceOf(Enterprises.Outcome.Done.class));
        changes.put("a person of a firm", round -> enterprises().join(OFFICER, standing, round));
        changes.put("a contact", round -> {
            Contacts contacts = application.getBean(Contacts.class);
            Enterprise enterprise = enterprises().byId(OFFICER, standing).orElseThrow();
            var wish = new Contacts.Wish(Map.of("name", "闸" + round, "phone", "0600-2800000"), true);
            List<Contact> known = contacts.of(OFFICER, enterprise);
            assertThat(
                            known.isEmpty()
                                    ? contacts.add(OFFICER, enterprise, wish)
                                    : contacts.change(
                                            OFFICER,
                                            enterprise,
                                            known.getFirst().id(),
                                            known.getFirst().rowVersion(),
                                            wish))
                    .isEqualTo(new Contacts.Outcome.Done());
        });
        changes.put(
                "a view",
                round -> assertThat(application.getBean(SavedViews.class).keep(OFFICER, "视图", "words=" + round))
                        .isTrue());
        return changes;
    }

    private static Said named(String name) {
        return Said.of(name, null, Map.of(), Map.of(), Map.of(), Map.of());
    }

    private int version(long enterprise) {
        return enterprises().byId(OFFICER, enterprise).orElseThrow().rowVersion();
    }

    @Test
    void aChangeIsDoneAsAWholeOrNotAtAll() {
        sweep.over(changes());
    }

    @Test
    void aListIsTakenInAndUndoneAsAWhole() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        int step = 5; // all calls take minutes; from another one on each time
        int rounds = 0;
        boolean reached = true;
        for (int call = 1 + new Random(seed).nextInt(step); reached && call < FaultSweep.MOST_CALLS; call += step) {
            String what = "call " + call + ", seed " + seed;
            int before = count();
            int number = call;
            source.failAt(call);
            FirmListImport list = FaultSweep.again(() -> send(number));
            list = await(list, ListState.LOOKED, lists()::lookAgain);
            FirmListImport looked = list;
            assertThat(FaultSweep.again(() -> lists().take(OFFICER, looked)))
                    .as(what)
                    .isTrue();
            list = await(list, ListState.TAKEN, lists()::take);
            assertThat(count()).as(what).isEqualTo(before + 3);
            assertThat(list.counts().fresh()).as(what).isEqualTo(3);
            FirmListImport taken = list;
            assertThat(FaultSweep.again(() -> lists().undo(OFFICER, taken)))
                    .as(what)
                    .isTrue();
            await(list, ListState.UNDONE, lists()::undo);
            reached = source.hasFailed();
            source.heal();

            assertThat(count()).as(what).isEqualTo(before);
            assertThat(entries(list)).as(what).isEqualTo(3);
            sweep.requireIntact(what);
            rounds++;
        }
        assertThat(rounds).isGreaterThan(5);
    }

    private FirmListImport send(int number) {
        String text = """
                企业名称,2025年营业收入（万元）,行业代码
                灵渠甲%1$d公司,%1$d,3952
                灵渠乙%1$d公司,%1$d,3952
                灵渠丙%1$d公司,%1$d,3952
                """.formatted(number);
        try {
            return lists().send(
                            OFFICER,
                            "名单" + number + ".csv",
                            new ByteArrayInputStream(text.getBytes(UTF_8)),
                            "",
                            Supplier.FIRM,
                            MARCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int count() {
        return plain.read(in -> ((Number)
                        Objects.requireNonNull(in.fetchValue("select count(*) from registry_enterprise where listed")))
                .intValue());
    }

    private int entries(FirmListImport list) {
        return plain.read(in -> ((Number) Objects.requireNonNull(
                        in.fetchValue("select count(*) from registry_entry where import_id = " + list.id())))
                .intValue());
    }

    private interface Ask {
        boolean of(Actor by, FirmListImport list);
    }

    /** Waits until a list is so far and its job is over; when a job failed she asks again. */
    private FirmListImport await(FirmListImport list, ListState state, Ask ask) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(end)) {
            FirmListImport now = plain.read(in -> ListRows.byId(in, list.id())).orElseThrow();
            JobState job = job(now);
            if (now.state() == state && job.isOver()) {
                return now;
            }
            if (now.state().isWorking() && job == JobState.FAILED) {
                FaultSweep.again(() -> ask.of(OFFICER, now));
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("never " + state);
    }

    private JobState job(FirmListImport list) {
        Long run = Objects.requireNonNull(list.run());
        return plain.read(in -> JobStore.byId(in, run)).map(JobRun::state).orElseThrow();
    }
}
