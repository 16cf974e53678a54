package org.lingqu.policy.trial;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.policy.store.TrialRows;
import org.lingqu.ui.NotFound;
import org.springframework.stereotype.Service;

/** What-ifs that are kept: all staff see them; who keeps one can let it go, and so can an administrator. */
@Service
public final class SavedTrials {

    /** Characters of a name. */
    public static final int LONGEST_NAME = 100;

    private static final int LONGEST_QUERY = 4_000;
    /** Of one policy. */
    private static final int MOST = 200;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    SavedTrials(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why one is not kept; said by {@code policy.trial.problem.NAME}. */
    public enum Problem {
        NAME_MISSING,
        NAME_TOO_LONG,
        /** So many figures were changed that the address is too long to be kept. */
        QUESTION_TOO_LONG,
        TOO_MANY
    }

    /** Those of a policy, the newest first. */
    public List<SavedTrial> of(String policy) {
        return database.read(in -> TrialRows.of(in, policy));
    }

    /** Keeps one. Empty when it is kept. */
    public Optional<Problem> save(Actor by, String typed, TrialQuestion question) {
        String name = typed.strip();
        String query = question.query();
        if (name.isEmpty()) {
            return Optional.of(Problem.NAME_MISSING);
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(Problem.NAME_TOO_LONG);
        }
        if (query.length() > LONGEST_QUERY) {
            return Optional.of(Problem.QUESTION_TOO_LONG);
        }
        String policy = question.policy().id().toString();
        return database.write(in -> {
            if (TrialRows.count(in, policy) >= MOST) {
                return Optional.of(Problem.TOO_MANY);
            }
            TrialRows.insert(in, policy, name, query, by.requirePerson(), by.name(), clock.instant());
            audit.record(by, "policy.trial", "policy", policy, null, name);
            return Optional.empty();
        });
    }

    /** Lets one go. */
    public void remove(Actor by, String policy, long id) {
        database.change(in -> {
            SavedTrial trial = TrialRows.byId(in, policy, id)
                    .filter(each -> mayRemove(by, each))
                    .orElseThrow(NotFound::new);
            TrialRows.remove(in, id);
            audit.record(by, "policy.trial-delete", "policy", policy, trial.name(), null);
        });
    }

    /** Whether somebody may let it go. */
    public static boolean mayRemove(Actor actor, SavedTrial trial) {
        return actor.is(Role.ADMINISTRATOR) || (actor.person() != null && actor.person() == trial.person());
    }
}
