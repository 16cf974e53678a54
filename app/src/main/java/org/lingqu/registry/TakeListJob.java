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
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Person;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.lingqu.job.JobRun;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.EntryRows;
import org.lingqu.registry.store.ListRows;
import org.lingqu.sheet.UnreadableSheet;
import org.springframework.stereotype.Component;

/** Takes a list in, as a whole or not at all: one transaction. */
@Component
final class TakeListJob implements JobKind {

    static final String NAME = "registry.take";

    private final Database database;
    private final ListReading reading;
    private final ListFiles files;
    private final Enterprises enterprises;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    TakeListJob(
            Database database,
            ListReading reading,
            ListFiles files,
            Enterprises enterprises,
            Accounts accounts,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.reading = reading;
        this.files = files;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> address(JobRun run) {
        return Optional.of("/enterprises/import/" + run.payload());
    }

    @Override
    public void run(JobContext context) throws IOException {
        long id = Long.parseLong(context.run().payload());
        FirmListImport list = database.read(in -> ListRows.byId(in, id)).orElseThrow();
        if (list.state() != ListState.TAKING) {
            return;
        }
        Actor by = accounts.byId(list.person()).map(Person::actor).orElse(Actor.SYSTEM);
        database.change(in -> {
            var take = new Take(in, list, by, clock.instant());
            try {
                reading.read(list, files.of(list), take);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UnreadableSheet e) {
                throw new IllegalStateException("the list can no longer be read: " + e.getMessage(), e);
            }
            ListRows.taken(in, id, take.counts(list.counts()), clock.instant());
            ListRows.move(in, id, List.of(ListState.TAKING), ListState.TAKEN);
            audit.record(by, "registry.take", "enterprise-list", Long.toString(id), null, list.title());
            enterprises.changed(take.touched);
        });
    }

    private final class Take implements ListReading.Use {

        private final DSLContext in;
        private final FirmListImport list;
        private final Actor by;
        private final Instant now;
        private final Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        private final Set<Long> touched = new HashSet<>();

        Take(DSLContext in, FirmListImport list, Actor by, Instant now) {
            this.in = in;
            this.list = list;
            this.by = by;
            this.now = now;
        }

        @Override
        public void part(List<ListReading.Considered> part) {
            part.forEach(each -> counts.merge(each.row().outcome(), 1, Integer::sum));
            List<ListReading.Considered> wanted = part.stream()
                    .filter(each -> each.row().outcome() != RowOutcome.REFUSED
                            && each.row().outcome() != RowOutcome.UNCHANGED
                            && !each.news().isEmpty())
                    .toList();
            List<ListReading.Considered> fresh = wanted.stream()
                    .filter(each -> each.row().enterprise() == null)
                    .toList();
            List<Long> numbers = EnterpriseRows.insert(
                    in,
                    fresh.stream()
                            .map(each -> new EnterpriseRows.Fresh(
                                    each.row().code(), String.valueOf(each.row().name())))
                            .toList(),
                    now);
            var entries = new ArrayList<Entry>();
            int next = 0;
            for (ListReading.Considered each : wanted) {
                Long known = each.row().enterprise();
                entries.add(entry(known == null ? numbers.get(next++) : known, each));
            }
            EntryRows.insert(in, entries);
            List<Long> ids = entries.stream().map(Entry::enterprise).distinct().toList();
            enterprises.refresh(in, ids);
            touched.addAll(ids);
        }

        private Entry entry(long enterprise, ListReading.Considered each) {
            return new Entry(
                    0,
                    enterprise,
                    list.id(),
                    each.row().row(),
                    list.source(),
                    list.saidOn(),
                    each.news(),
                    null,
                    list.person(),
                    by.name(),
                    now,
                    null);
        }

        ListCounts counts(ListCounts looked) {
            return new ListCounts(
                    counts.getOrDefault(RowOutcome.NEW, 0),
                    counts.getOrDefault(RowOutcome.CHANGED, 0),
                    counts.getOrDefault(RowOutcome.CONFLICT, 0),
                    counts.getOrDefault(RowOutcome.UNCHANGED, 0),
                    looked.refused(),
                    looked.cellProblems());
        }
    }
}
