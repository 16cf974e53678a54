package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_SHAPE;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.lingqu.registry.Shape;

/** Shapes as rows. A shape is known by its content, so one that was read once never has to be read again. */
public final class ShapeRows {

    private static final Map<Long, Shape> KNOWN = new ConcurrentHashMap<>();

    private ShapeRows() {}

    /** Keeps a shape, unless it is kept already. */
    public static void keep(DSLContext in, Shape shape) {
        in.insertInto(REGISTRY_SHAPE, REGISTRY_SHAPE.ID, REGISTRY_SHAPE.SHAPE)
                .values(shape.id(), shape.text())
                .onConflictDoNothing()
                .execute();
    }

    /** @throws IllegalStateException where an entry names a shape that was never kept */
    public static Shape get(DSLContext in, long id) {
        Shape known = KNOWN.get(id);
        if (known == null) {
            known = in.select(REGISTRY_SHAPE.SHAPE)
                    .from(REGISTRY_SHAPE)
                    .where(REGISTRY_SHAPE.ID.eq(id))
                    .fetchOptional(REGISTRY_SHAPE.SHAPE)
                    .map(Shape::read)
                    .orElseThrow(() -> new IllegalStateException("no shape " + id + " is kept"));
            KNOWN.put(id, known);
        }
        return known;
    }
}
