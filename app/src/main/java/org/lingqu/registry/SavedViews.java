package org.lingqu.registry;

import java.time.Clock;
import java.util.List;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.registry.store.ViewRows;
import org.springframework.stereotype.Service;

/** Lists that people keep under a name; everybody sees only her own. */
@Service
public final class SavedViews {

    /** Characters of a name. */
    public static final int LONGEST_NAME = 60;

    private static final int LONGEST_QUERY = 2000;
    private static final int MOST = 50;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    SavedViews(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Hers, by name. */
    public List<SavedView> of(Actor actor) {
        return actor.person() == null ? List.of() : database.read(in -> ViewRows.of(in, actor.requirePerson()));
    }

    /**
     * Keeps a list under a name; what was kept under it before is replaced.
     *
     * @return false where the name is empty or too long, the address too long, or she has as many as there may be
     */
    public boolean keep(Actor by, String name, String query) {
        String given = name.strip();
        if (given.isEmpty()
                || given.codePointCount(0, given.length()) > LONGEST_NAME
                || query.length() > LONGEST_QUERY) {
            return false;
        }
        return database.write(in -> {
            boolean known = ViewRows.of(in, by.requirePerson()).stream()
                    .anyMatch(view -> view.name().equals(given));
            if (!known && ViewRows.of(in, by.requirePerson()).size() >= MOST) {
                return false;
            }
            ViewRows.keep(in, by.requirePerson(), given, query, clock.instant());
            audit.record(by, "registry.view", "enterprise-view", given, null, query);
            return true;
        });
    }

    /** Forgets one of hers. */
    public boolean forget(Actor by, long id) {
        return database.write(in -> {
            boolean gone = ViewRows.remove(in, by.requirePerson(), id);
            if (gone) {
                audit.record(by, "registry.view-gone", "enterprise-view", Long.toString(id), null, null);
            }
            return gone;
        });
    }
}
