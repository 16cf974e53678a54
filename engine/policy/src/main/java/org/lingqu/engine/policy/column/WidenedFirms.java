package org.lingqu.engine.policy.column;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Firms with some more columns beside those they have. */
public final class WidenedFirms implements FirmSource {

    private final FirmSource firms;
    private final FirmColumns more;
    private final SequencedMap<String, ColumnShape> shapes = new LinkedHashMap<>();

    private WidenedFirms(FirmSource firms, FirmColumns more) {
        this.firms = firms;
        this.more = more;
        shapes.putAll(firms.shapes());
        more.shapes().forEach((name, shape) -> {
            if (shapes.put(name, shape) != null) {
                throw new IllegalArgumentException("two columns are called " + name);
            }
        });
    }

    /**
     * @param more of the same rows
     * @throws IllegalArgumentException if there are other rows, or a column of that name is there
     */
    public static WidenedFirms of(FirmSource firms, FirmColumns more) {
        if (more.count() != firms.count()) {
            throw new IllegalArgumentException(more.count() + " rows beside " + firms.count());
        }
        return new WidenedFirms(firms, more);
    }

    @Override
    public int count() {
        return firms.count();
    }

    @Override
    public long present(int word) {
        return firms.present(word);
    }

    @Override
    public SequencedMap<String, ColumnShape> shapes() {
        return Collections.unmodifiableSequencedMap(shapes);
    }

    @Override
    public Load load(Column into) {
        return more.has(into.name()) ? more.load(into) : firms.load(into);
    }
}
