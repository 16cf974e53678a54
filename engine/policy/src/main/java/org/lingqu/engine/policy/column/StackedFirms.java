package org.lingqu.engine.policy.column;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Several sources one below the other as one, without copying them; each begins at a whole batch. A column that a part does not have
 * is not known of its firms.
 */
public final class StackedFirms implements FirmSource {

    private final List<FirmSource> parts;
    private final int[] begins; // rows at which parts begin, and where the last one ends
    private final int count;
    private final long[] present;
    private final SequencedMap<String, ColumnShape> shapes = new LinkedHashMap<>();

    /**
     * @param source the rows
     * @param absent those of them that shall not count
     */
    public record Part(FirmSource source, BitSet absent) {
        public static Part of(FirmSource source) {
            return new Part(source, new BitSet());
        }
    }

    private StackedFirms(List<Part> of) {
        parts = of.stream().map(Part::source).toList();
        begins = new int[of.size() + 1];
        for (int i = 0; i < of.size(); i++) {
            begins[i + 1] = Math.addExact(begins[i], Rows.padded(parts.get(i).count()));
            parts.get(i).shapes().forEach((name, shape) -> shapes.merge(name, shape, ColumnShape::joined));
        }
        count = begins[of.size()];
        present = new long[count / 64];
        for (int i = 0; i < of.size(); i++) {
            long[] absent = of.get(i).absent().toLongArray();
            int words = Rows.padded(parts.get(i).count()) / 64;
            for (int word = 0; word < words; word++) {
                long gone = word < absent.length ? absent[word] : 0;
                present[begins[i] / 64 + word] = parts.get(i).present(word) & ~gone;
            }
        }
    }

    /** @throws IllegalArgumentException if one name stands for columns of different kinds */
    public static StackedFirms of(List<Part> parts) {
        return new StackedFirms(parts);
    }

    /** The row at which a part begins. */
    public int begin(int part) {
        return begins[part];
    }

    /** The part that a row belongs to. */
    public int part(int row) {
        int found = Arrays.binarySearch(begins, row);
        int part = found >= 0 ? found : -found - 2;
        while (row >= begins[part + 1]) { // parts without rows begin where the next one does
            part++;
        }
        return part;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long present(int word) {
        return present[word];
    }

    @Override
    public SequencedMap<String, ColumnShape> shapes() {
        return Collections.unmodifiableSequencedMap(shapes);
    }

    @Override
    public Load load(Column into) {
        return new Load() {
            private int at = -1;
            private @Nullable Load part;

            @Override
            public void at(int first) {
                if (at < 0 || first < begins[at] || first >= begins[at + 1]) {
                    enter(first);
                }
                if (part != null) {
                    part.at(first - begins[at]);
                }
            }

            // the load of the part before is left to the collector: it may hold much
            private void enter(int first) {
                at = part(first);
                FirmSource source = parts.get(at);
                part = source.has(into.name()) ? source.load(into) : null;
                if (part == null) {
                    ColumnCopy.clear(into);
                }
            }
        };
    }
}
