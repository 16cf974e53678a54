package org.lingqu.registry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jooq.DSLContext;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.registry.store.PartyEntryRows;
import org.lingqu.registry.store.PartyRows;
import org.lingqu.registry.store.RelationRows;
import org.springframework.stereotype.Component;

/** Takes lists of parties in and undoes them; always inside a transaction. */
@Component
final class PartyTaking {

    private final Database database;
    private final Clock clock;
    private final PartyKinds kinds;
    private final Parties parties;
    private final EnterprisesShown enterprises;

    PartyTaking(Database database, Clock clock, PartyKinds kinds, Parties parties, EnterprisesShown enterprises) {
        this.enterprises = enterprises;
        this.database = database;
        this.clock = clock;
        this.kinds = kinds;
        this.parties = parties;
    }

    /** Nobody else changes parties until the transaction is over, so that names mean who they meant when they were looked up. */
    Take begin(DSLContext in, FirmListImport list, Actor by, IntConsumer progress) {
        PartyRows.alone(in, database.kind());
        return new Take(in, list, by, progress);
    }

    /** What it said counts no more, relations that it replaced count again; records of which nothing else speaks leave the lists. */
    void undo(DSLContext in, FirmListImport list, Actor by) {
        PartyRows.alone(in, database.kind());
        PartyEntryRows.undo(in, list.id(), clock.instant());
        RelationRows.undo(in, list.id(), clock.instant(), by.name());
        enterprises.parked(in, RelationRows.enterprises(in, list.id()));
        parties.refresh(in, PartyEntryRows.parties(in, list.id()));
    }

    /** One list while it is taken in. */
    final class Take implements PartyReading.Use {

        private final DSLContext in;
        private final FirmListImport list;
        private final Actor by;
        private final IntConsumer progress;
        private final Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        private int rows;

        Take(DSLContext in, FirmListImport list, Actor by, IntConsumer progress) {
            this.in = in;
            this.list = list;
            this.by = by;
            this.progress = progress;
        }

        @Override
        public void part(List<PartyReading.Considered> part) {
            List<PartyReading.Considered> wanted = part.stream()
                    .filter(each -> each.row().outcome() != RowOutcome.REFUSED
                            && each.row().outcome() != RowOutcome.UNCHANGED)
                    .toList();
            part.forEach(each -> counts.merge(each.row().outcome(), 1, Integer::sum));
            long[] fresh = PartyRows.reserve(in, database.kind(), (int) wanted.stream()
                    .filter(each -> each.row().enterprise() == null)
                    .count());
            var shown = new ArrayList<PartyRows.Shown>();
            var entries = new ArrayList<Entry>();
            var known = new ArrayList<Long>();
            var relations = new ArrayList<Relation>();
            for (PartyReading.Considered each : wanted) {
                Long id = each.row().enterprise();
                Said news = Objects.requireNonNull(each.news());
                if (id == null) {
                    id = fresh[shown.size()];
                    Entry entry = entry(id, each, news);
                    shown.add(PartyFiles.shown(id, kinds.of(Objects.requireNonNull(list.kind())), List.of(entry)));
                    entries.add(entry);
                } else {
                    known.add(id);
                    if (!news.isEmpty()) {
                        entries.add(entry(id, each, news));
                    }
                }
                relations(id, each, relations);
            }
            PartyRows.insert(in, shown, clock.instant());
            PartyEntryRows.insert(in, entries);
            parties.refresh(in, known);
            RelationRows.insert(in, relations);
            enterprises.located(in, relations);
            rows += part.size();
            progress.accept(rows);
        }

        private void relations(long id, PartyReading.Considered each, List<Relation> to) {
            if (each.related().isEmpty()) {
                return;
            }
            var held = new RelationWishes(RelationRows.ofParties(in, List.of(id)), list.saidOn());
            for (PartyReading.Wish wish : each.related()) {
                held.wish(
                                new RelationEnd.OfParty(id),
                                wish.column(),
                                wish.other(),
                                wish.begins(),
                                wish.ends(),
                                list.source(),
                                new Relation.Entered(
                                        list.id(), each.row().row(), list.person(), by.name(), clock.instant()))
                        .ifPresent(relation -> {
                            if (relation.replaces() != null) {
                                RelationRows.goes(in, relation.replaces(), clock.instant(), by.name());
                            }
                            to.add(relation);
                        });
            }
        }

        @Override
        public void refused(int row, List<CellProblem> problems) {
            counts.merge(RowOutcome.REFUSED, 1, Integer::sum);
        }

        private Entry entry(long id, PartyReading.Considered each, Said said) {
            return Entry.ofRow(id, list, each.row().row(), said, by, clock.instant());
        }

        ListCounts counts() {
            return ListCounts.of(counts, list.counts().cellProblems());
        }
    }
}
