package org.lingqu.registry.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Entry;
import org.lingqu.registry.Said;
import org.lingqu.registry.Shape;
import org.lingqu.registry.ShapedText;
import org.lingqu.registry.store.db.tables.records.RegistryEntryRecord;

/** An entry as it is kept. Reading what it says takes most of the time, and who brings the same row again need not ask. */
public final class KeptEntry {

    private final RegistryEntryRecord row;
    private final @Nullable Shape shape;

    /** @param shape null where what was said is kept as JSON */
    KeptEntry(RegistryEntryRecord row, @Nullable Shape shape) {
        this.row = row;
        this.shape = shape;
    }

    /** Whether it was not undone. */
    public boolean counts() {
        return row.getUndoneAt() == null;
    }

    /** Whether it is a row of that source and shape, letter by letter. */
    public boolean isRow(Supplier source, Shape of, String text) {
        return shape != null
                && shape.id() == of.id()
                && row.getSource().equals(source.name())
                && row.getSaid().equals(text);
    }

    /** The entry. */
    public Entry read() {
        return new Entry(
                Objects.requireNonNull(row.getId()),
                row.getEnterpriseId(),
                row.getImportId(),
                Objects.requireNonNullElse(row.getRowNumber(), 0),
                Supplier.valueOf(row.getSource()),
                row.getSaidOn(),
                said(),
                row.getNote(),
                row.getPersonId(),
                row.getPerson(),
                row.getEnteredAt(),
                row.getUndoneAt());
    }

    private Said said() {
        return shape == null ? SaidJson.read(row.getSaid()) : ShapedText.read(shape, row.getSaid());
    }
}
