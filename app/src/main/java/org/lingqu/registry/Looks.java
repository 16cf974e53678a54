package org.lingqu.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.lingqu.account.Actor;
import org.lingqu.database.Beside;
import org.lingqu.database.Database;
import org.lingqu.registry.store.LookRows;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Service;

/** Who looked at an enterprise, its file or what policies say of it, once a person and day. Safe for use by many threads. */
@Service
public final class Looks {

    private static final int MOST_TOLD = 100;

    private final Database database;
    private final Beside beside;
    private final Clock clock;

    Looks(Database database, Beside beside, Clock clock) {
        this.database = database;
        this.beside = beside;
        this.clock = clock;
    }

    /**
     * Notes that somebody who is signed in looks at an enterprise, beside the page.
     *
     * @param enterprise number of one that there is
     */
    public void note(Actor actor, long enterprise) {
        Long person = actor.person();
        if (person != null) {
            var look = new Look(person, actor.name(), actor.role(), clock.instant());
            beside.note("somebody looked at enterprise " + enterprise, () -> keep(enterprise, look));
        }
    }

    private void keep(long enterprise, Look look) {
        LocalDate day = LocalDate.ofInstant(look.at(), Ui.ZONE);
        if (!database.read(in -> LookRows.isThere(in, enterprise, look.personId(), day))) {
            database.change(in -> LookRows.insert(in, enterprise, look, day));
        }
    }

    /** The newest, at most {@value #MOST_TOLD}. */
    public List<Look> of(Enterprise enterprise) {
        return database.read(in -> LookRows.of(in, enterprise.id(), MOST_TOLD));
    }
}
