package org.lingqu.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.database.Outage;
import org.lingqu.job.store.JobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
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
    private final Duration patience;
    /** Runs that this process is working on. */
    private final Map<Long, LiveRun> live = new ConcurrentHashMap<>();

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("job").daemon().factory());

    /** @param patience after an outage of the database, before a run is tried again */
    Jobs(
            Database database,
            AuditLog audit,
            Clock clock,
            List<JobKind> kinds,
            @Value("${lingqu.job.patience:5s}") Duration patience) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.patience = patience;
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
        LiveRun now = live.get(id);
        if (now != null) {
            now.cancel(); // first: it may be in a transaction that what follows has to wait for
        }
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
        return database.read(in -> JobStore.byId(in, id)).map(this::now);
    }

    /** The newest runs first. */
    public List<JobRun> newest(int offset, int limit) {
        return database.read(in -> JobStore.newest(in, offset, limit)).stream()
                .map(this::now)
                .toList();
    }

    /** The newest run of a kind. */
    public Optional<JobRun> last(String kind) {
        return database.read(in -> JobStore.last(in, kind)).map(this::now);
    }

    private JobRun now(JobRun run) {
        LiveRun known = live.get(run.id());
        return known == null ? run : known.on(run);
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

    @SuppressWarnings("FutureReturnValueIgnored") // it lets nothing out that anybody could look at
    private void perform(long id) {
        try {
            database.write(in -> JobStore.claim(in, id, clock.instant())).ifPresent(this::perform);
        } catch (RuntimeException e) {
            // that a run is over could not be written, nor perhaps that it began: it is begun again, as after a crash
            LOG.warn("job {} is put off by {} s", id, patience.toSeconds(), e);
            if (!worker.isShutdown()) {
                worker.schedule(() -> perform(id), patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void perform(JobRun run) {
        try {
            work(run);
        } finally {
            live.remove(run.id());
        }
    }

    private void work(JobRun run) {
        var now = new LiveRun();
        live.put(run.id(), now);
        var context = new JobContext(database, clock, run, now);
        try {
            JobKind kind = kinds.get(run.kind());
            if (kind == null) {
                throw new IllegalStateException("这个版本没有此类任务：" + run.kind());
            }
            kind.run(context);
        } catch (JobCancelled e) {
            end(context, JobState.CANCELLED, null);
            return;
        } catch (Exception e) {
            if (worker.isShutdown()) {
                return; // the process is ending: the run goes on at the next start
            }
            LOG.warn("job {} of kind {} failed", run.id(), run.kind(), e);
            end(context, JobState.FAILED, reason(e));
            return;
        }
        end(context, JobState.DONE, null); // a failure to say that it is done is no failure of the work
    }

    /** For the person who asked for it; what a database or a disk says is for the log. */
    private static String reason(Exception failure) {
        return Outage.of(failure)
                .map(outage -> switch (outage) {
                    case GONE ->
                        "数据库或磁盘暂时不可用，已完成的部分已保存，恢复后请继续 · database or disk unavailable, what is done is kept, go on"
                                + " later";
                    case FULL -> "磁盘已满，已完成的部分已保存，腾出空间后请继续 · disk full, what is done is kept, go on when there is room";
                    case READ_ONLY -> "磁盘只读，已完成的部分已保存，恢复后请继续 · disk read-only, what is done is kept, go on later";
                })
                .orElseGet(() -> String.valueOf(failure.getMessage()));
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
