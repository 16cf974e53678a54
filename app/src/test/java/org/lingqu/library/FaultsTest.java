package org.lingqu.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.FaultSweep;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.database.FailingSource;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.job.JobRun;
import org.lingqu.job.JobState;
import org.lingqu.job.Jobs;
import org.lingqu.job.store.JobStore;
import org.lingqu.library.store.ImportRows;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever question to the database fails, a change is done as a whole or not at all, and done when it is asked for again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultsTest {

    private static final Actor OFFICER = new Actor(7L, "李专员", Role.OFFICER);
    private static final List<String> TABLES = List.of(
            "account_person",
            "audit_record",
            "job_run",
            "library_snapshot",
            "library_page",
            "library_version",
            "library_statement",
            "library_review",
            "library_import",
            "library_import_item");

    static final class OnSqliteTest extends FaultsTest {
        @Override
        String url() {
            return "";
        }

        @Override
        int step() {
            return 4;
        }
    }

    static final class OnPostgresTest extends FaultsTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }

        @Override
        int step() {
            return 11;
        }
    }

    private final FailingSource source = new FailingSource();
    private Path folder;
    private ConfigurableApplicationContext application;
    private FaultSweep sweep;
    /** Sees the tables by connections that never fail. */
    private Database plain;

    abstract String url() throws IOException, SQLException;

    /** Every so manieth call fails in an import, from another one on each time, because all of them take minutes. */
    abstract int step();

    @BeforeAll
    void start(@TempDir Path fresh) throws IOException, SQLException {
        folder = fresh;
        String url = url();
        application = Started.on(
                folder,
                Map.of("lingqu.job.patience", "20ms"),
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

    @Test
    void aChangeIsDoneAsAWholeOrNotAtAll() {
        sweep.over(changes());
    }

    @Test
    void anImportGoesOnAndKeepsEveryPageOnce() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        int first = 1 + new Random(seed).nextInt(step());
        boolean reached = true;
        int rounds = 0;
        for (int call = first; reached && call < FaultSweep.MOST_CALLS; call += step()) {
            int number = 1_000_000 + 10 * call;
            int pages = library().count(OFFICER, PageFilter.of(Map.of()));
            source.failAt(call);
            PageImport order = FaultSweep.again(() -> begun(number));
            order = await(order, ImportState.LOOKED, imports()::lookAgain);
            PageImport looked = order;
            FaultSweep.again(() -> imports().take(OFFICER, looked));
            await(order, ImportState.TAKEN, imports()::take);
            reached = source.hasFailed();
            source.heal();

            String what = "call " + call + ", seed " + seed;
            assertThat(imports().counts(order).taken()).as(what).isEqualTo(3);
            assertThat(imports().counts(order).of(ImportOutcome.REFUSED))
                    .as(what)
                    .isZero();
            assertThat(library().count(OFFICER, PageFilter.of(Map.of())))
                    .as(what)
                    .isEqualTo(pages + 3);
            assertThat(library().find(OFFICER, PageFilter.of(Map.of()), 0, 3))
                    .as(what)
                    .allSatisfy(page -> assertThat(page.versions()).isEqualTo(1));
            assertThat(folder.resolve("uploads/" + order.id())).as(what).doesNotExist();
            sweep.requireIntact(what);
            rounds++;
        }
        assertThat(rounds).isGreaterThan(5);
        assertThat(jobs().newest(0, 1000)).allMatch(run -> run.state().isOver());
    }

    private Map<String, FaultSweep.Change> changes() {
        var accounts = application.getBean(Accounts.class);
        var standing = new Standing();
        var changes = new LinkedHashMap<String, FaultSweep.Change>();
        changes.put("a page", round -> put("fresh" + round, page(round)));
        changes.put("another version of a page with reviews", round -> put("standing", standing.text() + round));
        changes.put(
                "pages", round -> library().putAll(OFFICER, arrivals(round), Visibility.PUBLIC, null, (a, b, c) -> {}));
        changes.put("confirm", round -> reviews().confirm(OFFICER, standing.statement(), standing.seen()));
        changes.put("reject", round -> reviews().reject(OFFICER, standing.statement(), standing.seen(), "不用"));
        changes.put(
                "correct",
                round -> reviews().correct(OFFICER, standing.statement(), standing.seen(), standing.correction(round)));
        changes.put("withdraw", round -> reviews().withdraw(OFFICER, standing.statement(), standing.seen()));
        changes.put(
                "visibility",
                round -> library().setVisibility(OFFICER, List.of(standing.page()), standing.otherVisibility()));
        changes.put(
                "an account",
                round -> assertThat(accounts.create(
                                OFFICER, "person" + round, "某人", Role.OFFICER.name(), null, PASSWORD, false))
                        .isEmpty());
        changes.put(
                "a sign-in that fails",
                round -> accounts.signIn(accounts.all().getFirst().login(), "wrong"));
        return changes;
    }

    private static final String PASSWORD = "lq-Canal-214-bc-36";

    /** A page with a statement that officers speak of again and again. */
    private final class Standing {

        private static final String TEXT = "灵渠市科技工作情况\n2024年，灵渠市高新技术企业达到310家，同比增长12.5%。\n共编印第";

        private final long page;
        private final long statement;

        Standing() {
            put("standing", TEXT + 0);
            page = library()
                    .find(OFFICER, PageFilter.of(Map.of()), 0, 1)
                    .getFirst()
                    .id();
            statement = library()
                    .statements(library().page(OFFICER, page).orElseThrow())
                    .getFirst()
                    .id();
        }

        String text() {
            return TEXT;
        }

        long page() {
            return page;
        }

        long statement() {
            return statement;
        }

        Visibility otherVisibility() {
            return library().page(OFFICER, page).orElseThrow().visibility() == Visibility.PUBLIC
                    ? Visibility.INTERNAL
                    : Visibility.PUBLIC;
        }

        StoredStatement now() {
            return application
                    .getBean(Statements.class)
                    .byId(OFFICER, statement)
                    .orElseThrow()
                    .statement();
        }

        long seen() {
            List<Review> reviews = reviews().of(now());
            return reviews.isEmpty() ? 0 : reviews.getFirst().id();
        }

        Correction correction(int round) {
            Correction typed = Correction.of(now().reading());
            return new Correction(
                    typed.region(),
                    typed.indicator(),
                    Integer.toString(round),
                    typed.unit(),
                    typed.period(),
                    typed.status(),
                    typed.growth(),
                    typed.share(),
                    typed.rank(),
                    "核对");
        }
    }

    private void put(String name, String text) {
        library()
                .put(
                        OFFICER,
                        new PageSource(name + ".txt", text.getBytes(UTF_8)),
                        "http://example.cn/" + name,
                        Visibility.PUBLIC,
                        null);
    }

    private static String page(int number) {
        return "灵渠市科技工作情况第" + number + "期\n2024年，灵渠市高新技术企业达到" + number + "家，同比增长12.5%。\n";
    }

    private static List<Library.Arrival> arrivals(int round) {
        return List.of(3000 + 2 * round, 3001 + 2 * round).stream()
                .map(number ->
                        new PageSource("batch" + number + ".txt", page(number).getBytes(UTF_8)))
                .map(page -> new Library.Arrival(page, (PageRead) new PageReader().read(page), null))
                .toList();
    }

    private PageImport begun(int number) {
        try {
            return switch (imports()
                    .upload(OFFICER, List.of(file(number), file(number + 1), file(number + 2)), Visibility.PUBLIC)) {
                case Imports.Begun.Looking looking -> looking.order();
                case Imports.Begun.Refused refused -> throw new AssertionError(refused.problems());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Imports.Upload file(int number) {
        byte[] bytes = page(number).getBytes(UTF_8);
        return new Imports.Upload(number + ".txt", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private interface Ask {
        List<ImportProblem> of(Actor by, PageImport order);
    }

    /** Waits until an import is so far; when its job failed she asks again. */
    private PageImport await(PageImport order, ImportState state, Ask ask) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(end)) {
            PageImport now = plain.read(in -> ImportRows.byId(in, order.id())).orElseThrow();
            if (now.state() == state && job(now) == null) {
                return now;
            }
            JobRun run = job(now);
            if (run != null && run.state() == JobState.FAILED) {
                assertThat(run.message()).contains("已完成的部分已保存");
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

    /** The job of an import, unless it is done. */
    private @Nullable JobRun job(PageImport order) {
        Long run = order.run();
        return run == null
                ? null
                : plain.read(in -> JobStore.byId(in, run))
                        .filter(each -> each.state() != JobState.DONE)
                        .orElse(null);
    }

    private Imports imports() {
        return application.getBean(Imports.class);
    }

    private Library library() {
        return application.getBean(Library.class);
    }

    private Reviews reviews() {
        return application.getBean(Reviews.class);
    }

    private Jobs jobs() {
        return application.getBean(Jobs.class);
    }
}
