package org.lingqu.registry;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.job.Jobs;
import org.lingqu.registry.store.EnterpriseRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks when a server starts, and every hour, whether what lists show has to be worked out again; see {@link ShownAnewJob}. */
@Component
final class ShownAnew implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ShownAnew.class);

    private final Database database;
    private final ShownAnewJob job;
    private final Jobs jobs;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("shown-anew").daemon().factory());
    private boolean asked;

    ShownAnew(Database database, ShownAnewJob job, Jobs jobs) {
        this.database = database;
        this.job = job;
        this.jobs = jobs;
    }

    @EventListener
    @SuppressWarnings("FutureReturnValueIgnored") // it lets nothing out that anybody could look at
    void begin(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            look();
            watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.HOURS);
        }
    }

    private void look() {
        try {
            boolean needed = job.isNeeded();
            if (needed && database.read(EnterpriseRows::lastId) == 0) {
                job.done();
            } else if (needed && !asked) {
                jobs.start(Actor.SYSTEM, ShownAnewJob.NAME, ShownAnewJob.NAME, "");
            }
            asked = needed; // one that failed or was cancelled is not begun again before the next start
        } catch (RuntimeException e) {
            LOG.warn("what lists show is looked at again in an hour", e);
        }
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
