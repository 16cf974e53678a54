package org.lingqu.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.database.FailingSource;
import org.lingqu.database.Outage;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.PolicyId;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.draft.Drafts.Outcome;
import org.lingqu.policy.store.DraftRows;
import org.lingqu.policy.store.PublicationRows;
import org.lingqu.registry.Enterprises;
import org.springframework.context.ConfigurableApplicationContext;

/** Policies are written by one, approved by another and published; record and files say the same whatever fails in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DraftsTest {

    private static final Actor AUTHOR = new Actor(7L, "李专员", Role.OFFICER);
    private static final Actor SECOND = new Actor(8L, "王专员", Role.OFFICER);
    private static final Actor THIRD = new Actor(9L, "系统管理员", Role.ADMINISTRATOR);
    private static final int MOST_CALLS = 400;

    static final class OnSqliteTest extends DraftsTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends DraftsTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    private final FailingSource source = new FailingSource();
    private final FailingDisk disk = new FailingDisk();
    private final AtomicInteger versions = new AtomicInteger();
    private Path data;
    private ConfigurableApplicationContext application;
    /** Sees the tables by connections that never fail. */
    private Database plain;

    abstract String url() throws IOException, SQLException;

    /** The n-th step on the disk fails. */
    private static final class FailingDisk implements PublishedFiles.Fault {

        private static final int NEVER = Integer.MAX_VALUE;
        private int left = NEVER;
        private boolean failed;

        void failAt(int step) {
            left = step;
            failed = false;
        }

        @Override
        public void before(String step, Path file) throws IOException {
            if (left != NEVER && --left == 0) {
                failed = true;
                left = NEVER;
                throw new IOException("No space left on device");
            }
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        String url = url();
        data = folder.resolve("data");
        Path policies = folder.resolve("policies");
        Files.createDirectories(policies.resolve("cn"));
        Files.createDirectories(data);
        for (String file : List.of("facts.yaml", "cn/enterprise-size-2011.yaml")) {
            Files.copy(Path.of("../policies").resolve(file), policies.resolve(file));
        }
        Files.writeString(
                policies.resolve("cn/sample-2020.yaml"), text("sample", "2020", LocalDate.of(2020, 1, 1), 100));
        application = Started.on(
                data,
                Map.of("lingqu.policies", policies.toString()),
                beans -> {
                    Started.database(() -> Databases.open(data, url, source::over))
                            .accept(beans);
                    beans.registerBean(
                            "publications",
                            Publications.class,
                            () -> new Publications(
                                    beans.getBean(Database.class),
                                    beans.getBean(InstalledPack.class),
                                    new PublishedFiles(data.resolve("policies"), disk)));
                },
                "--logging.level.org.lingqu=OFF");
        plain = Databases.open(data, url);
    }

    @AfterAll
    void stop() {
        application.close();
        plain.close();
    }

    private static String text(String name, String version, LocalDate from, int least) {
        return """
                # a policy of a test
                policy: cn/%1$s
                version: "%2$s"
                title: 示例政策%1$s
                english: sample
                document: 示〔2026〕1号
                issuers: [示例局]
                region: "000000"
                valid: {from: %3$s}
                confidence: V2
                criteria:
                  - {id: rd, article: 一, says: 研发费用够, require: 研发费用.上年 >= %4$d * 万元}
                benefits:
                  - {id: grant, article: 二, says: 奖励, amount: 10 * 万元, per: once}
                examples:
                  cases:
                    - {name: 够, as-of: %3$s, firm: {研发费用: {%5$d: %4$d万元}}, expect: met}
                """.formatted(name, version, from, least, from.getYear() - 1);
    }

    private Drafts drafts() {
        return application.getBean(Drafts.class);
    }

    private InstalledPack installed() {
        return application.getBean(InstalledPack.class);
    }

    private LocalDate today() {
        return application.getBean(Enterprises.class).today();
    }

    private static Draft done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).draft();
    }

    private static DraftRefusal refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).why();
    }

    private Draft approved(String text) {
        Draft draft = drafts().begin(AUTHOR, text, "");
        draft = done(drafts().submit(AUTHOR, draft.id(), draft.rowVersion()));
        return done(drafts().approve(SECOND, draft.id(), draft.rowVersion(), "同意"));
    }

    private List<Policy> versions(String name) {
        return installed().pack().policies().stream()
                .filter(policy -> policy.id().equals(new PolicyId("cn", name)))
                .toList();
    }

    private Map<String, String> record() {
        return plain.read(PublicationRows::texts);
    }

    private Map<String, String> files() {
        try {
            return new PublishedFiles(data.resolve("policies")).there();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AuditVerdict verdict() {
        return new AuditLog(plain, Clock.systemUTC()).verify(read -> {});
    }

    @Test
    void whatASecondPersonApprovedCountsOnceItIsPublished() {
        Draft draft = drafts().begin(AUTHOR, text("whole", "1", today(), 200), "");
        assertThat(refused(drafts().approve(SECOND, draft.id(), draft.rowVersion(), "")))
                .isEqualTo(DraftRefusal.WRONG_STATE);
        draft = done(drafts().submit(AUTHOR, draft.id(), draft.rowVersion()));
        assertThat(refused(drafts().approve(AUTHOR, draft.id(), draft.rowVersion(), "")))
                .isEqualTo(DraftRefusal.OWN_DRAFT);
        assertThat(refused(drafts().publish(SECOND, draft.id(), draft.rowVersion())))
                .isEqualTo(DraftRefusal.WRONG_STATE);
        draft = done(drafts().approve(SECOND, draft.id(), draft.rowVersion(), "同意"));
        Opportunities opportunities = application.getBean(Opportunities.class);
        assertThat(opportunities.board().policy("cn/whole")).isEmpty();

        draft = done(drafts().publish(AUTHOR, draft.id(), draft.rowVersion()));

        assertThat(draft.state()).isEqualTo(DraftState.PUBLISHED);
        assertThat(opportunities.board().policy("cn/whole")).isPresent();
        assertThat(files()).containsEntry("cn/whole-1.yaml", text("whole", "1", today(), 200));
        assertThat(files()).isEqualTo(record());
        assertThat(drafts().steps(draft.id()))
                .extracting(DraftStep::kind)
                .containsExactly(DraftStep.Kind.PUBLISH, DraftStep.Kind.APPROVE, DraftStep.Kind.SUBMIT);
        List<String> actions = plain.read(
                in -> in.fetch("select action from audit_record order by seq").getValues(0, String.class));
        assertThat(actions).contains("policy.draft", "policy.draft-submit", "policy.draft-approve", "policy.publish");
    }

    @Test
    void theVersionBeforeEndsAndGoesOnWhenTheNewOneIsWithdrawn() {
        LocalDate begins = today().plusDays(30);
        publish(text("ends", "1", LocalDate.of(2020, 1, 1), 100));
        Draft second = publish(text("ends", "2", begins, 100));

        assertThat(versions("ends"))
                .extracting(policy -> policy.validity().to())
                .containsExactly(begins.minusDays(1), null);
        Publication publication =
                application.getBean(Publications.class).ofDraft(second.id()).orElseThrow();
        assertThat(drafts().withdraw(THIRD, publication.id(), " ")).contains(DraftRefusal.WORDS_MISSING);
        assertThat(drafts().withdraw(THIRD, publication.id(), "写错了")).isEmpty();

        assertThat(versions("ends")).hasSize(1);
        assertThat(versions("ends").getFirst().validity().to()).isNull();
        assertThat(files()).isEqualTo(record()).doesNotContainKey("cn/ends-2.yaml");
        assertThat(drafts().withdraw(THIRD, publication.id(), "再来")).contains(DraftRefusal.ALREADY_WITHDRAWN);
        Publication first = application.getBean(Publications.class).all().stream()
                .filter(each ->
                        each.policy().equals("cn/ends") && each.version().equals("1"))
                .findFirst()
                .orElseThrow();
        assertThat(drafts().withdraw(THIRD, first.id(), "不要了")).contains(DraftRefusal.ALREADY_IN_FORCE);
    }

    private Draft publish(String text) {
        Draft draft = approved(text);
        return done(drafts().publish(SECOND, draft.id(), draft.rowVersion()));
    }

    @Test
    void everySaveIsKeptAndAStaleOneChangesNothing() {
        Draft draft = drafts().begin(AUTHOR, "一", "");
        done(drafts().save(AUTHOR, draft.id(), 1, "二\r\n", "改"));
        assertThat(refused(drafts().save(SECOND, draft.id(), 1, "三", ""))).isEqualTo(DraftRefusal.OVERTAKEN);
        done(drafts().save(SECOND, draft.id(), 2, "二\n", "")); // nothing new

        assertThat(drafts().revisions(draft.id())).extracting(Revision::text).containsExactly("二\n", "一");
        assertThat(refused(drafts().save(AUTHOR, draft.id(), 2, "x".repeat(Drafts.LONGEST_TEXT + 1), "")))
                .isEqualTo(DraftRefusal.TEXT_TOO_LONG);
    }

    @Test
    void ofManyWhoSaveAtOnceOneIsFirst() throws Exception {
        Draft draft = drafts().begin(AUTHOR, "起", "");
        try (ExecutorService people = Executors.newFixedThreadPool(16)) {
            var wishes = new ArrayList<Callable<Outcome>>();
            for (int i = 0; i < 16; i++) {
                String text = "文" + i;
                wishes.add(() -> drafts().save(AUTHOR, draft.id(), 1, text, ""));
            }
            int winners = 0;
            for (Future<Outcome> each : people.invokeAll(wishes)) {
                switch (each.get()) {
                    case Outcome.Done ignored -> winners++;
                    case Outcome.Refused refused -> assertThat(refused.why()).isEqualTo(DraftRefusal.OVERTAKEN);
                }
            }
            assertThat(winners).isEqualTo(1);
        }
        assertThat(drafts().revisions(draft.id())).hasSize(2);
    }

    @Test
    void whoWroteAnyOfItCannotApproveIt() {
        Draft draft = drafts().begin(AUTHOR, text("two", "1", today(), 1), "");
        draft = done(drafts().save(SECOND, draft.id(), 1, text("two", "1", today(), 2), "改一字"));
        draft = done(drafts().submit(AUTHOR, draft.id(), draft.rowVersion()));

        assertThat(refused(drafts().approve(SECOND, draft.id(), draft.rowVersion(), "")))
                .isEqualTo(DraftRefusal.OWN_DRAFT);
        assertThat(refused(drafts().sendBack(SECOND, draft.id(), draft.rowVersion(), "不行")))
                .isEqualTo(DraftRefusal.OWN_DRAFT);
        assertThat(refused(drafts().sendBack(THIRD, draft.id(), draft.rowVersion(), " ")))
                .isEqualTo(DraftRefusal.WORDS_MISSING);
        assertThat(refused(drafts().approve(THIRD, draft.id(), draft.rowVersion() - 1, "")))
                .isEqualTo(DraftRefusal.OVERTAKEN);
        draft = done(drafts().sendBack(THIRD, draft.id(), draft.rowVersion(), "门槛请再核"));
        assertThat(draft.state()).isEqualTo(DraftState.EDITING);
    }

    @Test
    void whatWasApprovedIsApprovedAgainAfterAChange() {
        Draft draft = approved(text("again", "1", today(), 1));
        assertThat(refused(drafts().save(AUTHOR, draft.id(), 1, text("again", "1", today(), 2), "")))
                .isEqualTo(DraftRefusal.WRONG_STATE);
        draft = done(drafts().takeBack(AUTHOR, draft.id(), draft.rowVersion()));
        draft = done(drafts().save(AUTHOR, draft.id(), 1, text("again", "1", today(), 2), ""));
        assertThat(refused(drafts().publish(SECOND, draft.id(), draft.rowVersion())))
                .isEqualTo(DraftRefusal.WRONG_STATE);
    }

    @Test
    void aTextWithProblemsIsNotSubmitted() {
        String wrong =
                text("wrong", "1", today(), 1).replace("研发费用.上年", "研发费").replace("expect: met", "expect: not met");
        Draft draft = drafts().begin(AUTHOR, wrong, "");
        assertThat(refused(drafts().submit(AUTHOR, draft.id(), draft.rowVersion())))
                .isEqualTo(DraftRefusal.HAS_PROBLEMS);
        DraftCheck check = application.getBean(Checker.class).check(wrong);
        assertThat(check.problems()).extracting(problem -> problem.code()).contains(ProblemCode.UNKNOWN_FACT);
        assertThat(check.problems().getFirst().place().line()).isEqualTo(12);
        assertThat(application
                        .getBean(Checker.class)
                        .check("policy: ../x\nversion: ../../etc\n")
                        .path())
                .isEqualTo("cn/unnamed-draft.yaml");
    }

    @Test
    void aVersionIsShownAgainstTheOneBefore() {
        DraftCheck check =
                application.getBean(Checker.class).check(text("sample", "2027", LocalDate.of(2027, 1, 1), 200));
        assertThat(check.isSound())
                .as("%s %s", check.problems(), check.elsewhere())
                .isTrue();
        assertThat(check.ends()).isTrue();
        assertThat(Objects.requireNonNull(check.before()).version()).isEqualTo("2020");
        assertThat(check.differences())
                .extracting(difference -> difference.part())
                .contains("条件", "有效期");
        assertThat(check.examples()).allMatch(DraftCheck.Tried::passes);
        DraftCheck failing = application
                .getBean(Checker.class)
                .check(text("sample", "2027", LocalDate.of(2027, 1, 1), 200).replace("expect: met", "expect: not met"));
        assertThat(failing.examples()).noneMatch(DraftCheck.Tried::passes);
    }

    @Test
    void theSkeletonOfANewPolicyIsSoundOnceItsWordsAreReplaced() throws IOException {
        try (InputStream in = Objects.requireNonNull(Drafts.class.getResourceAsStream("skeleton.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(application.getBean(Checker.class).check(text).problems())
                    .hasSize(4)
                    .allSatisfy(
                            problem -> assertThat(problem.message().chinese()).contains("样稿"));
            assertThat(application
                            .getBean(Checker.class)
                            .check(text.replace("new-policy", "reward")
                                    .replace("政策名称", "研发奖励办法")
                                    .replace("文号〔", "示〔")
                                    .replace("发文机关", "示例局"))
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void whoGainsIsToldWhileExamplesStillExpectWhatWas() {
        DraftCheck check = application
                .getBean(Checker.class)
                .check(text("sample", "2027", LocalDate.of(2027, 1, 1), 200).replace("expect: met", "expect: not met"));

        assertThat(check.problems()).isNotEmpty();
        assertThat(check.effect()).isNotNull();
    }

    private String fresh() {
        int number = versions.incrementAndGet();
        return text("faults", "r" + number, today().plusDays(number), 100);
    }

    /** What holds after every failure, once the application has started again. */
    private void holds(String what, Draft draft) {
        application.getBean(Publications.class).afterSingletonsInstantiated(); // what a start does
        boolean published =
                plain.read(in -> PublicationRows.ofDraft(in, draft.id())).isPresent();
        DraftState state =
                plain.read(in -> DraftRows.byId(in, draft.id())).orElseThrow().state();
        assertThat(files()).as(what).isEqualTo(record());
        assertThat(state == DraftState.PUBLISHED).as(what).isEqualTo(published);
        assertThat(versions("faults").stream()
                        .anyMatch(policy -> policy.version().equals(draft.version())))
                .as(what)
                .isEqualTo(published);
        assertThat(installed().pack().problems()).as(what).isEmpty();
        assertThat(verdict()).as(what).isInstanceOf(AuditVerdict.Intact.class);
    }

    @Test
    void recordAndFilesSayTheSameWhateverQuestionToTheDatabaseFails() {
        int failures = 0;
        for (int call = 1; call < MOST_CALLS; call++) {
            Draft draft = approved(fresh());
            source.failAt(call);
            boolean thrown = false;
            try {
                done(drafts().publish(SECOND, draft.id(), draft.rowVersion()));
            } catch (RuntimeException e) {
                assertThat(Outage.of(e)).as("call " + call).contains(Outage.GONE);
                thrown = true;
            }
            boolean reached = source.hasFailed();
            source.heal();
            holds("call " + call, draft);
            failures += reached ? 1 : 0;
            if (thrown) { // and it is done when it is asked for again
                done(drafts().publish(SECOND, draft.id(), draft.rowVersion()));
                holds("again " + call, draft);
            }
            if (!reached) {
                break;
            }
        }
        assertThat(failures).isGreaterThan(10);
    }

    @Test
    void recordAndFilesSayTheSameWhateverStepOnTheDiskFails() {
        int failures = 0;
        for (int step = 1; step < MOST_CALLS; step++) {
            Draft draft = approved(fresh());
            disk.failAt(step);
            try {
                done(drafts().publish(SECOND, draft.id(), draft.rowVersion()));
            } catch (UncheckedIOException e) {
                assertThat(Outage.of(e)).as("step " + step).contains(Outage.FULL);
                Optional<Publication> recorded = plain.read(in -> PublicationRows.ofDraft(in, draft.id()));
                assertThat(recorded).as("step " + step).isEmpty();
            }
            boolean reached = disk.failed;
            disk.failAt(FailingDisk.NEVER);
            holds("step " + step, draft);
            failures += reached ? 1 : 0;
            if (!reached) {
                break;
            }
        }
        assertThat(failures).isGreaterThan(8);
    }

    @Test
    void aFileThatSomebodyChangedByHandIsSetAside() throws IOException {
        publish(text("byhand", "1", today(), 5));
        Path file = data.resolve("policies/cn/byhand-1.yaml");
        Files.writeString(file, "changed by hand");
        Files.writeString(data.resolve("policies/cn/unknown-1.yaml"), "not published");
        assertThat(application.getBean(Publications.class).agree()).isFalse();

        application.getBean(Publications.class).settle();

        assertThat(application.getBean(Publications.class).agree()).isTrue();
        assertThat(Files.readString(file)).isEqualTo(text("byhand", "1", today(), 5));
        try (var all = Files.list(data.resolve("policies/cn"))) {
            assertThat(all.map(each -> each.getFileName().toString()).filter(name -> name.endsWith(".aside")))
                    .hasSize(2);
        }
    }
}
