package org.lingqu.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.registry.store.LookRows;
import org.lingqu.ui.Ui;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Who opened the file of an enterprise, once a person and day. Noted beside the page, which waits for no list that is being taken in;
 * where it cannot be noted, the page is shown all the same. Safe for use by many threads.
 */
@Service
public final class Looks implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_TOLD = 100;

    private final Database database;
    private final Clock clock;
    private final ThreadPoolExecutor beside = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("looks").daemon().factory(),
            (look, full) -> LOG.warn(
                    "nobody notes who looks any more: {} wait", full.getQueue().size()));

    Looks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that somebody who is signed in opens a file. */
    public void note(Actor actor, Enterprise enterprise) {
        Long person = actor.person();
        if (person != null) {
            var look = new Look(person, actor.name(), actor.role(), clock.instant());
            beside.execute(() -> keep(enterprise.id(), look));
        }
    }

    private void keep(long enterprise, Look look) {
        LocalDate day = LocalDate.ofInstant(look.at(), Ui.ZONE);
        try {
            if (!database.read(in -> LookRows.isThere(in, enterprise, look.personId(), day))) {
                database.change(in -> LookRows.insert(in, enterprise, look, day));
            }
        } catch (RuntimeException e) {
            LOG.warn("it was not noted that somebody opened enterprise {}", enterprise, e);
        }
    }

    /** The newest, at most {@value #MOST_TOLD}. */
    public List<Look> of(Enterprise enterprise) {
        return database.read(in -> LookRows.of(in, enterprise.id(), MOST_TOLD));
    }

    @Override
    public void destroy() throws InterruptedException {
        beside.shutdown();
        beside.awaitTermination(5, TimeUnit.SECONDS);
    }
}
