package org.lingqu.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.lingqu.registry.store.ShapeRows;
import org.lingqu.sheet.UnreadableSheet;
import org.springframework.stereotype.Component;

/** Takes a list in, as a whole or not at all: one transaction. */
@Component
final class TakeListJob extends ListJob {

    static final String NAME = "registry.take";

    private static final Said NOTHING = Said.values(Map.of());

    private final Database database;
    private final ListReading reading;
    private final ListFiles files;
    private final EnterprisesShown enterprises;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;
    private final PartyReading partyReading;
    private final PartyTaking partyTaking;

    TakeListJob(
            Database database,
            ListReading reading,
            ListFiles files,
            EnterprisesShown enterprises,
            Accounts accounts,
            AuditLog audit,
            Clock clock,
            PartyReading partyReading,
            PartyTaking partyTaking) {
        super(NAME, ListState.TAKING, database);
        this.partyReading = partyReading;
        this.partyTaking = partyTaking;
        this.database = database;
        this.reading = reading;
        this.files = files;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    void work(JobContext context, FirmListImport list) {
        try {
            take(list, (done, all) -> context.step(done, all, ""));
        } catch (JobCancelled e) { // nothing was taken in, and she may take it in later or give it up
            database.change(in -> ListRows.move(in, list.id(), List.of(ListState.TAKING), ListState.LOOKED));
            throw e;
        }
    }

    /** Gets how many rows were read of how many; throws when the work is to be given up. */
    interface Steps {
        void step(int done, int all);
    }

    /** Takes a list in that is to be taken in. */
    void take(FirmListImport list, Steps steps) {
        Actor by = accounts.byId(list.person()).map(Person::actor).orElse(Actor.SYSTEM);
        database.changeMuch(in -> {
            ListCounts counts = list.kind() == null ? take(steps, in, list, by) : takeParties(steps, in, list, by);
            ListRows.taken(in, list.id(), counts, clock.instant());
            ListRows.move(in, list.id(), List.of(ListState.TAKING), ListState.TAKEN);
            audit.record(by, "registry.take", "enterprise-list", Long.toString(list.id()), null, list.title());
        });
    }

    private ListCounts take(Steps steps, DSLContext in, FirmListImport list, Actor by) {
        var take = new Take(steps, in, list, by, clock.instant());
        read(() -> reading.read(list, files.of(list), true, take));
        enterprises.changed(take.touched);
        return take.counts(list.counts());
    }

    private ListCounts takeParties(Steps steps, DSLContext in, FirmListImport list, Actor by) {
        PartyTaking.Take take = partyTaking.begin(
                in, list, by, rows -> steps.step(rows, list.counts().all()));
        read(() -> partyReading.read(list, files.of(list), take));
        return take.counts();
    }

    private interface Read {
        FirmSheet.Report read() throws IOException, UnreadableSheet;
    }

    private static void read(Read read) {
        try {
            read.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableSheet e) {
            throw new IllegalStateException("the list can no longer be read: " + e.getMessage(), e);
        }
    }

    private final class Take implements ListReading.Use {

        private final Steps steps;
        private final DSLContext in;
        private final FirmListImport list;
        private final Actor by;
        private final Instant now;
        private final Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        private final Set<Long> touched = new HashSet<>();
        private Shape shape = Shape.of(List.of());
        private int rows;

        Take(Steps steps, DSLContext in, FirmListImport list, Actor by, Instant now) {
            this.steps = steps;
            this.in = in;
            this.list = list;
            this.by = by;
            this.now = now;
        }

        @Override
        public void shape(Shape of) {
            shape = of;
            ShapeRows.keep(in, of);
        }

        @Override
        public void part(List<ListReading.Considered> part) {
            var fresh = new ArrayList<ListReading.Considered>();
            var known = new ArrayList<Entry>();
            for (ListReading.Considered each : part) {
                counts.merge(each.row().outcome(), 1, Integer::sum);
                Long enterprise = each.row().enterprise();
                switch (each.row().outcome()) {
                    case REFUSED, UNCHANGED -> {}
                    case NEW, CHANGED, CONFLICT -> {
                        Said news = each.news();
                        if (enterprise == null || news == null) {
                            fresh.add(each);
                        } else if (!news.isEmpty()) {
                            known.add(entry(enterprise, each, news));
                        }
                    }
                }
            }
            takeFresh(fresh);
            EntryRows.insert(in, known);
            List<Long> ids = known.stream().map(Entry::enterprise).distinct().toList();
            enterprises.refresh(in, ids);
            touch(ids);
            rows += part.size();
            steps.step(rows, list.counts().all());
        }

        private void takeFresh(List<ListReading.Considered> fresh) {
            long[] ids = EnterpriseRows.reserve(in, database.kind(), fresh.size());
            var shown = new ArrayList<EnterpriseRows.Shown>();
            var shaped = new ArrayList<EntryRows.Shaped>();
            var others = new ArrayList<Entry>();
            for (int i = 0; i < fresh.size(); i++) {
                ListReading.Considered each = fresh.get(i);
                shown.add(new EnterpriseRows.Shown(
                        ids[i], Objects.requireNonNull(each.said().shown())));
                String text = each.said().text();
                if (text == null) {
                    others.add(entry(ids[i], each, each.said().said().said()));
                } else {
                    shaped.add(new EntryRows.Shaped(entry(ids[i], each, NOTHING), shape, text));
                }
                if (touched.size() <= EnterprisesChanged.MOST_NAMED) {
                    touched.add(ids[i]);
                }
            }
            EnterpriseRows.insert(in, shown, now);
            EntryRows.insertShaped(in, shaped);
            EntryRows.insert(in, others);
        }

        private void touch(List<Long> ids) {
            if (touched.size() <= EnterprisesChanged.MOST_NAMED) { // beyond that all may have changed
                touched.addAll(ids);
            }
        }

        @Override
        public void refused(int row, List<CellProblem> problems) {
            counts.merge(RowOutcome.REFUSED, 1, Integer::sum);
        }

        private Entry entry(long enterprise, ListReading.Considered each, Said said) {
            return Entry.ofRow(enterprise, list, each.row().row(), said, by, now);
        }

        ListCounts counts(ListCounts looked) {
            return ListCounts.of(counts, looked.cellProblems()).remarked(looked.withoutCode(), looked.doubted());
        }
    }
}
