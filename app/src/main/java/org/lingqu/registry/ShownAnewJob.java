package org.lingqu.registry;

import org.lingqu.database.Database;
import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.ShownStamp;
import org.springframework.stereotype.Component;

/**
 * Works out again what lists show of all enterprises: titles that count, conflicts, size classes, parks. Needed where the rules for them
 * changed with the program, and with the year, by whose figures size classes go. What is as it was is not written.
 */
@Component
final class ShownAnewJob implements JobKind {

    static final String NAME = "registry.show-anew";

    /** Counts up whenever what is shown comes out otherwise of the same entries. */
    private static final int RULES = 3;

    private static final int PART = 500;

    private final Database database;
    private final Enterprises enterprises;
    private final EnterprisesShown shown;

    ShownAnewJob(Database database, Enterprises enterprises, EnterprisesShown shown) {
        this.shown = shown;
        this.database = database;
        this.enterprises = enterprises;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isByHand() {
        return true;
    }

    /** Whether what is shown was worked out by other rules than these, or in another year. */
    boolean isNeeded() {
        return !database.read(ShownStamp::get).equals(stamp());
    }

    /** Notes that everything is as it should be. */
    void done() {
        String stamp = stamp();
        database.change(in -> ShownStamp.set(in, stamp));
    }

    private String stamp() {
        return RULES + " " + enterprises.today().getYear();
    }

    @Override
    public void run(JobContext context) {
        String stamp = stamp();
        long last = database.read(EnterpriseRows::lastId);
        for (long from = 1; from <= last; from += PART) {
            long first = from;
            database.change(in -> shown.anew(in, first, first + PART));
            context.step(Math.min(from + PART - 1, last), last, "");
        }
        database.change(in -> {
            shown.parkedAnew(in);
            ShownStamp.set(in, stamp);
        });
    }
}
