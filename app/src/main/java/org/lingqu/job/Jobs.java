package org.lingqu.job;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.job.store.JobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Does long work one run after the other, and takes up again what was under way when the process ended. */
@Service
public final class Jobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, JobKind> kinds;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("job").daemon().factory());

    Jobs(Database database, AuditLog audit, Clock clock, List<JobKind> kinds) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
    }

    /**
     * Asks for work; it begins when what was asked for before is over.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public JobRun start(Actor by, String kind, String title, String payload) {
        if (!kinds.containsKey(kind)) {
            throw new IllegalArgumentException("no kind of job is called " + kind);
        }
        return database.write(in -> {
            JobRun run =
                    JobStore.insert(in, kind, title, payload, by.person() == null ? 0 : by.person(), clock.instant());
            audit.record(by, "job.start", "job", Long.toString(run.id()), null, title);
            database.afterwards(() -> worker.execute(() -> perform(run.id())));
            return run;
        });
    }

    /** Asks a run to stop; it does so at its next step. One that has not begun never will. */
    public void cancel(Actor by, long id) {
        database.change(in -> {
            if (JobStore.requestCancel(in, id, clock.instant())) {
                audit.record(by, "job.cancel", "job", Long.toString(id), null, null);
            }
        });
    }

    /** Names of the kinds that an administrator may start by hand. */
    public List<String> byHand() {
        return kinds.values().stream()
                .filter(JobKind::isByHand)
                .map(JobKind::name)
                .sorted()
                .toList();
    }

    /** Where what a run works on can be seen. */
    public Optional<String> address(JobRun run) {
        return Optional.ofNullable(kinds.get(run.kind())).flatMap(kind -> kind.address(run));
    }

    /** How many lines a run has said. */
    public int countLines(long id) {
        return database.read(in -> JobStore.countLines(in, id));
    }

    /** By number. */
    public Optional<JobRun> byId(long id) {
        return database.read(in -> JobStore.byId(in, id));
    }

    /** The newest runs first. */
    public List<JobRun> newest(int offset, int limit) {
        return database.read(in -> JobStore.newest(in, offset, limit));
    }

    /** The newest run of a kind. */
    public Optional<JobRun> last(String kind) {
        return database.read(in -> JobStore.last(in, kind));
    }

    /** How many runs there are. */
    public int count() {
        return database.read(JobStore::count);
    }

    /** What a run said, in order. */
    public List<JobLine> lines(long id, int offset, int limit) {
        return database.read(in -> JobStore.lines(in, id, offset, limit));
    }

    /** Takes up what a crash or a stop left behind. */
    @EventListener
    void resume(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext)) {
            return; // a command beside a running server: the work is the server's
        }
        for (JobRun run : database.read(JobStore::unfinished)) {
            worker.execute(() -> perform(run.id()));
        }
    }

    private void perform(long id) {
        Optional<JobRun> claimed = database.write(in -> JobStore.claim(in, id, clock.instant()));
        if (claimed.isEmpty()) {
            return;
        }
        var context = new JobContext(database, clock, claimed.get());
        try {
            JobKind kind = kinds.get(claimed.get().kind());
            if (kind == null) {
                throw new IllegalStateException("这个版本没有此类任务：" + claimed.get().kind());
            }
            kind.run(context);
            end(context, JobState.DONE, null);
        } catch (JobCancelled e) {
            end(context, JobState.CANCELLED, null);
        } catch (Exception e) {
            if (worker.isShutdown()) {
                return; // the process is ending: the run goes on at the next start
            }
            LOG.warn("job {} of kind {} failed", id, claimed.get().kind(), e);
            end(context, JobState.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void end(JobContext context, JobState state, @org.jspecify.annotations.Nullable String message) {
        database.change(in -> {
            context.write();
            JobStore.end(in, context.run().id(), state, message, clock.instant());
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.info("a job is still running; it goes on at the next start");
        }
    }
}
