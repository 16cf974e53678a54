package org.lingqu.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.job.JobCancelled;
import org.lingqu.job.JobContext;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.EntryRows;
import org.lingqu.registry.store.ListRows;
import org.springframework.stereotype.Component;

/**
 * Undoes a list, as a whole or not at all: what it said counts no more, enterprises that nothing else speaks of leave the lists.
 * Who stops it has the list as it was.
 */
@Component
final class UndoListJob extends ListJob {

    static final String NAME = "registry.undo";

    /** Enterprises are put together anew so many at a time. */
    private static final int PART = 500;

    private final Database database;
    private final EnterprisesShown enterprises;
    private final PartyTaking parties;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    UndoListJob(
            Database database,
            EnterprisesShown enterprises,
            PartyTaking parties,
            Accounts accounts,
            AuditLog audit,
            Clock clock) {
        super(NAME, ListState.UNDOING, database);
        this.parties = parties;
        this.database = database;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    void work(JobContext context, FirmListImport list) {
        Actor by = accounts.byId(context.run().person()).map(Person::actor).orElse(Actor.SYSTEM);
        try {
            undo(list, by, (done, all) -> context.step(done, all, ""));
        } catch (JobCancelled e) {
            database.change(in -> ListRows.move(in, list.id(), List.of(ListState.UNDOING), ListState.TAKEN));
            throw e;
        }
    }

    /** Undoes one that is to be undone. */
    void undo(FirmListImport list, Actor by, TakeListJob.Steps steps) {
        database.changeMuch(in -> {
            if (list.kind() == null) {
                undoEnterprises(in, list, steps);
            } else {
                parties.undo(in, list, by);
            }
            ListRows.move(in, list.id(), List.of(ListState.UNDOING), ListState.UNDONE);
            audit.record(by, "registry.undo", "enterprise-list", Long.toString(list.id()), list.title(), null);
        });
    }

    private void undoEnterprises(DSLContext in, FirmListImport list, TakeListJob.Steps steps) {
        Instant now = clock.instant();
        EntryRows.undo(in, list.id(), now);
        EnterpriseRows.hide(in, list.id(), now);
        List<Long> shared = EntryRows.sharedWithOthers(in, list.id());
        for (int i = 0; i < shared.size(); i += PART) {
            enterprises.refresh(in, shared.subList(i, Math.min(i + PART, shared.size())));
            steps.step(Math.min(i + PART, shared.size()), shared.size());
        }
        enterprises.changed(EntryRows.enterprises(in, list.id(), EnterprisesChanged.MOST_NAMED + 1));
    }
}
