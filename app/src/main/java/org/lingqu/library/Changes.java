package org.lingqu.library;

import java.util.List;
import org.jooq.DSLContext;
import org.lingqu.database.Database;
import org.lingqu.library.store.ChangeRows;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is derived from pages learns here that they have changed: the change is numbered in the transaction that makes it, so that
 * nothing is missed when the process ends between the two, and told once it is safe.
 */
@Component
final class Changes {

    private final Database database;
    private final IndicatorNames names;
    private final ObjectProvider<LibraryIndex> indexes;

    Changes(Database database, IndicatorNames names, ObjectProvider<LibraryIndex> indexes) {
        this.database = database;
        this.names = names;
        this.indexes = indexes;
    }

    /** Pages are new, have another content, other reviews or another visibility. Called last in the transaction, when it is certain. */
    void of(DSLContext in, List<Long> pages) {
        ChangeRows.number(in, pages);
        database.afterwards(() -> {
            names.changed();
            indexes.forEach(LibraryIndex::changed);
        });
    }
}
