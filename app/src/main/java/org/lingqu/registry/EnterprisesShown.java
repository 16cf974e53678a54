package org.lingqu.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.lingqu.database.Database;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.EntryRows;
import org.lingqu.registry.store.ShownValues;
import org.lingqu.ui.Ui;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What lists show of enterprises, kept beside their files and put together anew whenever something that it is made of changes. Works
 * inside the transaction of the change, and tells everybody once that is safe.
 */
@Component
final class EnterprisesShown {

    private final Database database;
    private final Clock clock;
    private final InstalledPack installed;
    private final SizeClasses sizes;
    private final ApplicationEventPublisher events;

    EnterprisesShown(
            Database database,
            Clock clock,
            InstalledPack installed,
            SizeClasses sizes,
            ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.installed = installed;
        this.sizes = sizes;
        this.events = events;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }

    /** What is shown of one, by all that was said about it. */
    EnterpriseRows.Shown of(long id, List<Entry> entries) {
        FirmFile file = FirmFile.of(entries, installed.facts());
        return new EnterpriseRows.Shown(
                id,
                ShownValues.of(
                        file,
                        sizes.of(file.firm(Long.toString(id)).facts(), today()).orElse(null)));
    }

    /** Shows what the files say now. */
    void refresh(DSLContext in, Collection<Long> ids) {
        var shown = new ArrayList<EnterpriseRows.Shown>();
        EntryRows.of(in, ids).forEach((id, entries) -> shown.add(of(id, entries)));
        EnterpriseRows.show(in, shown, clock.instant(), today());
    }

    /** Shows in which parks they are now, where relations or parks changed. */
    void parked(DSLContext in, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            EnterpriseRows.parks(in, ids, today());
            changed(ids);
        }
    }

    /** The same of all that somebody relates to a park. */
    void located(DSLContext in, Collection<Relation> relations) {
        parked(
                in,
                relations.stream()
                        .filter(each -> each.role() == RelationRole.LOCATED_IN)
                        .map(Relation::from)
                        .filter(end -> end instanceof RelationEnd.OfEnterprise)
                        .map(RelationEnd::id)
                        .distinct()
                        .toList());
    }

    /**
     * Works out again what is shown of some, by rules that changed since.
     *
     * @param from the first number
     * @param until after the last
     */
    void anew(DSLContext in, long from, long until) {
        var shown = new ArrayList<EnterpriseRows.Shown>();
        EntryRows.between(in, from, until).forEach((id, entries) -> shown.add(of(id, entries)));
        EnterpriseRows.showAnew(in, shown, today());
    }

    /** The parks of all, once the rest of them was worked out again. */
    void parkedAnew(DSLContext in) {
        EnterpriseRows.allParks(in, today());
        tell(new EnterprisesChanged(Set.of()));
    }

    /** Tells that these changed; none, or very many, means all. */
    void changed(Collection<Long> ids) {
        tell(new EnterprisesChanged(new HashSet<>(ids)));
    }

    private void tell(EnterprisesChanged change) {
        database.afterwards(() -> events.publishEvent(change));
    }
}
